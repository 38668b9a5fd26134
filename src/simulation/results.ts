import type { COST_KINDS, MILESTONES, Scenario } from '../map/schema';

/** A 95 % interval. */
export type Interval = readonly [low: number, high: number];

/** A number the run estimates; `interval` is null where it is exact or nothing was observed. */
export interface Estimate {
  readonly value: number;
  readonly interval: Interval | null;
}

/** Median and 90th percentile of a time in days, read from bins 1/8 of an octave wide. */
export interface Times {
  /** How many times were observed. */
  readonly count: number;
  readonly mean: Estimate;
  readonly median: Estimate;
  readonly p90: Estimate;
}

/** What decides a run besides the map: the scenario's settings as they were used. */
export interface RunSettings {
  readonly startDate: string;
  /** Days on the run clock; null = until every walk has ended. */
  readonly horizon: number | null;
  readonly arrivals: Scenario['arrivals'];
  readonly counting: Scenario['counting'];
  readonly discountFirstPeriod: boolean;
  /** Per year. */
  readonly discountRate: number;
  readonly cycleDays: number;
  readonly grossMargin: number;
  readonly maxSteps: number;
  /** Campaigns that act, in their order. */
  readonly campaigns: readonly string[];
  readonly dataset: string | null;
}

export type Milestone = (typeof MILESTONES)[number];
export type CostKind = (typeof COST_KINDS)[number] | 'campaign';

/** Money of a group of customers, in major units; `campaign` is the cost per contact, without fixed costs. */
export interface MoneySums {
  readonly cost: Readonly<Record<CostKind, number>>;
  /** Booked at touchpoints and transitions. */
  readonly revenue: number;
  /** Accrued plan price. */
  readonly planRevenue: number;
  /** Gross margin × all revenue − all costs above. */
  readonly contribution: number;
}

export interface Money extends MoneySums {
  readonly discounted: MoneySums;
  /** Contribution of one customer who arrived. */
  readonly perCustomer: Estimate;
  readonly discountedPerCustomer: Estimate;
  /** All revenue, and all costs, of one customer who arrived. */
  readonly revenuePerCustomer: Estimate;
  readonly costPerCustomer: Estimate;
}

/** How walks end. The four shares of a run sum to 1. */
export interface Ends {
  /** Reached an outcome. */
  readonly outcome: Estimate;
  /** Dropped off somewhere. */
  readonly dropOff: Estimate;
  /** Still in journey at the horizon. */
  readonly inJourney: Estimate;
  /** Stopped after `maxSteps` entries. */
  readonly cutOff: Estimate;
}

/** A share of customers with the number behind it. */
export interface Reached {
  readonly customers: number;
  /** Of the customers of the group. */
  readonly share: Estimate;
}

/** Who of a group came to a stage, and of them to a later one afterwards. */
export interface StageReached extends Reached {
  readonly conversion: Estimate;
}

/** Customer lifetime value: what the journey earns before acquisition, per customer who passed `acquired`. */
export interface Clv {
  readonly customers: number;
  /**
   * Margin on all revenue − every cost that is not of kind acquisition, of everybody who arrived
   * (serving those who never buy is part of it, as CAC is), per acquired customer.
   */
  readonly mean: Estimate;
  /** Of the acquired customers' own values. */
  readonly variance: number;
  readonly discounted: Estimate;
  readonly discountedVariance: number;
}

/** Counts of one touchpoint within a group. */
export interface TouchpointCounts {
  /** Visits that count (see `counting`). */
  readonly visits: number;
  /** The same per customer of the group. */
  readonly visitsPerCustomer: Estimate;
  readonly reachedShare: Estimate;
  /** Customers who came here at least once. */
  readonly reached: number;
  /** Customers who dropped off here. */
  readonly dropOffs: number;
}

/** The run of a group: everybody, one persona, or one segment. */
export interface GroupResult {
  readonly customers: number;
  /** Visits to touchpoints per customer. */
  readonly steps: Estimate;
  readonly ends: Ends;
  readonly outcomes: Readonly<Record<string, Reached>>;
  readonly milestones: Readonly<Record<Milestone, Reached>>;
  readonly money: Money;
  readonly clv: Clv;
  /** Days with a plan price above 0. */
  readonly payingDays: number;
  readonly touchpoints: Readonly<Record<string, TouchpointCounts>>;
  readonly transitions: Readonly<Record<string, TransitionResult>>;
  readonly stages: Readonly<Record<string, StageReached>>;
}

