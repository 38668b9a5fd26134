import { mapValues } from '../map/basics';
import { hasMoney, hasTime } from '../map/records';
import type { JourneyMap, Kpi } from '../map/schema';
import { referencesOf } from '../map/shape';
import { brokenSegments } from '../rules';
import type { Estimate, Figures, GroupResult } from '../simulation/results';
import type { Measure } from '../simulation/summary';
import { definitionOf } from './catalogue';
import { exactly, KPI_UNITS, type KpiUnit } from './definition';
import { evaluateFormula } from './formula';

/** Where a value stands against target and warning. */
export type KpiState = 'met' | 'watch' | 'missed' | 'no-target' | 'no-value';

/** The value of a KPI in the run or a replica of it; null where it has none. */
function measureKpi(id: string, kpi: Kpi, run: Figures, map: JourneyMap): Estimate | null {
  if (namesWhatIsGone(kpi, map) || lacks(kpi, map) !== null) return null;
  const group = groupOf(kpi, run);
  if (!group) return null;
  const reading = { run, id, kpi, map, group };
  if (kpi.metric.kind === 'catalogue') {
    return definitionOf(kpi.metric.id)?.measure?.(reading) ?? null;
  }
  const result = evaluateFormula(kpi.metric.expression, reading);
  return result.ok ? exactly(result.value) : null;
}

/**
 * Reads every KPI of the map, by id, from a run: what `simulate` is to be given as `measure`. It
 * measures replicas of the run too, which is where intervals of KPIs without one of their own come from.
 */
export function measureOf(map: JourneyMap): Measure {
  return (figures) => mapValues(map.kpis, (kpi, id) => measureKpi(id, kpi, figures, map));
}

/**
 * Does the KPI name a record that was deleted, or a segment whose rule does? It has no value then:
 * read from anything else it would be another KPI.
 */
export function namesWhatIsGone(kpi: Kpi, map: JourneyMap): boolean {
  return referencesOf('kpis', kpi).some(
    ({ to, id }) =>
      !Object.hasOwn(map[to], id) || (to === 'segments' && brokenSegments(map).has(id)),
  );
}

/** What a KPI speaks of and the map has none of: its value would be 0 whatever happens, and is none. */
export function lacks(kpi: Kpi, map: JourneyMap): 'money' | 'time' | null {
  const unit = unitOf(kpi);
  if (unit === 'money' && !hasMoney(map)) return 'money';
  return unit === 'days' && !hasTime(map) ? 'time' : null;
}

function groupOf({ scope }: Kpi, run: Figures): GroupResult | null {
  if (scope.kind === 'persona') return (scope.id && run.personas[scope.id]) || null;
  if (scope.kind === 'segment') return (scope.id && run.segments[scope.id]) || null;
  return run.total;
}

/** The newest actual value, or null. */
export function latestActual(kpi: Kpi): { date: string; value: number; source: string } | null {
  return (
    Object.values(kpi.actuals).reduce<Kpi['actuals'][string] | null>(
      (latest, actual) => (latest === null || actual.date > latest.date ? actual : latest),
      null,
    ) ?? null
  );
}

/** Compares in the KPI's direction; without a warning level, short of target is missed. */
export function stateOf(kpi: Kpi, value: number | null): KpiState {
  if (value === null) return 'no-value';
  if (kpi.target === null) return 'no-target';
  const better = (a: number, b: number) => (kpi.direction === 'up' ? a >= b : a <= b);
  if (better(value, kpi.target)) return 'met';
  return kpi.warn !== null && better(value, kpi.warn) ? 'watch' : 'missed';
}

/** How to write the KPI's numbers. */
export function unitOf(kpi: Kpi): KpiUnit {
  return kpi.metric.kind === 'catalogue'
    ? (definitionOf(kpi.metric.id)?.unit ?? 'count')
    : isUnit(kpi.metric.unit)
      ? kpi.metric.unit
      : 'ratio';
}

function isUnit(text: string): text is KpiUnit {
  return (KPI_UNITS as readonly string[]).includes(text);
}
