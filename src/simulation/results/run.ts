import type { Attribution } from './attribution';
import type { CampaignResult } from './campaigns';
import type { Estimate, Reached } from './estimates';
import type { GroupResult, TransitionResult } from './groups';
import type { SpanResult, StageResult, TouchpointResult } from './places';
import type { Series } from './series';
import type { RunSettings } from './settings';
import type { Paths, SampledWalks } from './walks';

/** Sums over `count` equal batches of the customers, for intervals of any ratio and for paired differences. */
export interface Batches {
  /** Customers per batch. */
  readonly customers: readonly number[];
  /** Metric name → one sum per batch; the names are in docs/simulation.md. */
  readonly sums: Readonly<Record<string, readonly number[]>>;
}

/** What the engine met and the reader should know, the most misleading first. `count`: customers, or times. */
export interface RunNote {
  readonly code:
    | 'cut-off'
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

/** Numbers of each of the run's replicas, so that two runs of the same customers can be paired. */
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
  readonly total: Pick<GroupResult, 'customers' | 'money' | 'outcomes' | 'milestones'>;
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
  readonly notes: readonly RunNote[];
}
