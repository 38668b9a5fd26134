import fc, { type Arbitrary } from 'fast-check';
import { expect, test, vi } from 'vitest';
import { commonAncestor, diff, withAncestor } from '../../src/map/change';
import {
  addRecord,
  applyEdit,
  connect,
  type Edit,
  EditRefused,
  moveTouchpoints,
  removeRecords,
  reverse,
  setField,
  setMapField,
} from '../../src/map/edits';
import { type Conflict, merge } from '../../src/map/merge';
import { newMap } from '../../src/map/records';
import { COLLECTIONS, JourneyMap } from '../../src/map/schema';
import { isObject, same, toPointer, valueAt, visitReferences } from '../../src/map/shape';
import { runs } from '../support/runs';
import { journeyMap } from './arbitraries';

vi.setConfig({ testTimeout: runs(30_000, 900_000) });

const A = 'aaaaaaaaaaaa';
const B = 'bbbbbbbbbbbb';
const W = 'wwwwwwwwwwww';

type Step = (map: JourneyMap) => Edit | null;

/** Things people do, by numbers, so that they fit any map. */
const anyStep: Arbitrary<Step> = fc
  .record({
    what: fc.nat({ max: 8 }),
    at: fc.nat({ max: 1_000 }),
    to: fc.nat({ max: 1_000 }),
    id: fc.nat({ max: 9 }),
  })
  .map(({ what, at, to, id }): Step => (map) => {
    const touchpoints = Object.keys(map.touchpoints);
    const transitions = Object.keys(map.transitions);
    const touchpoint = touchpoints[at % touchpoints.length];
    const other = touchpoints[to % touchpoints.length];
    const transition = transitions[at % transitions.length];
    const anything = COLLECTIONS.flatMap((collection) =>
      Object.keys(map[collection]).map((record) => ({ collection, id: record })),
    );
    const target = anything[at % anything.length];
    const fresh = `fresh-${String(id)}-${String(what)}`.padEnd(12, '0');
    if (!touchpoint || !other) return null;
    switch (what) {
      case 0:
        return setField('touchpoints', touchpoint, '/name', `name ${String(to % 3)}`);
      case 1:
        return moveTouchpoints([{ id: touchpoint, position: { x: to, y: at } }]);
      case 2:
        return target ? removeRecords([target]) : null;
      case 3:
        return connect(touchpoint, other, {}, fresh);
      case 4:
        return transition
          ? setField('transitions', transition, '/delay', { family: 'constant', value: to })
          : null;
      case 5:
        return setMapField('/market/arrivalsPerMonth', to);
      case 6:
        return transition ? reverse(transition) : null;
      case 7:
        return addRecord(
          'pains',
          { name: `pain ${String(to % 2)}`, touchpoints: { [touchpoint]: true } },
          fresh,
        );
      default:
        return transition
          ? setField('transitions', transition, '/when', {
              kind: 'days',
              operator: 'less',
              value: to % 5,
            })
          : null;
    }
  });

function edited(map: JourneyMap, steps: readonly Step[]): JourneyMap {
  return steps.reduce((now, step) => {
    const edit = step(now);
    try {
      return edit ? applyEdit(now, edit).map : now;
    } catch (error) {
      // Adding one id twice is refused, which is right and no edit.
      if (error instanceof EditRefused) return now;
      throw error;
    }
  }, map);
}

const sides = fc.record({
  base: journeyMap({ touchpoints: 4, campaigns: 1 }),
  mine: fc.array(anyStep, { maxLength: 5 }),
  theirs: fc.array(anyStep, { maxLength: 5 }),
});

const many = { numRuns: runs(25, 3_000) };
const keyOf = ({ collection, id, path }: Pick<Conflict, 'collection' | 'id' | 'path'>) =>
  toPointer([collection, id, ...path]);

test('a merge is a valid map without loose ends', () => {
  fc.assert(
    fc.property(sides, ({ base, mine, theirs }) => {
      const { map } = merge(base, edited(base, mine), edited(base, theirs));
      expect(JourneyMap.safeParse(map).error).toBeUndefined();
      visitReferences(map, ({ to, id, kept }) => {
        expect(kept || Object.hasOwn(map[to], id)).toBe(true);
      });
    }),
    many,
  );
});

test('merging is commutative but for the names of the sides', () => {
  fc.assert(
    fc.property(sides, ({ base, mine, theirs }) => {
      const [a, b] = [edited(base, mine), edited(base, theirs)];
      const there = merge(base, a, b);
      const back = merge(base, b, a);
      const turned = back.conflicts.map((conflict) => ({
        ...conflict,
        mine: conflict.theirs,
        theirs: conflict.mine,
      }));
      const sorted = (list: readonly Conflict[]) =>
        [...list].sort((x, y) => (keyOf(x) < keyOf(y) ? -1 : 1));
      expect(sorted(turned)).toEqual(sorted(there.conflicts));
      if (there.conflicts.length === 0) expect(there.map).toEqual(back.map);
    }),
    many,
  );
});

test('merging a map with itself, with its past, or once more changes nothing', () => {
  fc.assert(
    fc.property(sides, ({ base, mine, theirs }) => {
      const [a, b] = [edited(base, mine), edited(base, theirs)];
      expect(merge(base, a, a)).toEqual({ map: a, conflicts: [] });
      expect(merge(base, a, base)).toEqual({ map: a, conflicts: [] });
      expect(merge(base, base, a)).toEqual({ map: a, conflicts: [] });
      const once = merge(base, a, b);
      if (once.conflicts.length === 0) expect(merge(b, once.map, b)).toEqual(once);
    }),
    many,
  );
});

