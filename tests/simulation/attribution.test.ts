import { describe, expect, test } from 'vitest';
import { Scenario } from '../../src/map/schema';
import { chainOfPaths, removalEffects, simulate } from '../../src/simulation';
import { idOf } from './support/chain';
import { smallMap } from './support/smallMap';

const path = (channels: string, converted: boolean) => ({
  channels: Array.from(channels),
  converted,
});

describe('credit by removal', () => {
  test('is what conversions are lost without a channel', () => {
    const chain = chainOfPaths(
      ['a', 'b'],
      [path('a', true), path('ab', true), path('b', false), path('ab', false)],
    );
    expect(chain).toEqual({
      start: [3, 1],
      startConverts: 0,
      startNone: 0,
      moves: [
        [0, 2],
        [0, 0],
      ],
      converts: [1, 1],
      none: [0, 2],
    });
    // From b one in three converts; from a one in three at once and two in three go on to b.
    const atB = 1 / 3;
    const atA = 1 / 3 + (2 / 3) * atB;
    const rate = 0.75 * atA + 0.25 * atB;
    const withoutB = 0.75 / 3;
    const withoutA = 0.25 * atB;
    const { rate: told, removal, credit } = removalEffects(chain);
    expect(told).toBeCloseTo(rate, 12);
    expect(removal[0]).toBeCloseTo(1 - withoutA / rate, 12);
    expect(removal[1]).toBeCloseTo(1 - withoutB / rate, 12);
    expect(credit[0]! + credit[1]!).toBeCloseTo(1, 12);
    expect(credit[0]! / credit[1]!).toBeCloseTo(removal[0]! / removal[1]!, 12);
  });

  test('does not change with moves of a channel to itself, nor with channels nobody asked for', () => {
    const plain = [path('ab', true), path('b', false), path('', true)];
    const noisy = [path('aaxbb', true), path('xbb', false), path('xx', true)];
    const effects = removalEffects(chainOfPaths(['a', 'b'], noisy));
    expect(effects).toEqual(removalEffects(chainOfPaths(['a', 'b'], plain)));
    // One of three converts without any channel.
    expect(effects.rate).toBeCloseTo(2 / 3, 12);
  });

  test('is none where nobody came, nobody converted, or there is no channel', () => {
    const nothing = { removal: [0], credit: [0] };
    expect(removalEffects(chainOfPaths(['a'], []))).toEqual({ rate: 0, ...nothing });
    expect(removalEffects(chainOfPaths(['a'], [path('a', false)]))).toEqual({
      rate: 0,
      ...nothing,
    });
    const direct = removalEffects(chainOfPaths([], [path('', true), path('', false)]));
    expect(direct).toEqual({ rate: 0.5, removal: [], credit: [] });
  });
});

describe('the credit of a run', () => {
  const shop = (milestone: 'acquired' | null, outcome: 'success' | 'loss') =>
    smallMap({
      touchpoints: {
        ad: 'entry',
        shop: { milestone },
        later: 'touchpoint',
        end: { kind: 'outcome', outcome },
      },
      transitions: { 'ad-shop': 1, 'shop-later': 1, 'later-end': 1 },
      campaigns: {
        early: { touchpoints: { [idOf('ad')]: true } },
        late: { touchpoints: { [idOf('later')]: true } },
      },
    });
  const creditOf = async (...parts: Parameters<typeof shop>) => {
    const scenario = Scenario.parse({ horizon: null, customers: 20 });
    const { attribution } = await simulate(shop(...parts), scenario, { intervals: false });
    const told = (table: Readonly<Record<string, { credit: { value: number } }>>) =>
      Object.fromEntries(Object.entries(table).map(([id, { credit }]) => [id, credit.value]));
    return { ...told(attribution.touchpoints), ...told(attribution.campaigns) };
  };

  test('ends with the milestone where there is one', async () => {
    expect(await creditOf('acquired', 'success')).toEqual({
      [idOf('ad')]: 0.5,
      [idOf('shop')]: 0.5,
      [idOf('later')]: 0,
      [idOf('end')]: 0,
      [idOf('early')]: 1,
      [idOf('late')]: 0,
    });
  });

  test('ends with a success where there is none', async () => {
    expect(await creditOf(null, 'success')).toEqual({
      [idOf('ad')]: 0.25,
      [idOf('shop')]: 0.25,
      [idOf('later')]: 0.25,
      [idOf('end')]: 0.25,
      [idOf('early')]: 0.5,
      [idOf('late')]: 0.5,
    });
  });

  test('is nobody’s where nobody succeeds', async () => {
    const credits = await creditOf(null, 'loss');
    expect(Object.values(credits)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
