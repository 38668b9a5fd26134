import { JourneyMap, type JourneyMapInput } from '../../src/map/schema';
import { simulate } from '../../src/simulation';

/** `buy` → `buy_________`: a readable id that is valid. */
export const id = (name: string) => name.padEnd(12, '_');

/**
 * A shop small enough to be worked out by hand. Everybody comes by the ad (cost 2), half go to the page, where
 * a quarter buy (revenue 30, cost 4) and the rest drop off. Contribution per arrival:
 * −2 + 0.5 × 0.25 × (30 − 4) = 1.25.
 */
export const SHOP: JourneyMapInput = {
  format: 'journey-map',
  version: 1,
  id: id('shop'),
  market: { grossMargin: 1, discountRate: 0 },
  stages: {
    [id('see')]: { name: 'See', order: 'a0' },
    [id('have')]: { name: 'Have', order: 'a1' },
  },
  touchpoints: {
    [id('ad')]: {
      name: 'Ad',
      kind: 'entry',
      stage: id('see'),
      weight: { base: 1 },
      economics: { costItems: { [id('click')]: { kind: 'acquisition', amount: 2 } } },
    },
    [id('page')]: { name: 'Page', stage: id('see'), position: { x: 0, y: 100 } },
    [id('bought')]: {
      name: 'Bought',
      kind: 'outcome',
      outcome: 'success',
      stage: id('have'),
      milestone: 'acquired',
      economics: {
        revenue: 30,
        costItems: { [id('parcel')]: { kind: 'service', amount: 4 } },
      },
    },
  },
  transitions: {
    [id('click')]: { from: id('ad'), to: id('page'), chance: { base: 0.5 } },
    [id('buy')]: { from: id('page'), to: id('bought'), chance: { base: 0.25 } },
  },
};

/** The shop with other tables; a table that is given replaces the shop's own. */
export function shopOf(more: Partial<JourneyMapInput> = {}): JourneyMap {
  return JourneyMap.parse({ ...SHOP, ...more });
}

/** The shop's touchpoints with fields of one of them changed. */
export function touchpointsWith(name: string, more: object): JourneyMapInput['touchpoints'] {
  const { [id(name)]: own, ...others } = SHOP.touchpoints!;
  return { ...others, [id(name)]: { ...own, ...more } };
}

/** A run of the shop, or of a map like it. */
export const runOf = (map: JourneyMap, scenario: string | null = null, customers = 400) =>
  simulate(map, scenario, { customers, seed: 11, intervals: false });
