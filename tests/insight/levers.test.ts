import { describe, expect, test } from 'vitest';
import { type Compute, Inquiry } from '../../src/insight/inquiry';
import {
  answerLever,
  breakEvenRange,
  byEffort,
  type LeverAnswer,
} from '../../src/insight/levers/leverAnswer';
import { isLever, leversOf, withLever } from '../../src/insight/levers/levers';
import { computed } from '../../src/insight/live/computed';
import { PROFIT_ARRIVALS } from '../../src/kpis';
import { type JourneyMap, Scenario } from '../../src/map/schema';
import { simulate } from '../../src/simulation';
import { id, runOf, SHOP, shopOf, touchpointsWith } from './shop';

const { signal } = new AbortController();
const compute: Compute = (question) => Promise.resolve(computed(question));
const solve = (map: JourneyMap) =>
  computed({ map, scenario: Scenario.parse({}), seed: 1, customers: 10, slopes: true })!;

const inquiryOf = async (map: JourneyMap, how: Compute = compute) =>
  new Inquiry({ map, run: await runOf(map), simulate, compute: how });

describe('a lever', () => {
  test('is a transition whose chance can be lifted', () => {
    const map = shopOf({
      touchpoints: {
        ...SHOP.touchpoints,
        [id('which')]: { kind: 'decision' },
      },
      transitions: {
        ...SHOP.transitions,
        [id('rest')]: { from: id('page'), to: id('ad'), otherwise: true },
        [id('again')]: { from: id('page'), to: id('page'), chance: { base: 0.1 } },
        [id('rule')]: { from: id('which'), to: id('page') },
      },
    });
    expect(Object.keys(map.transitions).filter((each) => isLever(map, each))).toEqual([
      id('click'),
      id('buy'),
    ]);
    expect(isLever(map, id('nowhere'))).toBe(false);
  });

  test('lifts one transition for everybody, without cost or control group', () => {
    const map = shopOf();
    const before = solve(map);
    const after = solve(withLever(map, id('buy'), 1.2));
    expect(before.profit.value).toBeCloseTo(1.25 * PROFIT_ARRIVALS, 6);
    // 0.5 × 0.05 more buyers at 26 each.
    expect(after.profit.value - before.profit.value).toBeCloseTo(0.65 * PROFIT_ARRIVALS, 6);
    expect(after.contacts).toBe(0);
    expect(after.fixed).toBe(0);
    expect(after.shares[id('buy')]).toBeCloseTo(0.3, 9);
    expect(map.campaigns).toEqual({});
  });
});

