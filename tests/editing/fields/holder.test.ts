import { expect, test } from 'vitest';
import { writeEdit } from '../../../src/editing/fields';
import { applyEdit } from '../../../src/map/edits';
import { newMap } from '../../../src/map/records';

const map = newMap({
  touchpoints: {
    'touchpoint-a': { name: 'Ann', position: { x: 0, y: 0 } },
    'touchpoint-b': { name: 'Ben', position: { x: 400, y: 0 } },
  },
});

test('a value is written below the base of the holder', () => {
  const holder = { collection: 'touchpoints', id: 'touchpoint-a', base: [] } as const;
  const after = applyEdit(map, writeEdit(holder, ['name'], 'Anna')).map;
  expect(after.touchpoints['touchpoint-a']?.name).toBe('Anna');
  expect(after.touchpoints['touchpoint-b']?.name).toBe('Ben');
});

test('several records edited together all have it, each a value of its own', () => {
  const holder = {
    collection: 'touchpoints',
    id: 'touchpoint-a',
    base: [],
    ids: ['touchpoint-a', 'touchpoint-b'],
  } as const;
  const position = { x: 8, y: 16 };
  const after = applyEdit(map, writeEdit(holder, ['position'], position)).map;
  const [ann, ben] = Object.values(after.touchpoints).map((each) => each.position);
  expect(ann).toEqual(position);
  expect(ben).toEqual(position);
  expect(ann).not.toBe(ben);
});

test('without a collection it is the map itself', () => {
  const holder = { collection: null, id: '', base: [] } as const;
  expect(applyEdit(map, writeEdit(holder, ['title'], 'Ours')).map.title).toBe('Ours');
});
