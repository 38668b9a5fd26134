import * as z from 'zod';
import { DAYS_PER_MONTH } from '../../language';
import {
  CalendarDate,
  Channel,
  COLLECTIONS,
  Days,
  Id,
  idOf,
  Money,
  Name,
  Order,
  Owner,
  record,
  setOf,
  Share,
  table,
  Text,
} from './primitives';

/** What a KPI can be read for; all but `map` name a record. */
export const KPI_SCOPES = [
  'map',
  'stage',
  'touchpoint',
  'transition',
  'segment',
  'persona',
] as const;
/** Whether more of a KPI is better (`up`) or less. */
export const DIRECTIONS = ['up', 'down'] as const;

/** A KPI of the catalogue by its id, or a formula over catalogue ids. */
export const Metric = z.discriminatedUnion('kind', [
  record({ kind: z.literal('catalogue'), id: z.string().max(100) }),
  record({ kind: z.literal('formula'), expression: z.string().max(2_000), unit: Name.default('') }),
]);
export type Metric = z.infer<typeof Metric>;

/** Where a KPI is read: the whole map, or one record, whose id is kept when it is deleted. */
export const KpiScope = record({
  kind: z.enum(KPI_SCOPES).default('map'),
  id: Id.nullable().default(null),
}).prefault({});

/** A number that is watched; `target` and `warn` are in the unit of its metric. */
export const Kpi = record({
  name: Name.default(''),
  description: Text,
  metric: Metric.prefault({ kind: 'catalogue', id: 'conversion' }),
  scope: KpiScope,
  params: record({
    /** Start of a conversion or a time; null = the scope's own start. */
    from: idOf('touchpoints', { kept: true }).nullable().default(null),
    to: idOf('touchpoints', { kept: true }).nullable().default(null),
    /** Length of the period in days; null = the whole run. */
    period: Days.nullable().default(null),
  }).prefault({}),
  direction: z.enum(DIRECTIONS).default('up'),
  target: z.number().nullable().default(null),
  /** Between `warn` and `target` the KPI is on watch, beyond `warn` it is missed. */
  warn: z.number().nullable().default(null),
  actuals: table(record({ date: CalendarDate, value: z.number(), source: Text })),
  owner: Owner,
  order: Order,
});
export type Kpi = z.infer<typeof Kpi>;

/** Only a `running` campaign acts in a run, unless the scenario says otherwise. */
export const CAMPAIGN_STATUSES = ['idea', 'planned', 'running', 'paused', 'ended'] as const;
/** How a window of a schedule repeats. */
export const REPEATS = ['never', 'weekly', 'monthly', 'yearly'] as const;

/** A factor on chances: 1 changes nothing; `low`…`high` is what we think possible. */
const factor = z.number().min(0).max(1_000);
/** Added to the emotion felt at a touchpoint. */
const emotionChange = z.number().min(-4).max(4);

const CampaignEffect = z.discriminatedUnion('kind', [
  record({
    kind: z.literal('lift'),
    transition: idOf('transitions'),
    /** null = every variant. */
    variant: Id.nullable().default(null),
    factor: factor.default(1),
    low: factor.default(1),
    high: factor.default(1),
    order: Order,
  }),
  record({
    kind: z.literal('emotion'),
    touchpoint: idOf('touchpoints'),
    variant: Id.nullable().default(null),
    change: emotionChange.default(0),
    low: emotionChange.default(0),
    high: emotionChange.default(0),
    order: Order,
  }),
]);

/** Both ends inclusive; `repeats` moves the window by whole weeks, months or years. */
export const ScheduleWindow = record({
  from: CalendarDate,
  to: CalendarDate,
  repeats: z.enum(REPEATS).default('never'),
  order: Order,
}).refine(({ from, to }) => from <= to, { error: 'the window ends before it begins' });
export type ScheduleWindow = z.infer<typeof ScheduleWindow>;

const CampaignVariant = record({
  name: Name.default(''),
  message: Text,
  share: Share.default(1),
  order: Order,
});

/** Something we do to move a number; without a variant there is one, the campaign itself. */
export const Campaign = record({
  name: Name.default(''),
  description: Text,
  /** Catalogue id or free text, e.g. `win-back`. */
  kind: Name.default(''),
  touchpoints: setOf('touchpoints'),
  /** null = everybody. */
  segment: idOf('segments', { kept: true }).nullable().default(null),
  channel: Channel,
  /** Without a window it always runs. */
  schedule: table(ScheduleWindow),
  cost: record({ fixed: Money.default(0), perContact: Money.default(0) }).prefault({}),
  /** Contacts that act, per customer; null = no cap. */
  maxContacts: z.number().int().min(0).max(1e6).nullable().default(null),
  /** How long a contact works; null = the rest of the walk. */
  lastsDays: Days.nullable().default(null),
  effects: table(CampaignEffect),
  /** Shares are weights among the customers who are not in the control group. */
  variants: table(CampaignVariant),
  controlShare: Share.default(0.1),
  owner: Owner,
  /** Without a scenario, the campaigns that are `running` act. */
  status: z.enum(CAMPAIGN_STATUSES).default('idea'),
  order: Order,
});
export type Campaign = z.infer<typeof Campaign>;

/**
 * Which visits count: `start` every entry, `end` all but the first, `half` the mean of both (half-cycle correction).
 */
export const COUNTINGS = ['start', 'end', 'half'] as const;

const Arrivals = z.discriminatedUnion('kind', [
  /** Everybody on day 0. */
  record({ kind: z.literal('cohort') }),
  /** Evenly over the first `days`. */
  record({ kind: z.literal('steady'), days: Days }),
  /** On the listed days, in turn. */
  record({ kind: z.literal('list'), days: z.array(Days).min(1).max(100_000) }),
]);

/** Replaces one number of the map for the run. */
export const Override = record({
  collection: z.enum(COLLECTIONS),
  id: Id,
  /** JSON Pointer inside the record, e.g. `/chance/base`. */
  path: z.string().max(500),
  value: z.number(),
  order: Order,
});
export type Override = z.infer<typeof Override>;

/** The number of customers one run can hold; results stay bounded whatever it is. */
export const MAX_CUSTOMERS = 100_000_000;

/** A what-if: which campaigns act, which numbers differ, and how the run is made. */
export const Scenario = record({
  name: Name.default(''),
  description: Text,
  /** On or off against the campaign's own status. */
  campaigns: z.record(idOf('campaigns'), z.boolean()).prefault({}),
  overrides: table(Override),
  startDate: CalendarDate.default('2026-01-01'),
  /** Days on the run clock; null = until every walk has ended. */
  horizon: Days.nullable().default(365),
  arrivals: Arrivals.prefault({ kind: 'cohort' }),
  customers: z.number().int().min(1).max(MAX_CUSTOMERS).default(10_000),
  seed: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(1),
  /** Visits that count: every entry, all but the first, or the mean of both. */
  counting: z.enum(COUNTINGS).default('start'),
  /** Discounts as if everything happened one cycle later. */
  discountFirstPeriod: z.boolean().default(false),
  /** Length of one cycle in days, for discounting the first period and for series. */
  cycleDays: z.number().gt(0).max(36_500).default(DAYS_PER_MONTH),
  /** Imported data whose rows are the customers; null = drawn from the personas. */
  dataset: Id.nullable().default(null),
  order: Order,
});
export type Scenario = z.infer<typeof Scenario>;
