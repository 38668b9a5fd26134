import type { JourneyMap, Kpi, KPI_SCOPES } from '../map/schema';
import type { Estimate, Figures, GroupResult } from '../simulation/results';

/** How a KPI's number is read: `share` is 0…1 and shown in percent. */
export const KPI_UNITS = ['share', 'money', 'days', 'months', 'count', 'ratio', 'score'] as const;
/** One of `KPI_UNITS`. */
export type KpiUnit = (typeof KPI_UNITS)[number];

/** One of `KPI_SCOPES`. */
export type ScopeKind = (typeof KPI_SCOPES)[number];

/** What a KPI is computed from. */
export interface KpiInput {
  readonly run: Figures;
  /** The KPI's own id: what the run counted for it (`spans`) is found by it. */
  readonly id: string;
  readonly kpi: Kpi;
  readonly map: JourneyMap;
  /** The customers the KPI speaks of: everybody, or its persona's or segment's. */
  readonly group: GroupResult;
}

/** A KPI of the catalogue; its name and formula in words are `kpi.<id>.name` and `kpi.<id>.formula`. */
export interface KpiDefinition {
  /** Stable: files name it. */
  readonly id: string;
  readonly unit: KpiUnit;
  /** Which way is better. */
  readonly direction: Kpi['direction'];
  readonly scopes: readonly ScopeKind[];
  readonly params: readonly (keyof Kpi['params'])[];
  /** Null where the run holds nothing to compute it from; absent where only actual values exist. */
  readonly measure?: (reading: KpiInput) => Estimate | null;
}

/** A number without an interval; null stays null. */
export function exactly(value: number | null): Estimate | null {
  return value === null || !Number.isFinite(value) ? null : { value, interval: null };
}