/** Is every value of `part` at its place in `whole`? */
function holdsAll(whole: unknown, part: unknown): boolean {
  if (!isObject(part)) return same(whole, part);
  return (
    isObject(whole) && Object.entries(part).every(([key, value]) => holdsAll(whole[key], value))
  );
}

test('every edit of either side is in the result or listed with both values', () => {
  fc.assert(
    fc.property(sides, ({ base, mine, theirs }) => {
      const [a, b] = [edited(base, mine), edited(base, theirs)];
      const { map, conflicts } = merge(base, a, b);
      const listed = conflicts.map(keyOf);
      for (const [side, name] of [
        [a, 'mine'],
        [b, 'theirs'],
      ] as const) {
        for (const change of diff(base, side)) {
          const path =
            change.collection === 'map'
              ? change.path
              : [change.collection, change.id, ...change.path];
          const merged = valueAt(map, path);
          if (same(merged, change.after)) continue;
          // A record that both sides have added is merged field by field: all of either is in it.
          if (change.path.length === 0 && holdsAll(merged, change.after)) continue;
          const key = keyOf(change);
          const conflict =
            conflicts[listed.findIndex((other) => key.startsWith(other) || other.startsWith(key))];
          expect(conflict, key).toBeDefined();
          const record =
            conflict!.collection === 'map'
              ? side
              : valueAt(side, [conflict!.collection, conflict!.id]);
          expect(same(conflict![name], valueAt(record, conflict!.path))).toBe(true);
        }
      }
    }),
    many,
  );
});

const two = newMap({
  touchpoints: { [A]: { name: 'A' }, [B]: { name: 'B' } },
  transitions: { [W]: { from: A, to: B } },
});
const after = (edit: Edit) => applyEdit(two, edit).map;

test('two fields of one record merge; one field changed twice is a conflict', () => {
  const name = after(setField('touchpoints', A, '/name', 'Mine'));
  const channel = after(setField('touchpoints', A, '/channel', 'email'));
  expect(merge(two, name, channel).map.touchpoints[A]).toMatchObject({
    name: 'Mine',
    channel: 'email',
  });
  const other = after(setField('touchpoints', A, '/name', 'Theirs'));
  expect(merge(two, name, other).conflicts).toEqual([
    { collection: 'touchpoints', id: A, path: ['name'], mine: 'Mine', theirs: 'Theirs' },
  ]);
});

test('what one side removed and the other changed stays, and is listed', () => {
  const removed = after(removeRecords([{ collection: 'touchpoints', id: B }]));
  const connected = after(connect(B, A, {}, 'newnewnewnew'));
  const { map, conflicts } = merge(two, removed, connected);
  expect(map.touchpoints[B]).toEqual(two.touchpoints[B]);
  expect(map.transitions).toHaveProperty('newnewnewnew');
  expect(conflicts).toEqual([
    { collection: 'touchpoints', id: B, path: [], mine: undefined, theirs: two.touchpoints[B] },
  ]);
});

test('a window whose two ends were moved past each other is a conflict as a whole', () => {
  const window = { from: '2026-03-01', to: '2026-03-31' };
  const map = newMap({ campaigns: { [A]: { schedule: { [B]: window } } } });
  const set = (path: string, value: string) =>
    applyEdit(map, setField('campaigns', A, `/schedule/${B}${path}`, value)).map;
  const { map: merged, conflicts } = merge(
    map,
    set('/from', '2026-03-20'),
    set('/to', '2026-03-10'),
  );
  expect(JourneyMap.safeParse(merged).success).toBe(true);
  expect(conflicts).toHaveLength(1);
});

test('a difference tells what was added, removed, changed and moved', () => {
  const next = applyEdit(two, (map) => {
    setField('touchpoints', A, '/name', 'New')(map);
    moveTouchpoints([{ id: A, position: { x: 9, y: 0 } }])(map);
    removeRecords([{ collection: 'transitions', id: W }])(map);
    addRecord('stages', {}, 'stagestagest')(map);
    setMapField('/title', 'T')(map);
  }).map;
  const told = diff(two, next).map(({ collection, kind, path }) => [
    collection,
    kind,
    path.join('/'),
  ]);
  expect(told).toEqual([
    ['map', 'changed', 'title'],
    ['stages', 'added', ''],
    ['touchpoints', 'changed', 'name'],
    ['touchpoints', 'moved', 'position/x'],
    ['transitions', 'removed', ''],
  ]);
  expect(diff(two, structuredClone(two))).toEqual([]);
});

test('two maps find the youngest revision they both come from', () => {
  const revision = (digit: string) => digit.repeat(64);
  const at = '2026-01-01T00:00:00.000Z';
  const shared = withAncestor(withAncestor(two, revision('1'), at, ''), revision('2'), at, '');
  expect(withAncestor(shared, revision('2'), at, '')).toBe(shared);
  const other = withAncestor(shared, revision('3'), at, '');
  expect(commonAncestor(shared, other)).toBe(revision('2'));
  expect(commonAncestor(two, other)).toBeNull();
});
