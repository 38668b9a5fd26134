import { DAYS_PER_MONTH } from '../../language';
import { definitionOf, type KpiState, lacks, namesWhatIsGone, stateOf } from '../../kpis';
import type { JourneyMap, Kpi } from '../../map/schema';
import type { Estimate, RunResult } from '../../simulation/results';

/** Why a run says nothing of a KPI, or nothing that may be held against its target. */
type NoStanding =
  /** It names something that was deleted. */
  | 'gone'
  /** It speaks of money, or of time, and the map has none. */
  | 'money'
  | 'time'
  /** Only people can say. */
  | 'asked'
  /** The run ends before the KPI's period does. */
  | 'covers'
  /** The KPI counts all of the run, and the run goes on beyond the KPI's period. */
  | 'exceeds'
  /** Needs subscriptions that began almost a year before the run ends. */
  | 'year'
  /** What was spent on winning customers has not come back. */
  | 'unpaid'
  | 'nobody';

interface KpiStanding {
  readonly state: KpiState;
  readonly why: NoStanding | null;
}

/** Where what the run says of a KPI stands against its target, or why it does not. */
export function standingOf(
  kpi: Kpi,
  map: JourneyMap,
  measured: Estimate | null,
  { horizon }: Pick<RunResult['settings'], 'horizon'>,
): KpiStanding {
  if (namesWhatIsGone(kpi, map)) return without('gone');
  const lacking = lacks(kpi, map);
  if (lacking !== null) return without(lacking);
  const definition = kpi.metric.kind === 'catalogue' ? definitionOf(kpi.metric.id) : null;
  const { period } = kpi.params;
  if (period !== null && horizon !== null && horizon < period) return without('covers');
  // A metric that takes a period is measured within it; any other counts the whole run.
  const takesPeriod = definition?.params.includes('period') ?? false;
  if (period !== null && !takesPeriod && horizon !== period) return without('exceeds');
  if (measured) return { state: stateOf(kpi, measured.value), why: null };
  if (definition && !definition.measure) return without('asked');
  if (definition?.id === 'monthly-loss') return without('year');
  return without(definition?.id === 'cac-payback' ? 'unpaid' : 'nobody');
}

function without(why: NoStanding): KpiStanding {
  return { state: 'no-value', why };
}

/** Days as months, to one decimal. */
export function inMonths(days: number): number {
  return Math.round((days / DAYS_PER_MONTH) * 10) / 10;
}
