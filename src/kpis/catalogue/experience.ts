import type { KpiDefinition } from '../definition';

const everywhere = {
  scopes: ['map', 'stage', 'touchpoint', 'segment', 'persona'],
  params: [],
} as const;

/** What people say and do; a run does not compute it, so only actual values are read. */
export const EXPERIENCE: readonly KpiDefinition[] = [
  { id: 'nps', unit: 'score', direction: 'up', ...everywhere },
  { id: 'csat', unit: 'share', direction: 'up', ...everywhere },
  { id: 'ces', unit: 'score', direction: 'up', ...everywhere },
  { id: 'engagement', unit: 'count', direction: 'up', ...everywhere },
  {
    id: 'emotion',
    unit: 'score',
    direction: 'up',
    scopes: ['touchpoint'],
    params: [],
    measure: ({ run, kpi }) =>
      (kpi.scope.id === null ? undefined : run.touchpoints[kpi.scope.id])?.emotion ?? null,
  },
];
