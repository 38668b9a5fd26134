import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  applyEdit,
  connect,
  duplicate,
  type Edit,
  extract,
  insertFragment,
  insertIntoTransition,
  moveTouchpoints,
  removeTouchpoints,
  reorder,
  reroute,
  reverse,
} from '../../src/map/edits';
import { inOrder, newMap, outgoingOf } from '../../src/map/records';
import { JourneyMap, type JourneyMapInput } from '../../src/map/schema';
import { visitReferences } from '../../src/map/shape';
import { parseFragment } from '../../src/map/text';
import { runs } from '../support/runs';
import { journeyMap } from './arbitraries';
import { sometimesShared } from './sharedIds';

vi.setConfig({ testTimeout: runs(30_000, 900_000) });

const A = 'aaaaaaaaaaaa';
const B = 'bbbbbbbbbbbb';
const C = 'cccccccccccc';
const AB = 'a-to-b-a-to-b';
const BC = 'b-to-c-b-to-c';
const S = 'ssssssssssss';

function chain(more: Partial<JourneyMapInput> = {}) {
  return newMap({
    id: 'mapmapmapmap',
    touchpoints: { [A]: { name: 'A' }, [B]: { name: 'B' }, [C]: { name: 'C' } },
    segments: { [S]: {} },
    transitions: {
      [AB]: {
        from: A,
        to: B,
        chance: { base: 0.6, bySegment: { [S]: { value: 0.4 } } },
        delay: { family: 'constant', value: 2 },
      },
      [BC]: { from: B, to: C, chance: { base: 0.5 }, delay: { family: 'constant', value: 3 } },
    },
    ...more,
  });
}

const after = (map: JourneyMap, edit: Edit) => applyEdit(map, edit).map;

function expectValid(map: JourneyMap) {
  expect(JourneyMap.safeParse(map).error).toBeUndefined();
  visitReferences(map, ({ to, id, kept }) => {
    expect(kept || Object.hasOwn(map[to], id)).toBe(true);
  });
}

test('a new transition comes last and takes the chance its siblings leave', () => {
  const map = after(chain(), connect(A, C, {}, 'newnewnewnew'));
  expect(outgoingOf(map, A).map(([id]) => id)).toEqual([AB, 'newnewnewnew']);
  expect(map.transitions.newnewnewnew?.chance.base).toBe(0.4);
});

test('a transition can be rerouted at either end, turned round, and lead back to its start', () => {
  expect(after(chain(), reroute(AB, 'to', C)).transitions[AB]).toMatchObject({ from: A, to: C });
  const moved = after(chain(), reroute(AB, 'from', B));
  expect(outgoingOf(moved, B).map(([id]) => id)).toEqual([BC, AB]);
  expect(after(chain(), reverse(AB)).transitions[AB]).toMatchObject({ from: B, to: A });
  expect(after(chain(), reroute(AB, 'to', A)).transitions[AB]).toMatchObject({ from: A, to: A });
});

test('a touchpoint put on a transition changes nobody’s chance to arrive', () => {
  const map = after(
    chain(),
    insertIntoTransition(AB, 'dddddddddddd', { name: 'D' }, 'outoutoutout'),
  );
  expect(map.transitions[AB]).toEqual({ ...chain().transitions[AB], to: 'dddddddddddd' });
  expect(map.transitions.outoutoutout).toMatchObject({
    from: 'dddddddddddd',
    to: B,
    chance: { base: 1 },
  });
});

test('a healed path keeps its chance, its rows and its time', () => {
  const map = after(chain(), removeTouchpoints([B], { heal: true }));
  expect(map.transitions).toEqual({
    [AB]: {
      ...chain().transitions[AB],
      to: C,
      chance: { base: 0.3, bySegment: { [S]: { order: 'a0', value: 0.2 } } },
      delay: { family: 'constant', value: 5 },
    },
  });
  expect(after(chain(), removeTouchpoints([B])).transitions).toEqual({});
});

test('healing over a branch leads to every successor, over a loop to those who leave it', () => {
  const D = 'dddddddddddd';
  const map = chain({
    touchpoints: { [A]: {}, [B]: {}, [C]: {}, [D]: {} },
    transitions: {
      [AB]: { from: A, to: B, chance: { base: 0.8 } },
      [BC]: { from: B, to: C, chance: { base: 0.25 } },
      bbbbloopbbbb: { from: B, to: B, chance: { base: 0.5 } },
      restrestrest: { from: B, to: D, otherwise: true, order: 'a1' },
    },
  });
  const healed = after(map, removeTouchpoints([B], { heal: true }));
  const transitions = outgoingOf(healed, A).map(([, { to, chance }]) => [to, chance.base]);
  expect(transitions).toEqual([
    [C, 0.4],
    [D, 0.4],
  ]);
});

test('healing keeps the rules on what it removed, in the transitions it makes too', () => {
  const map = chain();
  const visits = { kind: 'visits', touchpoint: B, operator: 'more', value: 1 } as const;
  const ruled = after(map, (draft) => {
    draft.transitions[BC]!.when = { ...visits, not: false, scope: 'journey', to: 0 };
  });
  const healed = after(ruled, removeTouchpoints([B, C], { heal: true }));
  expect(healed.transitions).toEqual({});
  const once = after(ruled, removeTouchpoints([B], { heal: true }));
  expect(once.transitions[AB]).toMatchObject({ to: C, when: visits });
});

