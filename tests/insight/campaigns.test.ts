import { describe, expect, test } from 'vitest';
import {
  byNet,
  type CampaignAnswer,
  campaignReading,
  weighCampaign,
} from '../../src/insight/campaigns/campaignAnswer';
import { type Compute, Inquiry } from '../../src/insight/inquiry';
import { computed } from '../../src/insight/live/computed';
import { PROFIT_ARRIVALS } from '../../src/kpis';
import { simulate } from '../../src/simulation';
import { id, runOf, shopOf } from './shop';

const { signal } = new AbortController();
const compute: Compute = (question) => Promise.resolve(computed(question));

/** A flyer on the page: half as many again buy, it costs 0.20 a contact and 500 once. */
const flyer = (status: 'idea' | 'running') => ({
  [id('flyer')]: {
    touchpoints: { [id('page')]: true as const },
    effects: {
      [id('lift')]: { kind: 'lift' as const, transition: id('buy'), factor: 1.5, order: 'a0' },
    },
    cost: { fixed: 500, perContact: 0.2 },
    controlShare: 0,
    maxContacts: 1,
    status,
  },
});
// Half of all arrivals are contacted; an eighth of the contacted buy besides, for 26 each.
const GAIN = 0.5 * 0.125 * 26 * PROFIT_ARRIVALS;
const COST = 0.5 * 0.2 * PROFIT_ARRIVALS + 500;

const weigh = async (status: 'idea' | 'running', how = compute) => {
  const map = shopOf({ campaigns: flyer(status) });
  const run = await runOf(map, null, 4_000);
  const inquiry = new Inquiry({ map, run, simulate, compute: how });
  return weighCampaign(inquiry, id('flyer'), signal);
};

describe('what a campaign brings', () => {
  test.each(['idea', 'running'] as const)('is solved, be it %s: as by hand', async (status) => {
    const answer = await weigh(status);
    expect(answer).toMatchObject({ campaign: id('flyer'), method: 'exact' });
    expect(answer.isOn).toBe(status === 'running');
    expect(answer.gain).toBeCloseTo(GAIN, 4);
    expect(answer.cost).toBeCloseTo(COST, 4);
    expect(answer.net.value).toBeCloseTo(GAIN - COST, 4);
    expect(answer.net.interval?.[0]).toBeCloseTo(answer.net.value, 4);
  });

  test.each(['idea', 'running'] as const)(
    'is sampled where it must be, be it %s',
    async (status) => {
      const answer = await weigh(status, () => Promise.resolve(null));
      expect(answer.method).toBe('sampled');
      expect(answer.isOn).toBe(status === 'running');
      // The few customers' own share is contacted, and the fixed cost is that of one run.
      expect(Math.abs(answer.cost - COST)).toBeLessThan(0.1 * COST);
      expect(answer.net.value).toBeCloseTo(answer.gain - answer.cost, 4);
      const [low, high] = answer.net.interval!;
      expect(low).toBeLessThan(GAIN - COST);
      expect(high).toBeGreaterThan(GAIN - COST);
      expect(low).toBeLessThan(answer.net.value);
      expect(high).toBeGreaterThan(answer.net.value);
    },
  );

  test('is sampled too where only the map with it is too large', async () => {
    const asIs: Compute = (question) =>
      Object.values(question.scenario.campaigns).some(Boolean)
        ? Promise.resolve(null)
        : compute(question);
    expect((await weigh('idea', asIs)).method).toBe('sampled');
  });
});

describe('on a grid of time', () => {
  const solved = (profit: number, drift: number, step: number | null, contacts = 0, fixed = 0) => ({
    profit: { value: profit, interval: null },
    drift,
    goal: { value: 0, interval: null },
    goalDrift: 0,
    contacts,
    fixed,
    shares: {},
    slopes: null,
    step,
  });
  const weighBy = async (without: ReturnType<typeof solved>, having: ReturnType<typeof solved>) => {
    const map = shopOf({ campaigns: flyer('idea') });
    const inquiry = new Inquiry({
      map,
      run: await runOf(map),
      simulate,
      compute: ({ scenario }) =>
        Promise.resolve(scenario.campaigns[id('flyer')] ? having : without),
    });
    return weighCampaign(inquiry, id('flyer'), signal);
  };

  test('the answer is as far off as a finer grid changes the difference, twice over', async () => {
    const answer = await weighBy(solved(100, 5, 7), solved(150, 8, 7, 20, 30));
    expect(answer).toMatchObject({ method: 'grid', gain: 100, cost: 50 });
    expect(answer.net).toEqual({ value: 50, interval: [44, 56] });
  });

  test('is exact only where both sides are', async () => {
    expect((await weighBy(solved(1, 0, null), solved(2, 0, null))).method).toBe('exact');
    expect((await weighBy(solved(1, 0, null), solved(2, 0, 7))).method).toBe('grid');
    expect((await weighBy(solved(1, 0, 7), solved(2, 0, null))).method).toBe('grid');
  });
});

describe('how it reads', () => {
  const answerOf = (value: number, interval: readonly [number, number] | null, cost = 100) =>
    ({ net: { value, interval }, cost }) as CampaignAnswer;

  test.each([
    ['nothing', answerOf(0, null, 0), 1_000],
    ['unsure', answerOf(50, [-10, 110]), 1_000],
    ['costs', answerOf(-50, [-90, -10]), 1_000],
    ['pays', answerOf(500, [400, 600]), 1_000],
    ['buys', answerOf(1_000, [900, 1_100]), 1_000],
    ['pays', answerOf(1_000, [900, 1_100]), 0],
    ['unsure', answerOf(0, [-1, 1]), 0],
    ['pays', answerOf(50, [10, 90], 0), 1_000],
  ])('%s', (reading, answer, loss) => {
    expect(campaignReading(answer, loss)).toBe(reading);
  });

  test('the one that brings most comes first', () => {
    const [less, more] = [answerOf(1, null), answerOf(2, null)];
    expect([less, more].sort(byNet)).toEqual([more, less]);
  });
});