describe('the levers worth asking about', () => {
  test('begin with what a rising KPI watches, by scope, by ends, by formula or by segment', async () => {
    const watched = async (kpi: object) => {
      const map = shopOf({
        ...SHOP,
        attributes: { [id('member')]: { name: 'Member', type: 'boolean' } },
        segments: {
          [id('members')]: {
            rule: {
              kind: 'group',
              combine: 'all',
              rules: [{ kind: 'attribute', attribute: id('member'), test: 'boolean', value: true }],
            },
          },
        },
        touchpoints: touchpointsWith('page', {
          effects: {
            [id('join')]: { attribute: id('member'), operator: 'set', value: true },
          },
        }),
        kpis: { [id('kpi')]: { direction: 'up', ...kpi } },
      } as never);
      return leversOf(map, await runOf(map)).map(({ transition, kpi: by }) => [transition, by]);
    };
    const first = async (kpi: object) => (await watched(kpi))[0];
    const catalogue = { kind: 'catalogue', id: 'stage-conversion' };
    expect(await first({ scope: { kind: 'transition', id: id('click') } })).toEqual([
      id('click'),
      id('kpi'),
    ]);
    expect(await first({ metric: catalogue, params: { from: id('ad'), to: id('page') } })).toEqual([
      id('click'),
      id('kpi'),
    ]);
    const taken = { kind: 'formula', expression: `taken("${id('click')}") / arrivals` };
    expect(await first({ metric: taken })).toEqual([id('click'), id('kpi')]);
    const members = { kind: 'formula', expression: `members('${id('members')}')` };
    expect(await first({ metric: members })).toEqual([id('click'), id('kpi')]);
    const falling = await watched({
      direction: 'down',
      scope: { kind: 'transition', id: id('click') },
    });
    expect(falling.map(([, by]) => by)).toEqual([null, null]);
    // Between other ends, and of a segment that is not there, there is nothing to watch.
    const elsewhere = { metric: catalogue, params: { from: id('ad'), to: id('bought') } };
    expect((await watched(elsewhere)).map(([, by]) => by)).toEqual([null, null]);
    const gone = { metric: { kind: 'formula', expression: `members('${id('gone')}')` } };
    expect((await watched(gone)).map(([, by]) => by)).toEqual([null, null]);
    const persona = { kind: 'formula', expression: `taken('${id('buy')}')` };
    expect((await watched({ metric: persona }))[0]).toEqual([id('buy'), id('kpi')]);
  });

  test('watch only transitions by the ids a formula gives to `taken`', async () => {
    // Ids are unique within their collection: a touchpoint may have that of a transition.
    const map = shopOf({
      touchpoints: { ...SHOP.touchpoints, [id('buy')]: { name: 'Buy' } },
      kpis: {
        [id('kpi')]: {
          direction: 'up',
          metric: { kind: 'formula', expression: `visits("${id('buy')}")` },
        },
      },
    } as never);
    expect(leversOf(map, await runOf(map)).map(({ kpi }) => kpi)).toEqual([null, null]);
  });

  test('watch no transition whose effect the rule of a segment does not read', async () => {
    const map = shopOf({
      attributes: {
        [id('member')]: { name: 'Member', type: 'boolean' },
        [id('mood')]: { name: 'Mood', type: 'boolean' },
      },
      segments: {
        [id('members')]: {
          rule: { kind: 'attribute', attribute: id('member'), test: 'boolean', value: true },
        },
      },
      touchpoints: touchpointsWith('page', {
        effects: { [id('cheer')]: { attribute: id('mood'), operator: 'set', value: true } },
      }),
      kpis: {
        [id('kpi')]: {
          direction: 'up',
          metric: { kind: 'formula', expression: `members("${id('members')}")` },
        },
      },
    } as never);
    expect(leversOf(map, await runOf(map)).map(({ kpi }) => kpi)).toEqual([null, null]);
  });

  test('are worth nothing yet where a KPI watches what nobody has taken', async () => {
    const map = shopOf({
      transitions: {
        ...SHOP.transitions,
        [id('buy')]: { from: id('page'), to: id('bought'), chance: { base: 0 } },
      },
      kpis: {
        [id('kpi')]: { direction: 'up', scope: { kind: 'transition', id: id('buy') } },
      },
    } as never);
    expect(leversOf(map, await runOf(map))).toEqual([
      { transition: id('buy'), kpi: id('kpi'), worth: 0 },
    ]);
  });

  test('go on with those whose customers are worth most afterwards', async () => {
    const map = shopOf({ touchpoints: touchpointsWith('page', { economics: { revenue: 2 } }) });
    const levers = leversOf(map, await runOf(map, null, 4_000));
    expect(levers.map(({ transition }) => transition)).toEqual([id('click'), id('buy')]);
    const [click, buy] = levers;
    // Taken by half, and worth 2 and a quarter of 26 then; taken by an eighth and worth 26 then.
    expect(Math.abs(click!.worth - 0.5 * 8.5)).toBeLessThan(0.4);
    expect(Math.abs(buy!.worth - 0.125 * 26)).toBeLessThan(0.4);
  });
});

