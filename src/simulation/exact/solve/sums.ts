import { planRevenueOf } from '../../../map/records';
import type { Chain } from '../chain';
import { CAMPAIGN_COST, MONEY_KINDS, PLAN, REVENUE } from '../../setup';

/** Expected sums of a group of customers, per customer of the run. */
export interface Sums {
  /** Share of all customers who are in the group. */
  share: number;
  /** Counted visits by touchpoint (see `counting`). */
  readonly visits: Float64Array;
  readonly entries: Float64Array;
  readonly arrivals: Float64Array;
  readonly dropOffs: Float64Array;
  readonly noRule: Float64Array;
  /** Customers at each touchpoint when the horizon came. */
  readonly waiting: Float64Array;
  /** Days spent. */
  readonly days: Float64Array;
  /** Of the visits that were left: their number, days and squares of days. */
  readonly left: Float64Array;
  readonly leftDays: Float64Array;
  readonly leftSquares: Float64Array;
  /** By transition. */
  readonly taken: Float64Array;
  readonly contacts: Float64Array;
  readonly firstContacts: Float64Array;
  acquired: number;
  seen: number;
  readonly money: Float64Array;
  readonly discounted: Float64Array;
  payingDays: number;
}

/** Sums of nothing yet. */
export function emptySums({ model }: Chain): Sums {
  const perTouchpoint = () => new Float64Array(model.touchpoints.length);
  const perCampaign = () => new Float64Array(model.campaigns.length);
  return {
    share: 0,
    visits: perTouchpoint(),
    entries: perTouchpoint(),
    arrivals: perTouchpoint(),
    dropOffs: perTouchpoint(),
    noRule: perTouchpoint(),
    waiting: perTouchpoint(),
    days: perTouchpoint(),
    left: perTouchpoint(),
    leftDays: perTouchpoint(),
    leftSquares: perTouchpoint(),
    taken: new Float64Array(model.transitionIds.length),
    contacts: perCampaign(),
    firstContacts: perCampaign(),
    acquired: 0,
    seen: 0,
    money: new Float64Array(MONEY_KINDS),
    discounted: new Float64Array(MONEY_KINDS),
    payingDays: 0,
  };
}

/** How one event counts, per customer who has it. */
export interface Worth {
  /** Whether it happens before the horizon. */
  readonly happens: number;
  /** How the visit counts (see `counting`). */
  readonly counts: number;
  /** The two, discounted to day 0. */
  readonly now: number;
  readonly countsNow: number;
}

/** Counts an entry, and what happened on it. */
export function addEntry(
  sums: Sums,
  chain: Chain,
  state: number,
  entryEvent: number,
  flow: number,
  { happens, counts, now, countsNow }: Worth,
): void {
  const touchpoint = chain.model.touchpoints[chain.touchpoint[state]!]!;
  sums.entries[touchpoint.index]! += flow * happens;
  sums.visits[touchpoint.index]! += flow * counts;
  addMoney(sums, touchpoint.money, flow * counts, flow * countsNow);
  if (entryEvent === 0) return;
  const what = chain.entryEvents[entryEvent]!;
  const comes = flow * happens;
  for (const campaign of what.contacts) sums.contacts[campaign]! += comes;
  for (const campaign of what.firstContacts) sums.firstContacts[campaign]! += comes;
  sums.money[CAMPAIGN_COST]! += comes * what.contactCost;
  sums.discounted[CAMPAIGN_COST]! += flow * now * what.contactCost;
  if (what.acquired) sums.acquired += comes;
  if (what.seen) sums.seen += comes;
}

/** Books money `times`, which is worth `timesNow` times of it on day 0. */
export function addMoney(
  sums: Sums,
  { costs, revenue }: { readonly costs: readonly number[]; readonly revenue: number },
  times: number,
  timesNow: number,
): void {
  for (let kind = 0; kind < costs.length; kind += 1) {
    if (costs[kind] === 0) continue;
    sums.money[kind]! += costs[kind]! * times;
    sums.discounted[kind]! += costs[kind]! * timesNow;
  }
  if (revenue === 0) return;
  sums.money[REVENUE]! += revenue * times;
  sums.discounted[REVENUE]! += revenue * timesNow;
}

/** Lets customers of a state spend days, worth `daysNow` days of day 0. */
export function addStay(
  sums: Sums,
  chain: Chain,
  state: number,
  days: number,
  daysNow: number,
): void {
  sums.days[chain.touchpoint[state]!]! += days;
  const price = chain.price[state]!;
  if (price === 0) return;
  sums.money[PLAN]! += planRevenueOf(price, days);
  sums.discounted[PLAN]! += planRevenueOf(price, daysNow);
  if (price > 0) sums.payingDays += days;
}

/** Counts visits that were left, each after a wait of the given moments. */
export function addLeft(
  sums: Sums,
  touchpoint: number,
  visits: number,
  mean: number,
  square: number,
): void {
  sums.left[touchpoint]! += visits;
  sums.leftDays[touchpoint]! += visits * mean;
  sums.leftSquares[touchpoint]! += visits * square;
}
