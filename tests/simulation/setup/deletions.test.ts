import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdit, removeRecords } from '../../../src/map/edits';
import { newMap } from '../../../src/map/records';
import { type CollectionName, type JourneyMap, Scenario } from '../../../src/map/schema';
import { RunRefused, setUp } from '../../../src/simulation/setup/setUp';
import { simulate } from '../../../src/simulation';
import { solveExact } from '../../../src/simulation/exact';
import { journeyMap } from '../../map/arbitraries';
import { runs } from '../../support/runs';
import { walkBoth } from '../support/bothEngines';

const id = (name: string) => name.padEnd(12, '-');
const without = (map: JourneyMap, ...targets: (readonly [CollectionName, string])[]) =>
  applyEdit(map, removeRecords(targets.map(([collection, one]) => ({ collection, id: one })))).map;

/** Half of those who start are VIPs; only they may buy, and only they get the mailing. */
const map = newMap({
  attributes: { [id('plan')]: { type: 'boolean' } },
  personas: {
    [id('ana')]: { attributes: { [id('plan')]: { family: 'flag', share: 0.5 } } },
  },
  segments: {
    [id('vip')]: {
      rule: { kind: 'attribute', attribute: id('plan'), test: 'boolean', value: true },
    },
  },
  touchpoints: {
    [id('start')]: { kind: 'entry' },
    [id('buy')]: { kind: 'outcome', outcome: 'success' },
  },
  transitions: {
    [id('go')]: {
      from: id('start'),
      to: id('buy'),
      when: { kind: 'segment', segment: id('vip') },
      chance: { base: 1 },
    },
  },
  campaigns: {
    [id('mail')]: {
      segment: id('vip'),
      touchpoints: { [id('start')]: true },
      status: 'running',
      controlShare: 0,
    },
  },
});

test.each<[string, CollectionName, string]>([
  ['a segment', 'segments', 'vip'],
  ['the attribute its segment asks for', 'attributes', 'plan'],
])(
  'a rule that lost %s lets nobody pass, and a campaign contacts nobody, in every engine',
  async (_, collection, name) => {
    const scenario = Scenario.parse({ horizon: null });
    const whole = await simulate(map, scenario, { customers: 200 });
    expect(whole.outcomes[id('buy')]!.customers).toBeGreaterThan(50);
    expect(whole.campaigns[id('mail')]!.targeted).toBeGreaterThan(50);
    expect(solveExact(map, scenario, {}).total.outcomes[id('buy')]).toBeCloseTo(0.5, 9);

    const after = without(map, [collection, id(name)]);
    const run = await simulate(after, scenario, { customers: 200 });
    expect(run.outcomes[id('buy')]!.customers).toBe(0);
    expect(run.campaigns[id('mail')]!.targeted).toBe(0);
    expect(solveExact(after, scenario, {}).total.outcomes[id('buy')]).toBe(0);
    expect(walkBoth(setUp(after, scenario, { customers: 200 }))).toBe(200);
  },
);

test('the compiled engine walks as the machine does whatever was deleted', () => {
  let steps = 0;
  fc.assert(
    fc.property(
      journeyMap({ workshop: false }),
      fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
      (before, picks) => {
        const named = (
          ['segments', 'attributes', 'touchpoints', 'personas', 'campaigns'] as const
        ).flatMap((collection) =>
          Object.keys(before[collection]).map((one) => [collection, one] as const),
        );
        const after = without(before, ...picks.map((pick) => named[pick % named.length]!));
        const campaigns = Object.fromEntries(
          Object.keys(after.campaigns).map((one) => [one, true]),
        );
        try {
          const scenario = Scenario.parse({ campaigns });
          steps += walkBoth(setUp(after, scenario, { customers: 3, maxSteps: 40 }));
        } catch (error) {
          if (!(error instanceof RunRefused)) throw error;
        }
      },
    ),
    { numRuns: runs(60, 5_000) },
  );
  expect(steps).toBeGreaterThan(200);
});
