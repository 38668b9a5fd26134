import { describe, expect, test } from 'vitest';
import { type JourneyMapInput, Scenario } from '../../../src/map/schema';
import { simulate } from '../../../src/simulation';
import { solveExact } from '../../../src/simulation/exact';
import { idOf } from '../support/chain';
import { days, smallMap } from '../support/smallMap';

type Campaign = Partial<NonNullable<JourneyMapInput['campaigns']>[string]>;

const MAIL = idOf('mail');
const BUYS = idOf('again-buys');
const CUSTOMERS = 1_000;
const lift = (factor: number, variant: string | null = null) =>
  ({ kind: 'lift', transition: BUYS, factor, variant }) as const;

/** Three visits two days apart: a campaign is at each, and at each of them one in ten buys unless it is lifted. */
function mailMap(campaign: Campaign) {
  const more = (operator: 'less' | 'at-least') =>
    ({ kind: 'visits', touchpoint: idOf('again'), operator, value: 3 }) as const;
  return smallMap({
    touchpoints: { comes: 'entry', again: { milestone: 'acquired' }, buys: 'outcome' },
    transitions: {
      'comes-again': { chance: { base: 1 }, delay: days(2) },
      'again-buys': 0.1,
      'again-again': { otherwise: true, delay: days(2), when: more('less') },
    },
    campaigns: {
      mail: { touchpoints: { [idOf('again')]: true }, cost: { perContact: 2 }, ...campaign },
    },
  });
}

const variants = {
  [idOf('one')]: { share: 1, order: 'a0' },
  [idOf('two')]: { share: 0.5, order: 'a1' },
} as const;
const window = (from: string, to: string) => ({ [idOf('window')]: { from, to } });
/** Of those who buy with these chances at their visits, the share; and who comes to each visit. */
const bought = (...chances: number[]) =>
  1 - chances.reduce((left, chance) => left * (1 - chance), 1);
const came = (...chances: number[]) =>
  chances.reduce((sum, _, k) => sum + 1 - bought(...chances.slice(0, k)), 0);

const CASES: [string, Campaign, { buys: number; contacts: number; contacted: number }][] = [
  [
    'lifts a chance at every visit',
    { effects: { [idOf('lift')]: lift(5) } },
    { buys: bought(0.5, 0.5, 0.5), contacts: came(0.5, 0.5, 0.5), contacted: 1 },
  ],
  [
    'changes nothing for its control group',
    { controlShare: 0.25, effects: { [idOf('lift')]: lift(5) } },
    {
      buys: 0.75 * bought(0.5, 0.5, 0.5) + 0.25 * bought(0.1, 0.1, 0.1),
      contacts: 0.75 * came(0.5, 0.5, 0.5),
      contacted: 0.75,
    },
  ],
  [
    'works on for ever after its last contact',
    { maxContacts: 1, effects: { [idOf('lift')]: lift(5) } },
    { buys: bought(0.5, 0.5, 0.5), contacts: 1, contacted: 1 },
  ],
  [
    'works for some days after its last contact',
    { maxContacts: 1, lastsDays: 2, effects: { [idOf('lift')]: lift(5) } },
    { buys: bought(0.5, 0.5, 0.1), contacts: 1, contacted: 1 },
  ],
  [
    'works anew after each contact',
    { maxContacts: 2, lastsDays: 1, effects: { [idOf('lift')]: lift(5) } },
    { buys: bought(0.5, 0.5, 0.1), contacts: came(0.5, 0.5), contacted: 1 },
  ],
  [
    'contacts on the days of its schedule',
    {
      schedule: window('2026-01-05', '2026-01-06'),
      lastsDays: 0,
      effects: { [idOf('lift')]: lift(5) },
    },
    { buys: bought(0.1, 0.5, 0.1), contacts: 0.9, contacted: 0.9 },
  ],
  [
    'has variants that differ',
    {
      controlShare: 0.4,
      variants,
      effects: { [idOf('a')]: lift(5, idOf('one')), [idOf('b')]: lift(0, idOf('two')) },
    },
    {
      buys: 0.4 * bought(0.1, 0.1, 0.1) + 0.4 * bought(0.5, 0.5, 0.5),
      contacts: 0.4 * came(0.5, 0.5, 0.5) + 0.2 * 3,
      contacted: 0.6,
    },
  ],
  [
    'has an effect for all variants and one for a variant that is gone',
    { variants, effects: { [idOf('a')]: lift(5), [idOf('b')]: lift(0, idOf('gone')) } },
    { buys: bought(0.5, 0.5, 0.5), contacts: came(0.5, 0.5, 0.5), contacted: 1 },
  ],
  [
    'never acts',
    { maxContacts: 0, effects: { [idOf('lift')]: lift(5) } },
    { buys: bought(0.1, 0.1, 0.1), contacts: 0, contacted: 0 },
  ],
];

describe.each([null, 50])('up to a horizon of %s days, a campaign', (horizon) => {
  test.each(CASES)('%s', async (_, campaign, expected) => {
    const map = mailMap(campaign);
    const scenario = Scenario.parse({ horizon, customers: CUSTOMERS, seed: 2 });
    const { total } = solveExact(map, scenario);
    expect(total.outcomes[idOf('buys')]).toBeCloseTo(expected.buys, 12);
    expect(total.contacts[MAIL]).toBeCloseTo(expected.contacts, 12);
    expect(total.contacted[MAIL]).toBeCloseTo(expected.contacted, 12);
    expect(total.money.cost.campaign).toBeCloseTo(2 * expected.contacts, 12);
    expect(total.clv.mean).toBeCloseTo(-2 * expected.contacts, 12);
    const run = await simulate(map, scenario, { intervals: false });
    const near = (count: number, share: number) =>
      expect(Math.abs(count / CUSTOMERS - share)).toBeLessThan(2.5 / Math.sqrt(CUSTOMERS));
    near(run.outcomes[idOf('buys')]!.customers, expected.buys);
    near(run.campaigns[MAIL]!.contacted, expected.contacted);
    near(run.campaigns[MAIL]!.contacts / 3, expected.contacts / 3);
  });
});
