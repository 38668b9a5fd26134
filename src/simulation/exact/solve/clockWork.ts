import { DAYS_PER_YEAR } from '../../../language';
import { exp } from '../../chance';
import { arrivalDays, arrivedBy, customersOf, log1p, stream } from '../model';
import type { RunSetup } from '../../setup';
import type { Worth } from './sums';
import { CLOCK_TOLERANCE } from '../../clock';

/** Groups of neighbouring arrivals that stand for very many different ones. */
const MOST_GROUPS = 20_000;

/**
 * What one event, or a day of waiting, counts and is worth when it happens a number of ticks after
 * arrival: customers arrive on different days, and the horizon is on the run clock.
 */
export class ClockWork {
  readonly tick: number;
  /** The last tick on which a customer who arrives on day 0 can still do something. */
  readonly last: number;
  /** Share of the customers for whom tick k is within the run. */
  readonly happens: Float64Array;
  readonly now: Float64Array;
  readonly counts: Float64Array;
  readonly countsNow: Float64Array;
  /** For a first entry, at tick 0. */
  readonly atStart: Worth;
  /** Days within the run from arrival to tick k, on average over all customers. */
  private readonly daysUntil: Float64Array;
  private readonly daysNowUntil: Float64Array;

  constructor(setup: RunSetup, tick: number, horizon: number) {
    const { counting, discountRate, discountFirstPeriod, cycleDays } = setup.settings;
    const force = log1p(discountRate) / DAYS_PER_YEAR;
    const shift = discountFirstPeriod ? cycleDays : 0;
    this.tick = tick;
    this.last = Math.max(0, Math.floor((horizon + CLOCK_TOLERANCE) / tick));
    const size = this.last + 1;
    this.happens = new Float64Array(size);
    this.now = new Float64Array(size);
    this.counts = new Float64Array(size);
    this.countsNow = new Float64Array(size);
    this.daysUntil = new Float64Array(size + 1);
    this.daysNowUntil = new Float64Array(size + 1);
    let started = 0;
    let startedNow = 0;
    for (const { day, share } of groupsOf(setup)) {
      for (let k = 0; k < size; k += 1) {
        const clock = day + k * tick;
        if (clock > horizon + CLOCK_TOLERANCE) break;
        const begins = clock >= horizon - CLOCK_TOLERANCE ? 0 : 1;
        const weight = counting === 'start' ? begins : counting === 'end' ? 1 : (begins + 1) / 2;
        const worth = share * exp(-force * (clock + shift));
        this.happens[k]! += share;
        this.now[k]! += worth;
        this.counts[k]! += share * weight;
        this.countsNow[k]! += worth * weight;
        if (k === 0) {
          const first = counting === 'start' ? begins : counting === 'end' ? 0 : begins / 2;
          started += share * first;
          startedNow += worth * first;
        }
        const days = Math.max(0, Math.min(tick, horizon - clock));
        this.daysUntil[k + 1]! += share * days;
        this.daysNowUntil[k + 1]! += worth * stream(force, days);
      }
    }
    for (let k = 0; k < size; k += 1) {
      this.daysUntil[k + 1]! += this.daysUntil[k]!;
      this.daysNowUntil[k + 1]! += this.daysNowUntil[k]!;
    }
    this.atStart = {
      happens: this.happens[0]!,
      counts: started,
      now: this.now[0]!,
      countsNow: startedNow,
    };
  }

  worth(k: number): Worth {
    if (k > this.last) return { happens: 0, counts: 0, now: 0, countsNow: 0 };
    return {
      happens: this.happens[k]!,
      counts: this.counts[k]!,
      now: this.now[k]!,
      countsNow: this.countsNow[k]!,
    };
  }

  /** Share of the customers for whom a wait that begins at tick k would last beyond the horizon at `k + ticks`. */
  share(k: number): number {
    return k > this.last ? 0 : this.happens[k]!;
  }

  days(from: number, to: number): number {
    const end = this.last + 1;
    return this.daysUntil[Math.min(to, end)]! - this.daysUntil[Math.min(from, end)]!;
  }

  daysNow(from: number, to: number): number {
    const end = this.last + 1;
    return this.daysNowUntil[Math.min(to, end)]! - this.daysNowUntil[Math.min(from, end)]!;
  }
}

function groupsOf(setup: RunSetup): readonly { day: number; share: number }[] {
  const few = arrivalDays(setup);
  if (few) return few;
  const { arrivals, customers } = setup.scenario;
  const all = customersOf(setup);
  if (arrivals.kind !== 'steady') {
    const days = arrivals.kind === 'list' ? [...new Set(arrivals.days)].sort((a, b) => a - b) : [0];
    return days.map((day, k) => ({
      day,
      share: (arrivedBy(setup, day) - (k === 0 ? 0 : arrivedBy(setup, days[k - 1]!))) / all,
    }));
  }
  const groups = Math.min(all, MOST_GROUPS);
  // Whole customers as long as there are few enough, else equal parts at their own mean.
  return Array.from({ length: groups }, (_, g) => {
    const from = (g * all) / groups;
    const to = ((g + 1) * all) / groups;
    const mean = groups === all ? g : (from + to - 1) / 2;
    return { day: (arrivals.days * mean) / customers, share: (to - from) / all };
  });
}
