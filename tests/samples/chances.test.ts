import { expect, test } from 'vitest';
import type { JourneyMap } from '../../src/map/schema';
import { SAMPLE_IDS } from '../../src/samples';
import { inOrder, sampleMap } from './read';

type Transition = JourneyMap['transitions'][string];

function siblings(map: JourneyMap): Transition[][] {
  const groups = new Map<string, Transition[]>();
  for (const transition of Object.values(map.transitions)) {
    const kind = map.touchpoints[transition.from]?.kind;
    if (kind !== 'decision' && !transition.otherwise)
      groups.set(transition.from, [...(groups.get(transition.from) ?? []), transition]);
  }
  return [...groups.values()];
}

const rowsOf = ({ chance }: Transition) => inOrder(chance.bySegment).map(({ id }) => id);

test.each(SAMPLE_IDS)(
  'chances in %s never sum to more than 1, for the base and for every row',
  (id) => {
    const map = sampleMap(id);
    for (const transitions of siblings(map)) {
      const rows = new Set(transitions.flatMap(rowsOf));
      const sumOf = (row: string | null) =>
        transitions.reduce((sum, { chance }) => {
          const own = row === null ? undefined : chance.bySegment[row]?.value;
          return sum + (own ?? chance.base);
        }, 0);
      for (const row of [null, ...rows]) expect(sumOf(row)).toBeLessThanOrEqual(1 + 1e-9);
    }
  },
);

test('in CoachingLive a matching row decides all chances of its touchpoint together', () => {
  for (const transitions of siblings(sampleMap('coachinglive'))) {
    for (const transition of transitions)
      expect(rowsOf(transition)).toEqual(rowsOf(transitions[0] ?? transition));
  }
});

test.each(SAMPLE_IDS)('entry weights and persona shares of %s sum to 1', (id) => {
  const { touchpoints, personas } = sampleMap(id);
  const entries = Object.values(touchpoints).filter(({ kind }) => kind === 'entry');
  if (entries.length === 0) return;
  expect(entries.reduce((sum, { weight }) => sum + weight.base, 0)).toBeCloseTo(1, 9);
  expect(Object.values(personas).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
});