export interface TouchpointResult extends TouchpointCounts {
  /** Every entry, whatever the counting. */
  readonly entries: number;
  /** Customers whose walk began here. */
  readonly arrivals: number;
  /** Of the visits that were left. */
  readonly dropOffShare: Estimate;
  /** Drop-offs because no rule held. */
  readonly noRule: number;
  /** Customers who were here when the horizon came. */
  readonly waiting: number;
  /** Days from entry to leaving, visits cut by the horizon left out. */
  readonly dwell: Times;
  /** All days spent here, visits cut by the horizon included. */
  readonly days: number;
  /** Mean emotion felt, −2…2; null where the map says none. */
  readonly emotion: Estimate | null;
  /** Booked here, neither plan price nor contacts. */
  readonly cost: number;
  readonly revenue: number;
}

export interface TransitionResult {
  /** Times it was taken. */
  readonly count: number;
  /** Of the visits to its touchpoint that were left, in the same group. */
  readonly share: Estimate;
}

export interface StageResult {
  readonly customers: number;
  readonly reached: Estimate;
  /** Of those who reached it: reached a later stage afterwards. */
  readonly conversion: Estimate;
  readonly dropOffs: number;
  /** Total days per customer who reached it and was not waiting here at the end. */
  readonly time: Times;
}

export interface ArmResult {
  /** Customers drawn into this arm. */
  readonly customers: number;
  readonly targeted: number;
  readonly contacted: number;
  readonly contacts: number;
  readonly cost: number;
  /** Of the targeted customers of this arm, from here on (intention to treat). */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly milestones: Readonly<Record<Milestone, number>>;
  /** Sum and sum of squares of the targeted customers' contribution over the whole walk. */
  readonly contribution: number;
  readonly contributionSquares: number;
  /** Against the targeted of the control arm; null for that arm itself. */
  readonly lift: ArmLift | null;
}

/** What being in an arm changed, per targeted customer, with 95 % intervals (Wald, Welch). */
export interface ArmLift {
  readonly outcomes: Readonly<Record<string, Estimate>>;
  readonly milestones: Readonly<Record<Milestone, Estimate>>;
  readonly contribution: Estimate;
}

export interface CampaignResult {
  /** `control`, then each variant's id (or `treated`). */
  readonly arms: Readonly<Record<string, ArmResult>>;
  readonly targeted: number;
  readonly contacted: number;
  readonly control: number;
  readonly contacts: number;
  /** Booked once if anybody was contacted. */
  readonly fixedCost: number;
  /** Fixed and per contact. */
  readonly cost: number;
}

/** One period of `cycleDays` on the run clock. Levels are read at its end, moves are sums over it. */
export interface Period {
  readonly from: number;
  readonly to: number;
  readonly arrivals: number;
  /** Customers in the journey at the end. */
  readonly active: number;
  /** Customers with a plan price above 0 at the end. */
  readonly paying: number;
  readonly newPaying: number;
  readonly lostPaying: number;
  readonly returnedPaying: number;
  readonly mrr: number;
  readonly newMrr: number;
  readonly expansion: number;
  readonly contraction: number;
  readonly churned: number;
  readonly reactivation: number;
  readonly cost: Readonly<Record<CostKind, number>>;
  readonly revenue: number;
  readonly planRevenue: number;
  readonly outcomes: number;
  readonly dropOffs: number;
  /** Customers who passed `acquired` for the first time. */
  readonly acquired: number;
  /** Each of the numbers above that a run can be unsure of. */
  readonly intervals: Readonly<Record<PeriodFigure, Interval | null>>;
}

export type PeriodFigure = Exclude<keyof Period, 'from' | 'to' | 'arrivals' | 'cost' | 'intervals'>;

/** Customers by the age of their first plan price. */
export interface RetentionPoint {
  /** Cycles since the first price above 0; halves are the middle of a cycle. */
  readonly age: number;
  /** Customers whom the run observed up to this age. */
  readonly observed: number;
  /** Those of them with a price above 0 at this age. */
  readonly paying: number;
  readonly share: Estimate;
}

