import { exp } from '../../chance';
import { expm1 } from './numbers';
import type { RunSetup } from '../../setup';
import { CLOCK_TOLERANCE } from '../../clock';

/** Customers who arrive on one day of the run. */
export interface ArrivalShare {
  readonly day: number;
  /** Of the customers who arrive within the run. */
  readonly share: number;
}

/** Above this many different days a calendar cannot be followed for each. */
const MOST_ARRIVAL_DAYS = 100;

/** Customers who arrive up to a day of the run clock. */
export function arrivedBy({ scenario }: RunSetup, day: number): number {
  const { arrivals, customers } = scenario;
  const until = day + CLOCK_TOLERANCE;
  if (until < 0) return 0;
  switch (arrivals.kind) {
    case 'cohort':
      return customers;
    case 'steady':
      if (arrivals.days === 0) return customers;
      return Math.min(customers, Math.floor((until * customers) / arrivals.days) + 1);
    case 'list': {
      const { length } = arrivals.days;
      return arrivals.days.reduce(
        (sum, at, i) => sum + (at <= until ? Math.max(0, Math.ceil((customers - i) / length)) : 0),
        0,
      );
    }
  }
}

/** The customers of the run: who would arrive after the horizon is none. */
export function customersOf(setup: RunSetup): number {
  return arrivedBy(setup, setup.settings.horizon ?? Infinity);
}

/** On which days which share of the customers arrives; null where there are too many days. */
export function arrivalDays(setup: RunSetup): readonly ArrivalShare[] | null {
  const { scenario, settings } = setup;
  const { arrivals, customers } = scenario;
  if (arrivals.kind === 'cohort') return [{ day: 0, share: 1 }];
  const last = (settings.horizon ?? Infinity) + CLOCK_TOLERANCE;
  const days =
    arrivals.kind === 'list'
      ? [...new Set(arrivals.days.slice(0, customers))]
      : Array.from(
          { length: Math.min(customers, MOST_ARRIVAL_DAYS + 1) },
          (_, i) => (arrivals.days * i) / customers,
        );
  const within = days.filter((day) => day <= last).sort((a, b) => a - b);
  if (within.length > MOST_ARRIVAL_DAYS) return null;
  const all = customersOf(setup);
  return within.map((day, k) => {
    const before = k === 0 ? 0 : arrivedBy(setup, within[k - 1]!);
    return { day, share: (arrivedBy(setup, day) - before) / all };
  });
}

/** Mean of e^(−θ·arrival) over the customers of a run without a horizon. */
export function arrivalDiscount({ scenario }: RunSetup, theta: number): number {
  const { arrivals, customers } = scenario;
  switch (arrivals.kind) {
    case 'cohort':
      return 1;
    case 'steady': {
      const step = (theta * arrivals.days) / customers;
      return step === 0 ? 1 : expm1(-step * customers) / (customers * expm1(-step));
    }
    case 'list': {
      const { length } = arrivals.days;
      const sum = arrivals.days.reduce(
        (total, day, i) =>
          total + Math.max(0, Math.ceil((customers - i) / length)) * exp(-theta * day),
        0,
      );
      return sum / customers;
    }
  }
}
