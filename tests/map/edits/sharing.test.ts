import { describe, expect, test } from 'vitest';
import {
  applyEdit,
  changeRecord,
  connect,
  removeRecords,
  sharingAgain,
} from '../../../src/map/edits';
import { newMap, outgoingOf } from '../../../src/map/records';
import type { JourneyMap } from '../../../src/map/schema';

const place = { stage: null, position: { x: 0, y: 0 } };
const fork = (kind: 'touchpoint' | 'decision' = 'touchpoint'): JourneyMap =>
  newMap({
    touchpoints: Object.fromEntries(
      ['fork', 'left', 'middle', 'right'].map((id) => [
        `touchpoint-${id}`,
        { ...place, name: id, ...(id === 'fork' ? { kind } : {}) },
      ]),
    ),
  });
const from = 'touchpoint-fork';

function drawn(map: JourneyMap, ...to: string[]): JourneyMap {
  return to.reduce(
    (now, id) => applyEdit(now, connect(from, `touchpoint-${id}`, {}, `transition-${id}`)).map,
    map,
  );
}
const chances = (map: JourneyMap) => outgoingOf(map, from).map(([, { chance }]) => chance.base);
const typed = (map: JourneyMap, id: string, base: number) =>
  applyEdit(
    map,
    changeRecord('transitions', `transition-${id}`, ({ chance }) => {
      chance.base = base;
    }),
  ).map;

describe('drawing another transition', () => {
  test('shares everybody equally while nobody has set a chance', () => {
    expect(chances(drawn(fork(), 'left'))).toEqual([1]);
    expect(chances(drawn(fork(), 'left', 'right'))).toEqual([0.5, 0.5]);
    expect(chances(drawn(fork(), 'left', 'right', 'middle'))).toEqual([0.3333, 0.3334, 0.3333]);
  });

  test('gives it the rest where chances were set, and changes none of them', () => {
    const map = typed(drawn(fork(), 'left'), 'left', 0.7);
    const two = drawn(map, 'right');
    expect(chances(two)).toEqual([0.7, 0.3]);
    expect(chances(drawn(two, 'middle'))).toEqual([0.7, 0.3, 0]);
  });

  test('halves what an otherwise takes', () => {
    const { map } = applyEdit(
      drawn(fork(), 'left'),
      changeRecord('transitions', 'transition-left', { otherwise: true }),
    );
    expect(chances(drawn(map, 'right'))[1]).toBe(0.5);
  });

  test('shares nothing out of a decision, which reads no chances', () => {
    expect(chances(drawn(fork('decision'), 'left', 'right'))).toEqual([1, 0]);
  });
});

test('a transition that goes gives its equal share back', () => {
  const remove = sharingAgain(
    removeRecords([{ collection: 'transitions', id: 'transition-right' }]),
  );
  expect(chances(applyEdit(drawn(fork(), 'left', 'right'), remove).map)).toEqual([1]);
  const uneven = typed(drawn(fork(), 'left', 'right'), 'left', 0.7);
  expect(chances(applyEdit(uneven, remove).map)).toEqual([0.7]);
});