/**
 * Retention as people who differ in a constant chance to stay would show it (Fader & Hardie 2007),
 * fitted to the middles of the cycles. Who comes back counts as having stayed until then.
 */
export interface RetentionCurve {
  readonly alpha: number;
  readonly beta: number;
  readonly logLikelihood: number;
  /** Share still paying in the middle of cycle k, k = 0, 1, …, as far as the run observed. */
  readonly shares: readonly number[];
}

export interface Series {
  readonly cycleDays: number;
  readonly periods: readonly Period[];
  readonly retention: readonly RetentionPoint[];
  /** Null where nobody was lost or too little was seen. */
  readonly retentionFit: RetentionCurve | null;
}

export const END_KINDS = ['outcome', 'drop-off', 'in-journey', 'cut-off'] as const;
export type EndKind = (typeof END_KINDS)[number];

export interface PathCount {
  /** At most 40 touchpoints; a longer walk is told by its beginning. */
  readonly touchpoints: readonly string[];
  readonly cut: boolean;
  readonly end: EndKind;
  readonly count: number;
  readonly share: Estimate;
}

export interface Paths {
  /** Walks compared: the first customers of the run, to a cap. */
  readonly counted: number;
  readonly distinct: number;
  /** Commonest first. */
  readonly top: readonly PathCount[];
}

/** Credit by removal effect in the fitted first-order chain (docs/simulation.md). */
export interface Attribution {
  /** What counts as conversion. */
  readonly goal: 'acquired' | 'success';
  readonly rate: number;
  readonly touchpoints: Readonly<Record<string, Credit>>;
  readonly campaigns: Readonly<Record<string, Credit>>;
}

export interface Credit {
  /** Share of conversions lost when this leads to nothing. */
  readonly removal: Estimate;
  /** Removal effects made to sum to 1. */
  readonly credit: Estimate;
}

/**
 * A few thousand walks, evenly spread over the customers of the run, for replay: columns of plain
 * numbers, which a view can put into typed arrays. Walk w has the steps `first[w]` ≤ k < `first[w + 1]`.
 * Who she is and why she took each step is drawn again on demand: `startWalk(map, scenario, { customer })`.
 */
export interface SampledWalks {
  /** Ids the columns count by. */
  readonly touchpoints: readonly string[];
  readonly transitions: readonly string[];
  readonly personas: readonly string[];
  /** Per walk, ascending. */
  readonly customer: readonly number[];
  /** Per walk: place in `personas`; −1 = none. */
  readonly persona: readonly number[];
  /** Per walk: place in `END_KINDS`. */
  readonly end: readonly number[];
  /** Per walk: run clock in days at which it ended or was cut. */
  readonly endClock: readonly number[];
  /** One more than there are walks: the last is the number of steps. */
  readonly first: readonly number[];
  /** Per step: place in `touchpoints`. */
  readonly touchpoint: readonly number[];
  /** Per step: place in `transitions`, by which she came; −1 = arrived here. */
  readonly transition: readonly number[];
  /** Per step: run clock in days at which she came; the next step's (or `endClock`) is when she left. */
  readonly clock: readonly number[];
}

export interface WalkStep {
  readonly clock: number;
  readonly touchpoint: string;
  /** How she came; null = arrived here. */
  readonly transition: string | null;
}

/** One of the sampled walks, in ids. */
export interface Walk {
  readonly customer: number;
  readonly persona: string | null;
  readonly steps: readonly WalkStep[];
  readonly end: {
    readonly kind: EndKind;
    readonly touchpoint: string | null;
    readonly clock: number;
  };
}

/** From one touchpoint to another, as a KPI asks: by the KPI's id. */
export interface SpanResult {
  readonly from: string | null;
  readonly to: string | null;
  /** Customers who came to `from` (null = arrived). */
  readonly started: number;
  /** Those of them who came to `to` afterwards (null = any outcome), within the KPI's period. */
  readonly completed: number;
  readonly share: Estimate;
  readonly time: Times;
}

/** Sums over `count` equal batches of the customers, for intervals of any ratio and for paired differences. */
export interface Batches {
  /** Customers per batch. */
  readonly customers: readonly number[];
  /** Metric name → one sum per batch; the names are in docs/simulation.md. */
  readonly sums: Readonly<Record<string, readonly number[]>>;
}

