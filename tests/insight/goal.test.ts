import { describe, expect, test } from 'vitest';
import { goalSentence, goalVerdict, Inquiry, judged, yardstickOf } from '../../src/insight';
import { campaignReading, weighCampaign } from '../../src/insight/campaigns';
import { betterAndWorse, compareOnMap, compareRuns } from '../../src/insight/comparison';
import { answerGoalLever, byGoal, leversOf } from '../../src/insight/levers';
import { computed } from '../../src/insight/live';
import { answerer } from '../../src/insight/live';
import { loadLanguage } from '../../src/language/load';
import { newMap } from '../../src/map/records';
import type { JourneyMap } from '../../src/map/schema';
import { simulate } from '../../src/simulation';

const ID = {
  door: 'touchpoint-door',
  talk: 'touchpoint-talk',
  joins: 'touchpoint-joins',
  goes: 'touchpoint-goes',
  talks: 'transition-talks',
  join: 'transition-join',
  goes2: 'transition-goes',
  flyer: 'campaign-flyer',
  better: 'scenario-better',
} as const;

/** 40% of those at the door talk; half of them join, the rest say no: 20% reach the goal, 60% drop off. */
const map: JourneyMap = newMap({
  touchpoints: {
    [ID.door]: { kind: 'entry', name: 'Door' },
    [ID.talk]: { name: 'Talk' },
    [ID.joins]: { kind: 'outcome', outcome: 'success', name: 'Joins' },
    [ID.goes]: { kind: 'outcome', outcome: 'loss', name: 'Goes' },
  },
  transitions: {
    [ID.talks]: { from: ID.door, to: ID.talk, chance: { base: 0.4 }, order: 'a0' },
    [ID.join]: { from: ID.talk, to: ID.joins, chance: { base: 0.5 }, order: 'a1' },
    [ID.goes2]: { from: ID.talk, to: ID.goes, otherwise: true, order: 'a2' },
  },
  campaigns: {
    [ID.flyer]: {
      name: 'Flyer',
      touchpoints: { [ID.door]: true },
      controlShare: 0,
      effects: { 'effect-of-lift': { kind: 'lift', transition: ID.talks, factor: 1.5 } },
    },
  },
  scenarios: {
    [ID.better]: {
      name: 'Better door',
      overrides: {
        'override-door': {
          collection: 'transitions',
          id: ID.talks,
          path: '/chance/base',
          value: 0.6,
        },
      },
    },
  },
});

const few = { customers: 4_000, seed: 5 };
const { signal } = new AbortController();

async function inquiryOf(isSolved: boolean): Promise<Inquiry> {
  const run = await simulate(map, null, few);
  return new Inquiry({
    map,
    run,
    simulate: (asked, scenario, options) => simulate(asked, scenario, options),
    compute: (question) => Promise.resolve(isSolved ? computed(question) : null),
  });
}

