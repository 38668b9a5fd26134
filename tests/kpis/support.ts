import { measureOf } from '../../src/kpis';
import { JourneyMap, type JourneyMapInput, Kpi, RECORDS } from '../../src/map/schema';
import { referencesOf } from '../../src/map/shape';
import type {
  CostKind,
  Estimate,
  Figures,
  GroupResult,
  MoneySums,
  Period,
  RetentionPoint,
  SpanResult,
  StageResult,
  TimeEstimates,
  TouchpointResult,
} from '../../src/simulation';

/** `trial` → `trial_______`: a readable id that is valid. */
export const id = (name: string) => name.padEnd(12, '_');

/** A number with an interval that belongs to it alone, so that a test sees which one was read. */
export const between = (value: number): Estimate => ({
  value,
  interval: [value - 0.25, value + 0.25],
});

const nothing: Estimate = { value: 0, interval: null };

export const times = (count: number, median: number): TimeEstimates => ({
  count,
  mean: between(median + 1),
  median: between(median),
  p90: between(median + 2),
});

export function costs(more: Partial<Record<CostKind, number>> = {}): Record<CostKind, number> {
  return { acquisition: 0, service: 0, retention: 0, campaign: 0, ...more };
}

/** Money of a group; every number that is not given is 0. */
export function moneyOf(more: Partial<GroupResult['money']> = {}): GroupResult['money'] {
  const sums: MoneySums = { cost: costs(), revenue: 0, planRevenue: 0, contribution: 0 };
  return {
    ...sums,
    discounted: sums,
    perCustomer: nothing,
    discountedPerCustomer: nothing,
    revenuePerCustomer: nothing,
    costPerCustomer: nothing,
    ...more,
  };
}

const nobody = { customers: 0, share: nothing };

/** Customers by milestone; the others are passed by nobody. */
export function passed(counts: Partial<Record<keyof GroupResult['milestones'], number>>) {
  const each = (customers = 0) => ({ customers, share: nothing });
  return {
    trial: each(counts.trial),
    acquired: each(counts.acquired),
    activated: each(counts.activated),
    cancelled: each(counts.cancelled),
  };
}

/** A group of 1,000 customers of whom nothing else is known. */
export function groupOf(more: Partial<GroupResult> = {}): GroupResult {
  return {
    customers: 1_000,
    steps: nothing,
    ends: { outcome: nothing, dropOff: nothing, inJourney: nothing, cutOff: nothing },
    outcomes: {},
    milestones: passed({}),
    money: moneyOf(),
    clv: {
      customers: 0,
      mean: nothing,
      variance: 0,
      discounted: nothing,
      discountedVariance: 0,
    },
    payingDays: 0,
    touchpoints: {},
    transitions: {},
    stages: {},
    ...more,
  };
}

/** Visits to a touchpoint within a group. */
export function visited(visits: number, reached = visits): GroupResult['touchpoints'][string] {
  return { visits, reached, visitsPerCustomer: nothing, reachedShare: nothing, dropOffs: 0 };
}

export function touchpointOf(more: Partial<TouchpointResult> = {}): TouchpointResult {
  return {
    ...visited(0),
    entries: 0,
    arrivals: 0,
    dropOffShare: nothing,
    noRule: 0,
    waiting: 0,
    dwell: times(0, 0),
    days: 0,
    emotion: null,
    cost: 0,
    revenue: 0,
    ...more,
  };
}

export function stageOf(more: Partial<StageResult> = {}): StageResult {
  return {
    ...nobody,
    reached: nothing,
    conversion: nothing,
    dropOffs: 0,
    time: times(0, 0),
    ...more,
  };
}

export function spanOf(from: string | null, to: string | null, more: Partial<SpanResult> = {}) {
  const span: SpanResult = {
    from,
    to,
    started: 100,
    completed: 0,
    share: nothing,
    time: times(0, 0),
    ...more,
  };
  return span;
}

/** A month of 30 days on the run clock; every number that is not given is 0. */
export function monthOf(month: number, more: Partial<Period> = {}): Period {
  const figures = {
    active: 0,
    paying: 0,
    newPaying: 0,
    lostPaying: 0,
    returnedPaying: 0,
    mrr: 0,
    newMrr: 0,
    expansion: 0,
    contraction: 0,
    churned: 0,
    reactivation: 0,
    revenue: 0,
    planRevenue: 0,
    outcomes: 0,
    dropOffs: 0,
    acquired: 0,
  };
  const unknown = Object.fromEntries(Object.keys(figures).map((key) => [key, null]));
  return {
    from: 30 * month,
    to: 30 * month + 30,
    arrivals: 0,
    ...figures,
    cost: costs(),
    intervals: unknown as Period['intervals'],
    ...more,
  };
}

export function retained(age: number, observed: number, paying: number): RetentionPoint {
  return { age, observed, paying, share: nothing };
}

/** Months of 30 days, and what is left of those who ever paid. */
export function seriesOf(periods: Period[], retention: RetentionPoint[] = []): Figures['series'] {
  return { cycleDays: 30, periods, retention };
}

export function figuresOf(more: Partial<Figures> = {}): Figures {
  return {
    settings: {
      startDate: '2026-01-01',
      horizon: 365,
      arrivals: { kind: 'cohort' },
      counting: 'start',
      discountFirstPeriod: false,
      discountRate: 0,
      cycleDays: 30,
      grossMargin: 1,
      maxSteps: 10_000,
      campaigns: [],
      dataset: null,
    },
    total: groupOf(),
    outcomes: {},
    personas: {},
    segments: {},
    touchpoints: {},
    transitions: {},
    stages: {},
    spans: {},
    series: seriesOf([]),
    ...more,
  };
}

export type KpiInput = NonNullable<JourneyMapInput['kpis']>[string];

/** With something that is paid for and takes time: KPIs of money and time have values then. */
const PAID = { [id('paid-later')]: { economics: { revenue: 1 }, dropOffAfter: 1 } };

export function mapOf({ touchpoints, ...more }: Partial<JourneyMapInput> = {}): JourneyMap {
  return JourneyMap.parse({
    format: 'journey-map',
    version: 1,
    id: id('map'),
    touchpoints: { ...PAID, ...touchpoints },
    ...more,
  });
}

export function kpiOf(more: KpiInput = {}): Kpi {
  return Kpi.parse(more);
}

/** The map with every record that its KPIs name. */
function withNamed(map: JourneyMap): JourneyMap {
  const whole = structuredClone(map);
  for (const kpi of Object.values(map.kpis)) {
    for (const { to, id: named } of referencesOf('kpis', kpi)) {
      const ends = to === 'transitions' ? { from: named, to: named } : {};
      const made = { [named]: RECORDS[to].parse(ends) };
      Object.assign(whole[to], { ...made, ...map[to] });
    }
  }
  return whole;
}

/** What a run says of one KPI of the catalogue. */
export function measured(
  metric: string,
  figures: Partial<Figures>,
  more: KpiInput = {},
  map: Partial<JourneyMapInput> = {},
): Estimate | null | undefined {
  const kpis = { [id('kpi')]: { ...more, metric: { kind: 'catalogue' as const, id: metric } } };
  const withKpi = withNamed(mapOf({ ...map, kpis }));
  return measureOf(withKpi)(figuresOf(figures))[id('kpi')];
}