/** What the engine met and the reader should know. */
export interface Note {
  readonly code:
    | 'effect-refused'
    | 'chances-over-one'
    | 'no-entry-weight'
    | 'segment-refers-to-itself'
    | 'override-ignored'
    | 'partial';
  readonly collection: 'touchpoints' | 'transitions' | 'segments' | 'scenarios' | 'map';
  readonly id: string;
  readonly count: number;
}

/** The part of a result KPIs are read from; replicas of a run have it too. */
export type Figures = Pick<
  RunResult,
  | 'settings'
  | 'total'
  | 'outcomes'
  | 'personas'
  | 'segments'
  | 'touchpoints'
  | 'transitions'
  | 'stages'
  | 'spans'
> & { readonly series: Omit<Series, 'retentionFit'> };

/** Numbers as the run's replicas tell them, so that two runs of the same customers can be paired. */
export interface ReplicaNumbers {
  /** Part of the run's customers that replicas are made of. */
  readonly share: number;
  /** KPI's id → its value in each replica; NaN is kept as null. */
  readonly kpis: Readonly<Record<string, readonly (number | null)[]>>;
}

/** What a run that is still going on can say already. */
export interface Headline {
  /** Customers walked so far. */
  readonly customers: number;
  readonly total: { readonly money: Money };
  readonly campaignFixedCost: number;
}

/** What a run yields. Every table is keyed by the record's id. */
export interface RunResult {
  readonly format: 'desire-path-run';
  readonly version: 2;
  /** `revision` is '' when the caller gave none. */
  readonly map: { readonly id: string; readonly revision: string };
  /** The scenario's id; null = the map as it is. */
  readonly scenario: string | null;
  readonly seed: number;
  /** The customers simulated, `from` ≤ i < `to`, of the run's `of`. */
  readonly customers: { readonly from: number; readonly to: number; readonly of: number };
  readonly settings: RunSettings;
  /** Everybody. */
  readonly total: GroupResult;
  /** Customers by the outcome they reached. */
  readonly outcomes: Readonly<Record<string, Reached>>;
  readonly touchpoints: Readonly<Record<string, TouchpointResult>>;
  readonly transitions: Readonly<Record<string, TransitionResult>>;
  readonly stages: Readonly<Record<string, StageResult>>;
  /** Members: customers for whom the rule held at any entry of their walk. */
  readonly segments: Readonly<Record<string, GroupResult>>;
  readonly personas: Readonly<Record<string, GroupResult>>;
  readonly campaigns: Readonly<Record<string, CampaignResult>>;
  /** Fixed costs of all campaigns that contacted somebody. */
  readonly campaignFixedCost: number;
  /** By the KPI's id, where the run was asked to measure them. */
  readonly kpis: Readonly<Record<string, Estimate>>;
  readonly series: Series;
  readonly paths: Paths;
  readonly attribution: Attribution;
  readonly spans: Readonly<Record<string, SpanResult>>;
  readonly walks: SampledWalks;
  readonly batches: Batches;
  readonly replicas: ReplicaNumbers;
  readonly notes: readonly Note[];
}

/** A number of the same customers under two scenarios. */
export interface PairedNumber {
  readonly before: number;
  readonly after: number;
  /** After − before, with its paired interval. */
  readonly change: Estimate;
}

/** Two scenarios walked by the same customers with the same luck, each set beside herself. */
export interface ScenarioComparison {
  /** Who arrives under both. */
  readonly customers: number;
  /** Share of them whose walk or money differs at all, and whose contribution is higher or lower. */
  readonly changed: Estimate;
  readonly better: Estimate;
  readonly worse: Estimate;
  /**
   * By name: per customer `end:KIND`, `milestone:NAME`, `stage:ID`, `advanced:ID`, `reached:OUTCOME`,
   * `contribution`, `discounted:contribution`, `revenue`, `planRevenue`, `cost:KIND`, `clvDiscounted`,
   * `payingDays`; and the quotients `cac`, `clv`, `clv-cac` and those asked for where they exist.
   */
  readonly numbers: Readonly<Record<string, PairedNumber>>;
  /** An outcome's id, or the kind of any other end. */
  readonly ends: readonly string[];
  /** Who ends differently. */
  readonly moves: readonly {
    readonly from: string;
    readonly to: string;
    readonly customers: number;
  }[];
}