describe('the worth of a lever', () => {
  const both = (rest: number) =>
    shopOf({
      touchpoints: {
        ...SHOP.touchpoints,
        [id('gift')]: {
          kind: 'outcome',
          outcome: 'success',
          economics: { revenue: 10 },
        },
      },
      transitions: {
        [id('click')]: { from: id('ad'), to: id('page'), chance: { base: 1 } },
        [id('buy')]: { from: id('page'), to: id('bought'), chance: { base: 0.5 - rest } },
        [id('take')]: { from: id('page'), to: id('gift'), chance: { base: 0.5 } },
      },
    });
  const worthOf = async (map: JourneyMap, name: string) =>
    leversOf(map, await runOf(map, null, 4_000)).find(({ transition }) => transition === id(name))
      ?.worth ?? 0;

  test('is held against the other transitions where nobody drops off', async () => {
    // Taken by half: 26 instead of 10.
    expect(Math.abs((await worthOf(both(0), 'buy')) - 0.5 * 16)).toBeLessThan(0.5);
  });

  test('is held against leaving, which is worth nothing, where somebody drops off', async () => {
    expect(Math.abs((await worthOf(both(0.25), 'buy')) - 0.25 * 26)).toBeLessThan(0.6);
  });

  test('what is worth less than what it would replace is no lever', async () => {
    const map = both(0);
    const levers = leversOf(map, await runOf(map, null, 4_000));
    expect(levers.map(({ transition }) => transition)).not.toContain(id('take'));
  });
});

describe('the answer to a lever', () => {
  // 20 ads bought dear: −4.5 + 0.5 × p × 26 = 0 at p = 0.34615…
  const dear = shopOf({
    touchpoints: touchpointsWith('ad', {
      economics: { costItems: { [id('click')]: { kind: 'acquisition', amount: 4.5 } } },
    }),
  });
  const lever = { transition: id('buy'), kpi: null, worth: 3 };

  test('is solved where the map can be, and the share it asks for is the one by hand', async () => {
    const answer = await answerLever(await inquiryOf(dear), lever, signal);
    expect(answer.method).toBe('exact');
    expect(answer.profit.value).toBeCloseTo(-1.25 * PROFIT_ARRIVALS, 6);
    expect(answer.share).toBeCloseTo(0.25, 9);
    expect(answer.breakEven).toMatchObject({ kind: 'found' });
    expect(answer.breakEven.factor).toBeCloseTo(4.5 / 13 / 0.25, 2);
    expect(answer.shareThen).toBeCloseTo(4.5 / 13, 2);
    expect(breakEvenRange(answer)).toBeNull();
  });

  test('is sampled with the luck of the run where the map cannot be solved', async () => {
    const inquiry = await inquiryOf(dear, () => Promise.resolve(null));
    const answer = await answerLever(inquiry, lever, signal);
    expect(answer.method).toBe('sampled');
    expect(answer.profit).toBe(inquiry.profit);
    expect(answer.breakEven.kind).toBe('found');
    expect(answer.shareThen).toBeGreaterThan(0.28);
    expect(answer.shareThen).toBeLessThan(0.42);
  });

  test('is sampled too where only the map with the lever is too large', async () => {
    const asIs: Compute = (question) =>
      compute(question).then((found) =>
        Object.keys(question.map.campaigns).length > 0 ? null : found,
      );
    const answer = await answerLever(await inquiryOf(dear, asIs), lever, signal);
    expect(answer.method).toBe('sampled');
  });

  test('cannot be more than everybody', async () => {
    const hopeless = shopOf({
      touchpoints: touchpointsWith('ad', {
        economics: { costItems: { [id('click')]: { kind: 'acquisition', amount: 20 } } },
      }),
    });
    const answer = await answerLever(await inquiryOf(hopeless), lever, signal);
    // Four times a quarter is everybody, and not enough.
    expect(answer.breakEven).toMatchObject({ kind: 'cannot' });
    expect(answer.breakEven.factor).toBeCloseTo(4, 6);
    expect(answer.shareThen).toBeCloseTo(1, 6);
  });

  test('a transition that nobody takes is multiplied by at most twenty', async () => {
    const never = shopOf({
      touchpoints: touchpointsWith('ad', {
        economics: { costItems: { [id('click')]: { kind: 'acquisition', amount: 20 } } },
      }),
      transitions: {
        ...SHOP.transitions,
        [id('buy')]: { from: id('page'), to: id('bought'), chance: { base: 0 } },
      },
    });
    const answer = await answerLever(await inquiryOf(never), lever, signal);
    expect(answer.breakEven).toMatchObject({ kind: 'cannot', factor: 20 });
    expect(answer).toMatchObject({ share: 0, shareThen: 0 });
  });

  /** Solves at once: profit and the share of buyers as they are at a factor on the chance to buy. */
  const given =
    (profitAt: (factor: number) => number, shareAt: (factor: number) => number): Compute =>
    ({ map }) => {
      const [lift] = Object.values(map.campaigns).flatMap(({ effects }) => Object.values(effects));
      const factor = lift?.kind === 'lift' ? lift.factor : 1;
      return Promise.resolve({
        profit: { value: profitAt(factor), interval: null },
        shares: { [id('buy')]: shareAt(factor) },
        drift: 0,
        goal: { value: 0, interval: null },
        goalDrift: 0,
        contacts: 0,
        fixed: 0,
        slopes: null,
        step: null,
      });
    };

  test('asks for the share found at the factor, even where that is not in proportion', async () => {
    const share = (factor: number) => (1 + factor) / 8;
    const profit = (factor: number) => -30_000 + 100_000 * (share(factor) - share(1));
    const answer = await answerLever(await inquiryOf(dear, given(profit, share)), lever, signal);
    expect(profit(answer.breakEven.factor)).toBeCloseTo(0, -2);
    expect(answer.shareThen).toBeCloseTo(share(answer.breakEven.factor), 9);
  });

  test('asks for a share in proportion to the nearest that was tried where no try broke even', async () => {
    const jump = (factor: number) => (factor < 1.7 ? -30_000 : 40_000);
    const share = (factor: number) => 0.25 * factor;
    const answer = await answerLever(await inquiryOf(dear, given(jump, share)), lever, signal);
    expect(answer.breakEven.factor).toBeCloseTo(1.7, 1);
    expect(answer.shareThen).toBeCloseTo(share(answer.breakEven.factor), 9);
  });

  test('says of a profit what fall it bears', async () => {
    const answer = await answerLever(await inquiryOf(shopOf()), lever, signal);
    expect(answer.breakEven.factor).toBeCloseTo(2 / 13 / 0.25, 2);
    expect(answer.shareThen).toBeCloseTo(2 / 13, 2);
  });

  test('ends with the reason of whoever calls it off', async () => {
    const stop = new AbortController();
    const inquiry = await inquiryOf(dear, (question) => {
      if (Object.keys(question.map.campaigns).length > 0) stop.abort(new Error('called off'));
      return compute(question);
    });
    await expect(answerLever(inquiry, lever, stop.signal)).rejects.toThrow('called off');
  });
});

