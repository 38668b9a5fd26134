import { latestActual, stateOf, unitOf } from '../../kpis';
import type { Language, MessageId, MessageValues } from '../../language';
import { inOrder, nameOfRecord } from '../../map/records';
import type { Color, JourneyMap, Kpi, Target } from '../../map/schema';
import type { RunResult } from '../../simulation/results';

/** How a KPI stands against its target. */
export type ChipState = 'met' | 'watch' | 'missed' | 'unknown';

/** A KPI as a chip: its name, its value and how that stands. */
export interface KpiChip {
  readonly id: string;
  readonly name: string;
  /** Formatted; '' where nothing is known yet. */
  readonly value: string;
  readonly state: ChipState;
}

/** What is worth seeing on a touchpoint besides itself. */
export interface TouchpointMarks {
  readonly kpis: readonly KpiChip[];
  /** Names of campaigns that act here. */
  readonly campaigns: readonly string[];
  readonly segments: readonly { readonly name: string; readonly color: Color }[];
  readonly problem: {
    readonly severity: 'error' | 'warning';
    readonly text: string;
  } | null;
}

/** A finding of the map checker, as far as a mark shows it. */
interface MarkedProblem {
  readonly target: Target | null;
  readonly severity: 'error' | 'warning' | 'hint';
  readonly message: { readonly id: MessageId; readonly values: MessageValues };
}

type Mutable = { -readonly [Key in keyof TouchpointMarks]: TouchpointMarks[Key] };

/** What is worth seeing on each touchpoint besides itself. */
export function marksOf(
  map: JourneyMap,
  problems: readonly MarkedProblem[],
  run: RunResult | null,
  language: Language,
): Record<string, TouchpointMarks> {
  const marks: Record<string, Mutable> = {};
  const at = (id: string) =>
    (marks[id] ??= { kpis: [], campaigns: [], segments: [], problem: null });
  for (const [, campaign] of inOrder(map.campaigns)) {
    const segment = campaign.segment === null ? undefined : map.segments[campaign.segment];
    for (const id of Object.keys(campaign.touchpoints)) {
      const own = at(id);
      own.campaigns = [...own.campaigns, nameOfRecord('campaigns', campaign, language.t)];
      if (!segment) continue;
      const name = nameOfRecord('segments', segment, language.t);
      const isNew = own.segments.every((each) => each.name !== name);
      if (isNew) own.segments = [...own.segments, { name, color: segment.color }];
    }
  }
  for (const [id, kpi] of inOrder(map.kpis)) {
    const place = kpi.scope.kind === 'touchpoint' ? kpi.scope.id : kpi.params.to;
    if (place === null || !map.touchpoints[place]) continue;
    const own = at(place);
    own.kpis = [...own.kpis, chipOf(id, kpi, map, run, language)];
  }
  // Errors come first, so the first problem of a touchpoint is its worst.
  for (const { target, severity, message } of problems) {
    if (target?.collection !== 'touchpoints' || !map.touchpoints[target.id]) continue;
    if (severity === 'hint') continue;
    at(target.id).problem ??= { severity, text: language.t(message.id, message.values) };
  }
  return marks;
}

function chipOf(
  id: string,
  kpi: Kpi,
  map: JourneyMap,
  run: RunResult | null,
  language: Language,
): KpiChip {
  const value = run?.kpis[id]?.value ?? latestActual(kpi)?.value ?? null;
  const state = stateOf(kpi, value);
  return {
    id,
    name: nameOfRecord('kpis', kpi, language.t),
    value: value === null ? '' : written(value, kpi, map.currency, language),
    state: state === 'no-target' || state === 'no-value' ? 'unknown' : state,
  };
}

function written(value: number, kpi: Kpi, currency: string, language: Language): string {
  switch (unitOf(kpi)) {
    case 'share':
      return language.percent(value);
    case 'money':
      return language.money(value, currency, { compact: true });
    case 'days':
      return language.duration(value);
    default:
      return language.compact(value);
  }
}
