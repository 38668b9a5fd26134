import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  addRecord,
  applyEdit,
  applyPatches,
  clearReferences,
  EditRefused,
  removeRecords,
  setField,
  setMapField,
} from '../../src/map/edits';
import { newMap } from '../../src/map/records';
import { COLLECTIONS, JourneyMap } from '../../src/map/schema';
import { visitReferences } from '../../src/map/shape';
import { runs } from '../support/runs';
import { journeyMap } from './arbitraries';
import { sometimesShared } from './sharedIds';

vi.setConfig({ testTimeout: runs(30_000, 900_000) });

const A = 'aaaaaaaaaaaa';
const B = 'bbbbbbbbbbbb';
const W = 'wwwwwwwwwwww';

function twoTouchpoints() {
  return newMap({
    title: 'Two',
    touchpoints: { [A]: { name: 'A' }, [B]: { name: 'B' } },
    transitions: { [W]: { from: A, to: B, chance: { base: 0.5 } } },
  });
}

function danglingIn(map: JourneyMap): string[] {
  const found: string[] = [];
  visitReferences(map, ({ to, id, kept, collection, record }) => {
    if (!kept && !Object.hasOwn(map[to], id)) found.push(`${collection}/${record} → ${to}/${id}`);
  });
  return found;
}

test('an edit that changes nothing gives back the same map and no patches', () => {
  const map = twoTouchpoints();
  const applied = applyEdit(map, setField('touchpoints', A, '/name', 'A'));
  expect(applied.map).toBe(map);
  expect(applied.patches).toEqual([]);
  const same = applyEdit(map, setField('touchpoints', A, '/position', { y: 0, x: 0 }));
  expect(same.map).toBe(map);
});

test('an edit keeps the identity of every record it did not touch', () => {
  const map = twoTouchpoints();
  const { map: next } = applyEdit(map, setField('touchpoints', A, '/name', 'New'));
  expect(next.touchpoints[A]?.name).toBe('New');
  expect(next.touchpoints[B]).toBe(map.touchpoints[B]);
  expect(next.transitions).toBe(map.transitions);
});

test('a new record takes its defaults and the place after the last', () => {
  const map = newMap({ title: 'Stages' });
  const one = applyEdit(map, addRecord('stages', { name: 'One' }, A)).map;
  const two = applyEdit(one, addRecord('stages', { name: 'Two' }, B)).map;
  expect(two.stages[A]!.order < two.stages[B]!.order).toBe(true);
  expect(two.stages[B]!.color).toBe('grey');
});

test.each<[string, string, unknown, string]>([
  ['a chance over 1', '/chance/base', 1.5, `/transitions/${W}/chance/base`],
  ['a delay below 0', '/delay', { family: 'constant', value: -1 }, `/transitions/${W}/delay`],
  ['a touchpoint that is not there', '/to', 'nothingthere', `/transitions/${W}/to`],
  ['a required field taken away', '/to', undefined, `/transitions/${W}/to`],
  ['a number that is none', '/chance/base', Number.NaN, `/transitions/${W}/chance/base`],
])('%s is refused with its place', (_, path, value, pointer) => {
  const map = twoTouchpoints();
  const act = () => applyEdit(map, setField('transitions', W, path, value));
  expect(act).toThrow(EditRefused);
  expect(act).toThrow(expect.objectContaining({ pointer }));
});

test('what an edit leaves out is filled in, and undone with it', () => {
  const map = twoTouchpoints();
  const { map: next, inverse } = applyEdit(map, setField('touchpoints', A, '/economics', {}));
  expect(next).toEqual(map);
  const minus = applyEdit(map, setField('touchpoints', A, '/position', { x: -0 }));
  expect(Object.is(minus.map.touchpoints[A]?.position.x, 0)).toBe(true);
  expect(applyPatches(next, inverse)).toEqual(map);
});

test('a record that others point at cannot just be deleted', () => {
  const map = twoTouchpoints();
  const act = () => applyEdit(map, (draft) => void Reflect.deleteProperty(draft.touchpoints, A));
  expect(act).toThrow(/gone/);
});

test('removing a touchpoint takes its transitions along', () => {
  const { map } = applyEdit(
    twoTouchpoints(),
    removeRecords([{ collection: 'touchpoints', id: B }]),
  );
  expect(map.transitions).toEqual({});
  expect(Object.keys(map.touchpoints)).toEqual([A]);
});

test('a rule keeps the clause that names what is gone, until somebody asks to take it out', () => {
  const S = 'ssssssssssss';
  const segment = { kind: 'segment', segment: S } as const;
  const map = newMap({
    touchpoints: { [A]: {}, [B]: {} },
    segments: { [S]: {} },
    transitions: {
      [W]: {
        from: A,
        to: B,
        when: {
          kind: 'group',
          rules: [segment, { kind: 'days', operator: 'less', value: 3 }, segment],
        },
      },
      [B]: {
        from: A,
        to: B,
        when: { kind: 'group', rules: [{ kind: 'group', rules: [segment, segment] }] },
      },
    },
  });
  const { map: next } = applyEdit(map, removeRecords([{ collection: 'segments', id: S }]));
  expect(next.transitions).toEqual(map.transitions);
  const asked = (id: string) => {
    const from = { collection: 'transitions', id } as const;
    return applyEdit(next, clearReferences({ collection: 'segments', id: S }, from)).map;
  };
  expect(asked(W).transitions[W]?.when).toMatchObject({ rules: [{ kind: 'days' }] });
  expect(asked(W).transitions[B]).toEqual(map.transitions[B]);
  expect(asked(B).transitions[B]?.when).toBeNull();
});

test('a path into what every object inherits is refused', () => {
  const map = twoTouchpoints();
  for (const path of ['/__proto__/x', '/constructor/prototype/x', '/toString']) {
    expect(() => applyEdit(map, setMapField(path, 1))).toThrow(EditRefused);
    expect(() => applyEdit(map, setField('touchpoints', A, path, 1))).toThrow(EditRefused);
  }
  for (const path of ['/__proto__/x', '/constructor/prototype/x', '/toString/x', '/constructor']) {
    expect(() =>
      applyPatches(map, [{ op: 'add', path: path.slice(1).split('/'), value: 1 }]),
    ).toThrow(EditRefused);
  }
  expect(({} as { x?: number }).x).toBeUndefined();
});

test('removing anything leaves a valid map without loose ends, and can be undone', () => {
  fc.assert(
    fc.property(sometimesShared(journeyMap()), fc.nat(), fc.nat({ max: 2 }), (map, at, more) => {
      const all = COLLECTIONS.flatMap((collection) =>
        Object.keys(map[collection]).map((id) => ({ collection, id })),
      );
      const targets = Array.from(
        { length: more + 1 },
        (_, index) => all[(at + index * 7) % all.length]!,
      );
      const { map: next, inverse, patches } = applyEdit(map, removeRecords(targets));
      expect(JourneyMap.safeParse(next).error).toBeUndefined();
      expect(danglingIn(next)).toEqual([]);
      for (const { collection, id } of targets) expect(next[collection][id]).toBeUndefined();
      expect(applyPatches(next, inverse)).toEqual(map);
      expect(applyPatches(map, patches)).toEqual(next);
    }),
    { numRuns: runs(30, 3_000) },
  );
});
