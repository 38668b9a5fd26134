import type { JourneyMap, Kpi } from '../map/schema';
import type { Quotient } from '../simulation';

/** Why a KPI cannot be set side by side customer by customer. */
type Unpaired = 'formula' | 'group' | 'whole';

interface PairedKpis {
  /** Named `kpi:ID`. */
  readonly quotients: readonly Quotient[];
  /** The others, by id. */
  readonly unpaired: Readonly<Record<string, Unpaired>>;
}

type Terms = Omit<Quotient, 'name'>;

const EVERY_COST = ['cost:acquisition', 'cost:service', 'cost:retention', 'cost:campaign'];
const ACQUIRED = ['milestone:acquired'];

/** Of the whole map: what each customer adds above and below the line. */
const OF_MAP: Readonly<Record<string, Terms>> = {
  clv: { of: ['clvDiscounted'], by: ACQUIRED },
  'clv-undiscounted': { of: ['contribution', 'cost:acquisition'], by: ACQUIRED },
  cac: { of: ['cost:acquisition'], by: ACQUIRED },
  'clv-cac': { of: ['clvDiscounted'], by: ['cost:acquisition'] },
  'contribution-per-customer': { of: ['contribution'], by: null },
  'discounted-contribution-per-customer': { of: ['discounted:contribution'], by: null },
  revenue: { of: ['revenue', 'planRevenue'], by: null, isTotal: true },
  cost: { of: EVERY_COST, by: null, isTotal: true },
  'trial-conversion': { of: ACQUIRED, by: ['milestone:trial'] },
  activation: { of: ['milestone:activated'], by: null },
  'acquisition-share': { of: ACQUIRED, by: null },
  'drop-off': { of: ['end:drop-off'], by: null },
};

/**
 * The map's KPIs as quotients of what single customers do, so that two scenarios can be compared
 * customer by customer; money and shares of the map and its stages can, and it is said why others cannot.
 */
export function pairedKpis(map: JourneyMap): PairedKpis {
  const quotients: Quotient[] = [];
  const unpaired: Record<string, Unpaired> = {};
  for (const [id, kpi] of Object.entries(map.kpis)) {
    const terms = termsOf(kpi, map);
    if (typeof terms === 'string') unpaired[id] = terms;
    else quotients.push({ name: `kpi:${id}`, ...terms });
  }
  return { quotients, unpaired };
}

function termsOf({ metric, scope }: Kpi, map: JourneyMap): Terms | Unpaired {
  if (metric.kind === 'formula') return 'formula';
  if (scope.kind === 'persona' || scope.kind === 'segment') return 'group';
  if (scope.kind === 'map') {
    if (metric.id === 'success-share') return { of: successesOf(map), by: null };
    return (Object.hasOwn(OF_MAP, metric.id) && OF_MAP[metric.id]) || 'whole';
  }
  const { id } = scope;
  if (id === null) return 'whole';
  if (scope.kind === 'stage' && map.stages[id]) {
    if (metric.id === 'stage-conversion') return { of: [`advanced:${id}`], by: [`stage:${id}`] };
    if (metric.id === 'reach') return { of: [`stage:${id}`], by: null };
  }
  const isOutcome = scope.kind === 'touchpoint' && map.touchpoints[id]?.kind === 'outcome';
  return isOutcome && metric.id === 'reach' ? { of: [`reached:${id}`], by: null } : 'whole';
}

function successesOf({ touchpoints }: JourneyMap): string[] {
  return Object.entries(touchpoints)
    .filter(([, { kind, outcome }]) => kind === 'outcome' && outcome === 'success')
    .map(([id]) => `reached:${id}`);
}