describe('a map without money', () => {
  test('is judged by who reaches its goal, a map with money by its profit', async () => {
    const run = await simulate(map, null, few);
    expect(yardstickOf(map)).toBe('goal');
    expect(judged(run, map)).toEqual(run.outcomes[ID.joins]!.share);
    expect(yardstickOf({ ...map, market: { ...map.market, fixedCostPerMonth: 9 } })).toBe('profit');
  });

  test('says in one sentence who reaches it, by its name where there is one', async () => {
    const english = await loadLanguage({ locale: 'en', tag: 'en-GB' });
    const withGoal = (touchpoints: JourneyMap['touchpoints']) =>
      goalSentence(0.345, { ...map, touchpoints }, english);
    const { [ID.goes]: goes, [ID.joins]: joins, ...others } = map.touchpoints;
    expect(withGoal(map.touchpoints)).toBe('34.5% reach “Joins”');
    expect(withGoal({ ...map.touchpoints, [ID.goes]: { ...goes!, outcome: 'success' } })).toBe(
      '34.5% reach the goal',
    );
    expect(withGoal({ ...others, [ID.joins]: { ...joins!, outcome: 'neutral' } })).toBe(
      'No outcome is a success yet',
    );
  });

  test('says where most are lost', async () => {
    const run = await simulate(map, null, few);
    const { leak, loss } = goalVerdict(run, map);
    expect(leak).toEqual({ id: ID.door, share: run.total.ends.dropOff.value });
    expect(loss).toBeCloseTo(run.outcomes[ID.goes]!.share.value, 12);
  });

  test('compares two runs without a word of money', async () => {
    const english = await loadLanguage({ locale: 'en', tag: 'en-GB' });
    const [before, after] = [await simulate(map, null, few), await simulate(map, ID.better, few)];
    const parts = compareRuns(before, after, map, english.t);
    expect(parts.map(({ key }) => key)).not.toContain('money');
    expect(parts.flatMap(({ rows }) => rows).filter(({ unit }) => unit === 'money')).toEqual([]);
  });

  test('of two scenarios says who reaches the goal now, and who no longer', async () => {
    const comparison = await compareOnMap(map, null, ID.better, few);
    const { better, worse } = betterAndWorse(comparison, map)!;
    const { change } = comparison.numbers[`reached:${ID.joins}`]!;
    expect(better - worse).toBeCloseTo(change.value, 12);
    expect(better).toBeGreaterThan(0.05);
  });

  test('as it is being changed its figure is the share, solved or sampled', () => {
    const ask = (means: 'computed' | 'sampled') =>
      answerer()({ map, scenario: null, seed: 5, customers: 4_000, means })!;
    expect(ask('computed').figure.value).toBeCloseTo(0.2, 9);
    const sampled = ask('sampled');
    expect(Math.abs(sampled.figure.value - 0.2)).toBeLessThan(0.03);
    expect(sampled.without.every((each) => Math.abs(each - 0.2) < 0.04)).toBe(true);
  });
});

describe('its levers', () => {
  test('are what leads to the goal and can be taken more often', async () => {
    const run = await simulate(map, null, few);
    const found = leversOf(map, run).map(({ transition }) => transition);
    expect(new Set(found)).toEqual(new Set([ID.talks, ID.join]));
    const certain = { ...map.transitions[ID.talks]!, chance: { base: 1, bySegment: {} } };
    const sure = { ...map, transitions: { ...map.transitions, [ID.talks]: certain } };
    const then = await simulate(sure, null, few);
    expect(leversOf(sure, then).map(({ transition }) => transition)).toEqual([ID.join]);
  });

  test('solved: a tenth more of either brings a tenth more to the goal', async () => {
    const inquiry = await inquiryOf(true);
    for (const transition of [ID.talks, ID.join]) {
      const lever = { transition, kpi: null, worth: 1 };
      const answer = await answerGoalLever(inquiry, lever, signal);
      expect(answer.method).toBe('exact');
      expect(answer.change.value).toBeCloseTo(0.02, 9);
      expect(answer.shareThen).toBeCloseTo(answer.share * 1.1, 9);
    }
  });

  test('sampled: the same customers give the change with its interval', async () => {
    const inquiry = await inquiryOf(false);
    const lever = { transition: ID.talks, kpi: null, worth: 1 };
    const { method, change } = await answerGoalLever(inquiry, lever, signal);
    expect(method).toBe('sampled');
    expect(change.interval![0]).toBeLessThan(0.02);
    expect(change.interval![1]).toBeGreaterThan(0.02);
    expect(change.interval![0]).toBeGreaterThan(0);
  });

  test('stand by what they bring, the most first', () => {
    const bringing = (value: number) => ({ change: { value, interval: null } }) as never;
    expect([bringing(0.1), bringing(0.3), bringing(-1)].sort(byGoal)).toEqual([
      bringing(0.3),
      bringing(0.1),
      bringing(-1),
    ]);
  });
});

describe('a campaign', () => {
  test.each([true, false])(
    'brings a share of customers to the goal (solved: %s)',
    async (isSolved) => {
      const answer = await weighCampaign(await inquiryOf(isSolved), ID.flyer, signal);
      expect(answer.cost).toBe(0);
      expect(answer.gain).toBe(answer.net.value);
      expect(Math.abs(answer.net.value - 0.1)).toBeLessThan(isSolved ? 1e-9 : 0.02);
      expect(campaignReading(answer, 0)).toBe('pays');
    },
  );
});
