import { within } from '../../../map/basics';
import { MILESTONES } from '../../../map/schema';
import type { EndKind, RunSettings } from '../../results';
import { ExactSums } from './exactSums';

/** Periods a series has at most; what happens later is in the totals only. */
const MOST_PERIODS = 600;
/** Periods of a run without a horizon. */
const USUAL_PERIODS = 120;
/** A time this close to the end of a period belongs to the next one. */
const TOLERANCE = 1e-9;

/** Customers counted in each period, in the order of the tally's arrays. */
export const PERIOD_COUNTS = [
  'arrivals',
  'ended',
  'outcomes',
  'dropOffs',
  'acquired',
  'newPaying',
  'lostPaying',
  'returnedPaying',
] as const;
/** The first seven are money by kind, in the order of `setup/moneyKinds`. */
export const PERIOD_SUMS = [
  'acquisition',
  'service',
  'retention',
  'campaign',
  'revenue',
  'planRevenue',
  'newMrr',
  'expansion',
  'contraction',
  'churned',
  'reactivation',
] as const;

/** Where each count and each sum of a period stands. */
const COUNT = placesOf(PERIOD_COUNTS);
const SUM = placesOf(PERIOD_SUMS);

function placesOf<Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name, index) => [name, index])) as Record<Name, number>;
}

type PeriodSum = (typeof PERIOD_SUMS)[number];

const ACQUIRED = MILESTONES.indexOf('acquired');

function periodsOf({ horizon, cycleDays }: RunSettings): number {
  if (horizon === null) return USUAL_PERIODS;
  return within(Math.ceil(horizon / cycleDays - TOLERANCE), 1, MOST_PERIODS);
}

/** Period by period: counts, money, moves of the plan price, and payers by age. */
export class SeriesTally {
  readonly periods: number;
  readonly counts: Float64Array;
  readonly sums: ExactSums;
  /** By age in half cycles. */
  readonly observedAt: Float64Array;
  readonly payingAt: Float64Array;
  private readonly cycle: number;
  private readonly isBounded: boolean;
  private lastClock = 0;
  private lastPeriod = 0;

  constructor(settings: RunSettings) {
    this.periods = periodsOf(settings);
    this.cycle = settings.cycleDays;
    this.isBounded = settings.horizon !== null && settings.horizon / this.cycle <= MOST_PERIODS;
    this.counts = new Float64Array(this.periods * PERIOD_COUNTS.length);
    this.sums = new ExactSums(this.periods * PERIOD_SUMS.length);
    this.observedAt = new Float64Array(2 * this.periods + 1);
    this.payingAt = new Float64Array(2 * this.periods + 1);
  }

  /** −1 = after the series. The very horizon belongs to the last period. */
  private periodAt(clock: number): number {
    if (clock === this.lastClock) return this.lastPeriod;
    let period = Math.floor(clock / this.cycle + TOLERANCE);
    if (period >= this.periods) period = this.isBounded ? this.periods - 1 : -1;
    this.lastClock = clock;
    this.lastPeriod = period;
    return period;
  }

  private count(index: number, clock: number): void {
    const period = this.periodAt(clock);
    if (period < 0) return;
    this.counts[period * PERIOD_COUNTS.length + index]! += 1;
  }

  private sum(index: number, amount: number, clock: number): void {
    const period = this.periodAt(clock);
    if (period >= 0) this.sums.add(period * PERIOD_SUMS.length + index, amount);
  }

  private move(name: PeriodSum, amount: number, clock: number): void {
    this.sum(SUM[name], amount, clock);
  }

  enter(clock: number): void {
    this.count(COUNT.arrivals, clock);
  }

  leave(end: EndKind, clock: number): void {
    if (end === 'in-journey') return;
    this.count(COUNT.ended, clock);
    if (end === 'outcome') this.count(COUNT.outcomes, clock);
    if (end === 'drop-off') this.count(COUNT.dropOffs, clock);
  }

  milestone(milestone: number, clock: number): void {
    if (milestone === ACQUIRED) this.count(COUNT.acquired, clock);
  }

  money(kind: number, amount: number, clock: number): void {
    this.sum(kind, amount, clock);
  }

  /** Spreads a plan price over the periods it was paid in. */
  plan(daily: number, from: number, to: number): void {
    let at = from;
    while (at < to) {
      const period = this.periodAt(at);
      if (period < 0) return;
      const end = period === this.periods - 1 ? to : Math.min(to, (period + 1) * this.cycle);
      this.sums.add(period * PERIOD_SUMS.length + SUM.planRevenue, daily * (end - at));
      if (!(end > at)) return;
      at = end;
    }
  }

  priceMove(before: number, after: number, isFirst: boolean, clock: number): void {
    if (before <= 0 && after > 0) {
      this.count(isFirst ? COUNT.newPaying : COUNT.returnedPaying, clock);
      this.move(isFirst ? 'newMrr' : 'reactivation', after, clock);
    } else if (before > 0 && after <= 0) {
      this.count(COUNT.lostPaying, clock);
      this.move('churned', before, clock);
    } else if (after > before) this.move('expansion', after - before, clock);
    else this.move('contraction', before - after, clock);
  }

  /** A price above 0 ran from one clock to another. */
  paid(first: number, from: number, to: number): void {
    const start = Math.max(0, Math.ceil(((from - first) / this.cycle) * 2 - TOLERANCE));
    for (let age = start; age < this.payingAt.length; age += 1) {
      if (!(first + (age / 2) * this.cycle < to - TOLERANCE)) return;
      this.payingAt[age]! += 1;
    }
  }

  observed(first: number, until: number): void {
    for (let age = 0; age < this.observedAt.length; age += 1) {
      if (first + (age / 2) * this.cycle > until + TOLERANCE) return;
      this.observedAt[age]! += 1;
    }
  }

  merge(other: SeriesTally): void {
    addInto(this.counts, other.counts);
    this.sums.merge(other.sums);
    addInto(this.observedAt, other.observedAt);
    addInto(this.payingAt, other.payingAt);
  }
}

/** Adds counts, which are exact. */
export function addInto(sums: Float64Array, more: Float64Array): void {
  for (let index = 0; index < sums.length; index += 1) sums[index]! += more[index]!;
}
