import { wilson } from '../../simulation/statistics';
import { exactly, type KpiDefinition, type KpiInput } from '../definition';
import { ratio } from '../formulas';
import type { Estimate, SpanResult } from '../../simulation/results';

/** `part` of `whole` customers, with Wilson's interval. */
function share(part: number, whole: number): Estimate | null {
  return whole === 0 ? null : { value: part / whole, interval: wilson(part, whole) };
}

function complement(estimate: Estimate | null): Estimate | null {
  if (!estimate) return null;
  const { value, interval } = estimate;
  return { value: 1 - value, interval: interval && [1 - interval[1], 1 - interval[0]] };
}

/** What the run counted for this KPI, within its period, if it still asks from there to there. */
function spanOf({ run, id, kpi: { params } }: KpiInput): SpanResult | null {
  const found = run.spans[id];
  return found && found.from === params.from && found.to === params.to ? found : null;
}

/**
 * Customers who came to `to` after `from`; within the KPI's own period where it has one, which a run
 * counts for everybody only.
 */
function conversion(reading: KpiInput): Estimate | null {
  const { kpi, group } = reading;
  const { from, to, period } = kpi.params;
  if (kpi.scope.kind === 'map') {
    const found = spanOf(reading);
    return found && found.started > 0 ? found.share : null;
  }
  if (period !== null) return null;
  const started = from === null ? group.customers : (group.touchpoints[from]?.reached ?? 0);
  return share(to === null ? 0 : (group.touchpoints[to]?.reached ?? 0), started);
}

function stage({ run, kpi }: KpiInput) {
  return kpi.scope.id === null ? undefined : run.stages[kpi.scope.id];
}

function touchpoint({ run, kpi }: KpiInput) {
  return kpi.scope.id === null ? undefined : run.touchpoints[kpi.scope.id];
}

const shareOfGroup = {
  unit: 'share',
  direction: 'up',
  scopes: ['map', 'segment', 'persona'],
  params: [],
} as const;

/** Shares of customers: who got from one place of the map to another, and who did not. */
export const CONVERSION: readonly KpiDefinition[] = [
  {
    id: 'conversion',
    unit: 'share',
    direction: 'up',
    scopes: ['map', 'segment', 'persona'],
    params: ['from', 'to', 'period'],
    measure: conversion,
  },
  {
    id: 'trial-conversion',
    ...shareOfGroup,
    measure: ({ group: { milestones } }) =>
      share(milestones.acquired.customers, milestones.trial.customers),
  },
  {
    id: 'activation',
    ...shareOfGroup,
    measure: ({ group }) => share(group.milestones.activated.customers, group.customers),
  },
  {
    id: 'acquisition-share',
    ...shareOfGroup,
    measure: ({ group }) => share(group.milestones.acquired.customers, group.customers),
  },
  {
    id: 'success-share',
    ...shareOfGroup,
    measure: ({ group, map }) => {
      const reached = Object.entries(group.outcomes)
        .filter(([id]) => map.touchpoints[id]?.outcome === 'success')
        .reduce((sum, [, { customers }]) => sum + customers, 0);
      return share(reached, group.customers);
    },
  },
  {
    id: 'stage-conversion',
    unit: 'share',
    direction: 'up',
    scopes: ['stage'],
    params: [],
    measure: (reading) => stage(reading)?.conversion ?? null,
  },
  {
    id: 'stage-drop-off',
    unit: 'share',
    direction: 'down',
    scopes: ['stage'],
    params: [],
    measure: (reading) => complement(stage(reading)?.conversion ?? null),
  },
  {
    id: 'drop-off',
    unit: 'share',
    direction: 'down',
    scopes: ['map', 'touchpoint', 'segment', 'persona'],
    params: [],
    measure: (reading) =>
      reading.kpi.scope.kind === 'touchpoint'
        ? (touchpoint(reading)?.dropOffShare ?? null)
        : reading.group.ends.dropOff,
  },
  {
    id: 'transition-share',
    unit: 'share',
    direction: 'up',
    scopes: ['transition'],
    params: [],
    measure: ({ run, kpi }) =>
      (kpi.scope.id === null ? undefined : run.transitions[kpi.scope.id])?.share ?? null,
  },
  {
    id: 'reach',
    unit: 'share',
    direction: 'up',
    scopes: ['stage', 'touchpoint'],
    params: [],
    measure: (reading) => stage(reading)?.reached ?? touchpoint(reading)?.reachedShare ?? null,
  },
  {
    id: 'visits-per-customer',
    unit: 'count',
    direction: 'up',
    scopes: ['map', 'touchpoint', 'segment', 'persona'],
    params: [],
    measure: (reading) =>
      reading.kpi.scope.kind === 'touchpoint'
        ? (touchpoint(reading)?.visitsPerCustomer ?? null)
        : reading.group.steps,
  },
  {
    id: 'visits-ratio',
    unit: 'share',
    direction: 'up',
    scopes: ['map', 'segment', 'persona'],
    params: ['from', 'to'],
    measure: ({ kpi: { params }, group }) =>
      params.from === null || params.to === null
        ? null
        : exactly(
            ratio(
              group.touchpoints[params.to]?.visits ?? 0,
              group.touchpoints[params.from]?.visits ?? 0,
            ),
          ),
  },
  {
    id: 'time-to-convert',
    unit: 'days',
    direction: 'down',
    scopes: ['map'],
    params: ['from', 'to', 'period'],
    measure: (reading) => {
      const found = spanOf(reading);
      return found && found.time.count > 0 ? found.time.median : null;
    },
  },
  {
    id: 'time-in-stage',
    unit: 'days',
    direction: 'down',
    scopes: ['stage', 'touchpoint'],
    params: [],
    measure: (reading) => {
      const times = stage(reading)?.time ?? touchpoint(reading)?.dwell;
      return times && times.count > 0 ? times.median : null;
    },
  },
];
