import { expect, test } from 'vitest';
import { type JourneyMap, Scenario } from '../../../../src/map/schema';
import { gradientOf } from '../../../../src/simulation/exact';
import { idOf } from '../../support/chain';
import { type SmallMap, smallMap } from '../../support/smallMap';

const STEP = 1e-7;
const endless = Scenario.parse({ horizon: null });
const WORTH = { a: 1, b: 5, c: 20, d: 3 } as const;
type End = keyof typeof WORTH;

/** From the start to ends of different worth, by chance and by the factor of a campaign that reaches half of them. */
function liftedMap(chances: Partial<Record<End, [chance: number, factor?: number]>>): JourneyMap {
  const ends = Object.keys(chances) as End[];
  const effects = ends.flatMap((end) => {
    const factor = chances[end]![1];
    const transition = idOf(`start-${end}`);
    return factor === undefined
      ? []
      : [[transition, { kind: 'lift', transition, factor }] as const];
  });
  const touchpoints: SmallMap['touchpoints'] = { start: 'entry' };
  const transitions: SmallMap['transitions'] = {};
  for (const end of ends) {
    touchpoints[end] = { kind: 'outcome', economics: { revenue: WORTH[end] } };
    transitions[`start-${end}`] = chances[end]![0];
  }
  return smallMap({
    touchpoints,
    transitions,
    campaigns: {
      mail: {
        touchpoints: { [idOf('start')]: true },
        controlShare: 0.5,
        effects: Object.fromEntries(effects),
      },
    },
  });
}

test.each<[string, Parameters<typeof liftedMap>[0]]>([
  ['stay below 1', { a: [0.2, 2], b: [0.3], c: [0.1] }],
  ['take from the unlifted', { a: [0.3, 2], b: [0.4], c: [0.15] }],
  ['take from the unlifted, several of them', { a: [0.2, 2], b: [0.5], c: [0.25], d: [0.01, 3] }],
  ['are over 1 by one of them', { a: [0.5, 3], b: [0.3], c: [0.1] }],
  ['are over 1 together', { a: [0.5, 3], b: [0.3, 2], c: [0.1] }],
  ['are over 1 together, and one is 0', { a: [0.5, 3], b: [0.3, 2], c: [0, 2], d: [0.1] }],
  ['are fewer', { a: [0.6, 0.5], b: [0.2], c: [0.2] }],
  ['fill what is over 1 without them', { a: [0.7], b: [0.6], c: [0.2, 1.5] }],
])('the slope by each chance is right where lifted chances %s', (_, chances) => {
  const map = liftedMap(chances);
  const target = { kind: 'contribution', discounted: false } as const;
  const { value, chances: slopes } = gradientOf(map, endless, target);
  expect(Object.keys(slopes)).toHaveLength(Object.keys(chances).length);
  for (const [id, { base, total, bySegment }] of Object.entries(slopes)) {
    const copy = structuredClone(map);
    copy.transitions[id]!.chance.base += STEP;
    const observed = (gradientOf(copy, endless, target).value - value) / STEP;
    expect(Math.abs(base - observed), `${id}: ${base} against ${observed}`).toBeLessThan(1e-4);
    expect(total).toBe(base);
    expect(bySegment).toEqual({});
  }
});
