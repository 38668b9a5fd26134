import { exp } from '../../chance';
import { arrivalDiscount, stream } from '../model';
import { contributionOf, dailyPrice } from '../../../map/records';
import type { Endless, Tilt } from './endless';
import { CAMPAIGN_COST } from '../../setup';

/** Sum and sum of squares over customers, per customer of the run. */
export interface Moments {
  readonly sum: number;
  readonly squares: number;
}

/** Days from arrival to the end of the walk. */
export function timeMoments(endless: Endless, group: number): Moments {
  const { chain, plain } = endless;
  const { waits, touchpoints } = chain.model;
  const first = new Float64Array(chain.size);
  const second = new Float64Array(chain.size);
  each(endless, (s, p, a) => (first[s]! += p * waits[chain.wait[a]!]!.mean));
  for (let s = 0; s < chain.size; s += 1) {
    const days = touchpoints[chain.touchpoint[s]!]!.dropOffAfter;
    first[s]! += chain.drop[s]! * days;
    second[s]! += chain.drop[s]! * days * days;
  }
  const mean = plain.backward(first);
  each(endless, (s, p, a) => {
    const { mean: wait, square } = waits[chain.wait[a]!]!;
    second[s]! += p * (square + 2 * wait * mean[chain.target[a]!]!);
  });
  const square = plain.backward(second);
  const begin = endless.begin(group);
  return { sum: dot(begin, mean), squares: dot(begin, square) };
}

/**
 * The value of those who are acquired: margin on all revenue less every cost that is not of kind
 * acquisition, over the whole walk. `discounted` = in money of day 0.
 *
 * Backward: with F the value still to come, D the wait, c the margin on the plan price a day, R what
 * is booked on arrival and 1ₐ whether the customer will have been acquired, F = cD + R + F′; discounted, with
 * z = e^(−θD) and k = c/θ, F = k + z (R + F′ − k).
 */
export function valueMoments(endless: Endless, group: number, discounted: boolean): Moments {
  const { chain, plain } = endless;
  const { model } = chain;
  const { waits, touchpoints, setup, moneyOf } = model;
  const { grossMargin: margin, counting, discountFirstPeriod, cycleDays } = setup.settings;
  const force = discounted ? endless.force : 0;
  const acquired = acquiredTilt(endless);
  const valueOf = ({
    costs,
    revenue,
  }: {
    readonly costs: readonly number[];
    readonly revenue: number;
  }) => {
    let costsLeft = 0;
    // The first cost is of kind acquisition.
    for (let kind = 1; kind < CAMPAIGN_COST; kind += 1) costsLeft += costs[kind]!;
    return contributionOf(revenue, 0, costsLeft, margin);
  };
  const bookedOn = (a: number) =>
    valueOf(moneyOf[chain.transition[a]!]!) +
    valueOf(touchpoints[chain.touchpoint[chain.target[a]!]!]!.money) -
    chain.entryEvents[chain.entryEvent[a]!]!.contactCost;
  const daily = (s: number) => margin * dailyPrice(chain.price[s]!);
  const first = new Float64Array(chain.size);
  const second = new Float64Array(chain.size);
  for (let s = 0; s < chain.size; s += 1) {
    if (acquired.atDrop[s] === 0 || chain.drop[s] === 0) continue;
    const days = touchpoints[chain.touchpoint[s]!]!.dropOffAfter;
    const worth = daily(s) * stream(force, days);
    first[s]! += chain.drop[s]! * worth;
    second[s]! += chain.drop[s]! * worth * worth;
  }
  const one = Float64Array.from(waits, ({ laplace }) => (force === 0 ? 1 : laplace(force)));
  each(endless, (s, p, a) => {
    const h = acquired.at[chain.target[a]!]!;
    const w = chain.wait[a]!;
    const c = daily(s);
    const k = force === 0 ? 0 : c / force;
    first[s]! += p * (k * h + one[w]! * (bookedOn(a) - k) * h);
    if (force === 0) first[s]! += p * c * waits[w]!.mean * h;
  });
  const once = force === 0 ? plain : endless.discounted;
  const g1 = once.backward(first);
  const two = Float64Array.from(waits, ({ laplace }) => (force === 0 ? 1 : laplace(2 * force)));
  each(endless, (s, p, a) => {
    const t = chain.target[a]!;
    const h = acquired.at[t]!;
    const w = chain.wait[a]!;
    const c = daily(s);
    const k = force === 0 ? 0 : c / force;
    const booked = bookedOn(a) - k;
    const then = booked * h + g1[t]!;
    second[s]! += p * (k * k * h + 2 * k * one[w]! * then);
    second[s]! += p * two[w]! * (booked * booked * h + 2 * booked * g1[t]!);
    if (force === 0) {
      const { mean, square } = waits[w]!;
      second[s]! += p * (c * c * square * h + 2 * c * mean * then);
    }
  });
  const g2 = (force === 0 ? plain : endless.factored(two)).backward(second);
  const begins = counting === 'start' ? 1 : counting === 'end' ? 0 : 0.5;
  let sum = 0;
  let squares = 0;
  for (const { state, entryEvent, weights } of chain.starts) {
    const booked =
      begins * valueOf(touchpoints[chain.touchpoint[state]!]!.money) -
      chain.entryEvents[entryEvent]!.contactCost;
    const h = acquired.at[state]!;
    sum += weights[group]! * (booked * h + g1[state]!);
    squares += weights[group]! * (booked * booked * h + 2 * booked * g1[state]! + g2[state]!);
  }
  const shift = discountFirstPeriod ? cycleDays : 0;
  return {
    sum: sum * arrivalDiscount(setup, force) * exp(-force * shift),
    squares: squares * arrivalDiscount(setup, 2 * force) * exp(-2 * force * shift),
  };
}

/** Who will have passed `acquired` by the end of the walk. */
function acquiredTilt(endless: Endless): Tilt {
  const has = (s: number) => endless.chain.acquired[s] === 1;
  return endless.tilt(has, has);
}

function each(
  { chain }: Endless,
  visit: (state: number, chance: number, arc: number) => void,
): void {
  for (let s = 0; s < chain.size; s += 1) {
    for (let a = chain.first[s]!; a < chain.first[s + 1]!; a += 1) visit(s, chain.chance[a]!, a);
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}