test('touchpoints move within a stage and into another', () => {
  const map = chain({ stages: { [S]: {} } });
  const moved = after(map, moveTouchpoints([{ id: A, stage: S, position: { x: 3, y: 4 } }]));
  expect(moved.touchpoints[A]).toMatchObject({ stage: S, position: { x: 3, y: 4 } });
  expect(after(moved, moveTouchpoints([{ id: A, position: { x: 3, y: 4 } }]))).toBe(moved);
});

test('a record can be put anywhere, even among records that share one key', () => {
  const ids = [A, B, C];
  const stages = Object.fromEntries(ids.map((id) => [id, {}]));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids, null)), { maxLength: 30 }),
      (steps) => {
        let map = newMap({ stages });
        let expected = ids;
        for (const [id, before] of steps) {
          map = after(map, reorder('stages', id, before));
          if (id !== before) {
            expected = expected.filter((other) => other !== id);
            const at = before === null ? expected.length : expected.indexOf(before);
            expected = expected.toSpliced(at, 0, id);
          }
          expect(inOrder(map.stages).map(([other]) => other)).toEqual(expected);
        }
      },
    ),
    { numRuns: runs(20, 1_000) },
  );
});

test('duplicates keep the references among them and to what stays', () => {
  const map = chain({ stages: { [S]: {} } });
  const targets = [A, B].map((id) => ({ collection: 'touchpoints' as const, id }));
  const { edit, made } = duplicate(map, targets, { x: 10, y: 0 });
  const next = after(map, edit);
  const copies = made.filter(({ collection }) => collection === 'touchpoints').map(({ id }) => id);
  const [transition] = made.filter(({ collection }) => collection === 'transitions');
  expect(copies.map((id) => next.touchpoints[id]?.name)).toEqual(['A', 'B']);
  expect(next.transitions[transition!.id]).toMatchObject({ from: copies[0], to: copies[1] });
  expect(next.transitions[transition!.id]?.chance).toEqual(map.transitions[AB]?.chance);
  expect(Object.keys(next.segments)).toEqual([S]);
  expect(next.touchpoints[copies[0]!]?.position.x).toBe(10);
});

test('a paste into another map brings what it names, once', () => {
  const targets = [A, B].map((id) => ({ collection: 'touchpoints' as const, id }));
  const fragment = extract(chain(), targets);
  const empty = newMap({ title: 'Empty' });
  const once = after(empty, insertFragment(empty, fragment).edit);
  const twice = after(once, insertFragment(once, fragment).edit);
  expect(Object.keys(twice.segments)).toEqual([S]);
  expect(Object.keys(twice.touchpoints)).toHaveLength(4);
  expect(Object.keys(twice.transitions)).toHaveLength(2);
});

test('any part of any map can be put into any other, by way of the clipboard', () => {
  fc.assert(
    fc.property(
      sometimesShared(journeyMap()),
      sometimesShared(journeyMap()),
      fc.nat(),
      (from, into, mask) => {
        const targets = (
          ['touchpoints', 'transitions', 'campaigns', 'comments', 'segments', 'kpis'] as const
        )
          .flatMap((collection) => Object.keys(from[collection]).map((id) => ({ collection, id })))
          .filter((_, index) => ((mask >> (index % 20)) & 1) === 1);
        const fragment = parseFragment(JSON.stringify(extract(from, targets)));
        const { edit, made } = insertFragment(into, fragment!, { offset: { x: 5, y: 5 } });
        const next = after(into, edit);
        expectValid(next);
        for (const { collection, id } of made) expect(next[collection]).toHaveProperty(id);
        for (const [id, touchpoint] of Object.entries(into.touchpoints)) {
          expect(next.touchpoints[id]).toBe(touchpoint);
        }
      },
    ),
    { numRuns: runs(25, 2_000) },
  );
});

test('text that is no fragment is not one, and a hostile one does no harm', () => {
  expect(parseFragment('hello')).toBeNull();
  expect(
    parseFragment('{"format":"journey-fragment","version":1,"records":{"__proto__":{}}}'),
  ).toBeNull();
  expect(parseFragment('{"format":"journey-fragment","version":1,"records":[]}')).not.toBeNull();
  expect(
    parseFragment('{"format":"journey-fragment","version":1,"records":{"stages":[]}}'),
  ).toBeNull();
});

test('whatever is healed, reversed or inserted, the map stays valid', () => {
  fc.assert(
    fc.property(sometimesShared(journeyMap()), fc.nat(), (map, pick) => {
      const touchpoints = Object.keys(map.touchpoints);
      const transitions = Object.keys(map.transitions);
      const touchpoint = touchpoints[pick % touchpoints.length]!;
      const transition = transitions[pick % transitions.length]!;
      expectValid(after(map, removeTouchpoints([touchpoint], { heal: true })));
      expectValid(after(map, reverse(transition)));
      expectValid(after(map, insertIntoTransition(transition, 'insertedinserted')));
    }),
    { numRuns: runs(25, 2_000) },
  );
});