describe('answers side by side', () => {
  const answerOf = (
    factor: number | null,
    worth = 0,
    more: Partial<LeverAnswer> = {},
  ): LeverAnswer => ({
    transition: 't',
    kpi: null,
    worth,
    method: 'grid',
    profit: { value: -100, interval: [-150, -50] },
    breakEven:
      factor === null
        ? { kind: 'cannot', factor: 20, profit: -5 }
        : { kind: 'found', factor, slope: 1 },
    share: 0.2,
    shareThen: 0.3,
    ...more,
  });

  test('the smallest move comes first, up or down, and what cannot break even last by its worth', () => {
    const [small, fall, large] = [answerOf(1.1), answerOf(0.7), answerOf(1.5)];
    const [poor, rich] = [answerOf(null, 1), answerOf(null, 2)];
    expect([poor, large, rich, fall, small].sort(byEffort)).toEqual([
      small,
      fall,
      large,
      rich,
      poor,
    ]);
  });

  test('the range is the move at either end of the profit, in proportion', () => {
    const range = breakEvenRange(answerOf(1.4));
    expect(range?.[0]).toBeCloseTo(0.2, 9);
    expect(range?.[1]).toBeCloseTo(0.6, 9);
    expect(breakEvenRange(answerOf(null))).toBeNull();
    expect(breakEvenRange(answerOf(1.4, 0, { method: 'exact' }))).toBeNull();
    expect(breakEvenRange(answerOf(1.4, 0, { profit: { value: 0, interval: [0, 0] } }))).toBeNull();
    expect(breakEvenRange(answerOf(1.4, 0, { profit: { value: 9, interval: null } }))).toBeNull();
  });
});
