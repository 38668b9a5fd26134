import { describe, expect, test } from 'vitest';
import { SPECS } from '../../../src/editing/fields';
import { commonValue, MIXED, sharedPart } from '../../../src/editing/fields/several';
import type { FieldSpec } from '../../../src/editing/fields/spec';
import { newMap } from '../../../src/map/records';

const IDS = ['touchpoint-one', 'touchpoint-two'] as const;
const sections = SPECS.touchpoints;
const fieldOf = (path: string): FieldSpec => {
  const found = sections
    .flatMap(({ fields }) => fields)
    .find((each) => each.path.join('.') === path);
  if (!found) throw new Error(`no field ${path}`);
  return found;
};
const common = (one: object, two: object, path: string) => {
  const map = newMap({ touchpoints: { [IDS[0]]: one, [IDS[1]]: two } });
  return commonValue(
    map,
    { collection: 'touchpoints', id: IDS[0], ids: IDS, base: [] },
    fieldOf(path),
  );
};

describe('what several records show together', () => {
  test('is what makes sense for all of them, in the sections it stands in', () => {
    const shown = sharedPart(sections);
    const controls = new Set(shown.flatMap(({ fields }) => fields.map(({ control }) => control)));
    for (const ofOne of ['attached', 'outgoing', 'readonly', 'picture', 'variant'] as const) {
      expect(controls).not.toContain(ofOne);
    }
    const paths = shown.flatMap(({ fields }) => fields.map(({ path }) => path.join('.')));
    expect(paths).toContain('channel');
    expect(shown.every(({ fields }) => fields.length > 0)).toBe(true);
    expect(shown.map(({ title }) => title)).toEqual(
      sections
        .map(({ title }) => title)
        .filter((title) => shown.some((each) => each.title === title)),
    );
  });

  test('is the value they share, or that they differ', () => {
    expect(common({ channel: 'email' }, { channel: 'email' }, 'channel')).toBe('email');
    expect(common({ channel: 'email' }, { channel: 'web' }, 'channel')).toBe(MIXED);
    expect(common({ owner: '' }, {}, 'owner')).toBe('');
  });

  test('is that of one record where only one is shown', () => {
    const map = newMap({ touchpoints: { [IDS[0]]: { channel: 'web' }, [IDS[1]]: {} } });
    const place = { collection: 'touchpoints', id: IDS[0], base: [] } as const;
    expect(commonValue(map, place, fieldOf('channel'))).toBe('web');
    expect(commonValue(map, { ...place, collection: null }, fieldOf('channel'))).toBe(MIXED);
  });
});
