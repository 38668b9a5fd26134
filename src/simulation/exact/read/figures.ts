import { costOfVisit, inOrder } from '../../../map/records';
import type {
  Clv,
  Estimate,
  Figures,
  GroupResult,
  MoneyResult,
  MoneySums,
  Reached,
  Series,
  SpanResult,
  StageResult,
  TimeEstimates,
  TouchpointResult,
} from '../../results';
import type { ExactGroup, Spreading } from './group';
import type { ExactPeriod } from '../solve';
import type { ExactSolution } from './solveExact';

/** Thrown where a number is read that the exact solution does not have. */
export class NotTold extends Error {
  override readonly name = 'NotTold';
}

const exactly = (value: number): Estimate => ({ value, interval: null });
const notTold = (what: string): never => {
  throw new NotTold(what);
};

/**
 * The solution in the shape of a run, so that whoever reads runs (KPIs above all) can read it: counts
 * are expectations for the customers of the run, intervals are null. Rarely asked numbers are solved
 * when they are read. Reading what the solution does not have throws `NotTold`.
 */
export function exactFigures(solution: ExactSolution): Figures {
  const { setup, customers } = solution;
  const { map } = setup;
  const stages = stagesOf(solution);
  const total = groupOf(solution, solution.total, stages, null);
  return {
    settings: setup.settings,
    total,
    outcomes: total.outcomes,
    get personas() {
      return each(Object.keys(solution.personas), (id) =>
        groupOf(solution, solution.personas[id]!, stages, { persona: id }),
      );
    },
    segments: lazily(Object.keys(map.segments), (id) => {
      const group = solution.segment(id);
      if (group) return groupOf(solution, group, stages, 'segment');
      const share = solution.memberShare(id) ?? notTold(id);
      return onlyCounted(share * customers);
    }),
    touchpoints: lazily(Object.keys(map.touchpoints), (id) => touchpointOf(solution, id)),
    transitions: total.transitions,
    stages: lazily(Object.keys(stages), (id) => stageOf(solution, stages, id)),
    get spans() {
      return spansOf(solution);
    },
    get series() {
      return seriesOf(solution);
    },
  };
}

type StageTable = Readonly<Record<string, readonly string[]>>;

/** Touchpoints of each stage, stages in their order. */
function stagesOf({ setup: { map } }: ExactSolution): StageTable {
  const touchpoints = Object.entries(map.touchpoints);
  return Object.fromEntries(
    inOrder(map.stages).map(([id]) => [
      id,
      touchpoints.filter(([, { stage }]) => stage === id).map(([touchpoint]) => touchpoint),
    ]),
  );
}

function each<Value>(
  ids: readonly string[],
  value: (id: string) => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(ids.map((id) => [id, value(id)]));
}

/** A table whose values are made when they are read. */
function lazily<Value>(
  ids: readonly string[],
  value: (id: string) => Value,
): Readonly<Record<string, Value>> {
  const table: Record<string, Value> = {};
  for (const id of ids) {
    Object.defineProperty(table, id, {
      enumerable: true,
      configurable: true,
      get: () => value(id),
    });
  }
  return table;
}

/** Of those who came to a stage, who came to a later one afterwards; everybody, or a persona. */
function conversionOf(
  solution: ExactSolution,
  stages: StageTable,
  id: string,
  persona?: string,
): number {
  const ids = Object.keys(stages);
  const later = ids.slice(ids.indexOf(id) + 1).flatMap((stage) => stages[stage]!);
  const { started, completed } = solution.span(stages[id]!, later, persona);
  return started > 0 ? completed / started : 0;
}

function groupOf(
  solution: ExactSolution,
  group: ExactGroup,
  stages: StageTable,
  who: null | 'segment' | { readonly persona: string },
): GroupResult {
  const { map } = solution.setup;
  const customers = group.share * solution.customers;
  const reached = (share: number): Reached => ({
    customers: share * customers,
    share: exactly(share),
  });
  const { ends, outcomes, visits, dropOffs, taken } = group;
  const left = leftBy(solution, group);
  return {
    customers,
    steps: exactly(Object.values(visits).reduce((sum, count) => sum + count, 0)),
    ends: {
      outcome: exactly(ends.outcome),
      dropOff: exactly(ends.dropOff),
      inJourney: exactly(ends.inJourney),
      cutOff: exactly(0),
    },
    outcomes: each(Object.keys(outcomes), (id) => reached(outcomes[id]!)),
    get milestones() {
      const { trial, acquired, activated, cancelled } = group.milestones;
      return {
        trial: reached(trial),
        acquired: reached(acquired),
        activated: reached(activated),
        cancelled: reached(cancelled),
      };
    },
    money: moneyOf(group, customers),
    get clv() {
      return clvOf(group, customers);
    },
    payingDays: group.payingDays * customers,
    touchpoints: lazily(Object.keys(visits), (id) => {
      const share = group.reached([id]);
      return {
        visits: visits[id]! * customers,
        visitsPerCustomer: exactly(visits[id]!),
        reachedShare: exactly(share),
        reached: share * customers,
        dropOffs: dropOffs[id]! * customers,
      };
    }),
    transitions: each(Object.keys(taken), (id) => {
      const from = left[map.transitions[id]!.from] ?? 0;
      return {
        count: taken[id]! * customers,
        share: exactly(from > 0 ? taken[id]! / from : 0),
      };
    }),
    stages: lazily(Object.keys(stages), (id) => ({
      ...reached(group.reached(stages[id]!)),
      get conversion() {
        return who === 'segment'
          ? notTold('conversion')
          : exactly(conversionOf(solution, stages, id, who?.persona));
      },
    })),
  };
}

/** Visits that were left, per customer, by touchpoint. */
function leftBy({ setup: { map } }: ExactSolution, group: ExactGroup): Record<string, number> {
  const left = { ...group.dropOffs };
  for (const [id, count] of Object.entries(group.taken)) {
    const { from } = map.transitions[id]!;
    left[from] = (left[from] ?? 0) + count;
  }
  return left;
}

function moneyOf(group: ExactGroup, customers: number): MoneyResult {
  const times = ({ cost, revenue, planRevenue, contribution }: MoneySums): MoneySums => ({
    cost: {
      acquisition: cost.acquisition * customers,
      service: cost.service * customers,
      retention: cost.retention * customers,
      campaign: cost.campaign * customers,
    },
    revenue: revenue * customers,
    planRevenue: planRevenue * customers,
    contribution: contribution * customers,
  });
  const { money, discounted } = group;
  const { acquisition, service, retention, campaign } = money.cost;
  return {
    ...times(money),
    discounted: times(discounted),
    perCustomer: exactly(money.contribution),
    discountedPerCustomer: exactly(discounted.contribution),
    revenuePerCustomer: exactly(money.revenue + money.planRevenue),
    costPerCustomer: exactly(acquisition + service + retention + campaign),
  };
}

function clvOf(group: ExactGroup, customers: number): Clv {
  const { clv, clvDiscounted } = group;
  return {
    customers: group.acquired * customers,
    mean: exactly(clv.mean),
    variance: clv.variance ?? NaN,
    discounted: exactly(clvDiscounted.mean),
    discountedVariance: clvDiscounted.variance ?? NaN,
  };
}

/** A group of which only the size is known. */
function onlyCounted(customers: number): GroupResult {
  return new Proxy({ customers } as GroupResult, {
    get: (known, name) => (name === 'customers' ? known.customers : notTold(String(name))),
  });
}

function timesOf(count: number, { mean }: Spreading): TimeEstimates {
  return { count, mean: exactly(mean), median: exactly(NaN), p90: exactly(NaN) };
}

function touchpointOf(solution: ExactSolution, id: string): TouchpointResult {
  const { total, customers, setup } = solution;
  const { economics } = setup.map.touchpoints[id]!;
  const { revenue } = economics;
  const cost = costOfVisit(economics);
  const left = leftBy(solution, total)[id] ?? 0;
  const reached = total.reached([id]);
  const visits = total.visits[id]!;
  const dropOffs = total.dropOffs[id]!;
  return {
    visits: visits * customers,
    visitsPerCustomer: exactly(visits),
    reached: reached * customers,
    reachedShare: exactly(reached),
    dropOffs: dropOffs * customers,
    entries: total.entries[id]! * customers,
    arrivals: total.arrivals[id]! * customers,
    dropOffShare: exactly(left > 0 ? dropOffs / left : 0),
    noRule: total.noRule[id]! * customers,
    waiting: total.waiting[id]! * customers,
    dwell: timesOf(left * customers, total.dwell[id]!),
    days: total.days[id]! * customers,
    get emotion() {
      return notTold('emotion');
    },
    cost: cost * visits * customers,
    revenue: revenue * visits * customers,
  };
}

function stageOf(solution: ExactSolution, stages: StageTable, id: string): StageResult {
  const { total, customers } = solution;
  const here = stages[id]!;
  const started = total.reached(here);
  const dropOffs = here.reduce((sum, touchpoint) => sum + total.dropOffs[touchpoint]!, 0);
  const days = here.reduce((sum, touchpoint) => sum + total.days[touchpoint]!, 0);
  return {
    customers: started * customers,
    reached: exactly(started),
    conversion: exactly(conversionOf(solution, stages, id)),
    dropOffs: dropOffs * customers,
    time: timesOf(started * customers, { mean: started > 0 ? days / started : 0, variance: null }),
  };
}

/** What KPIs ask; only a run knows those within a period. */
function spansOf(solution: ExactSolution): Readonly<Record<string, SpanResult>> {
  const { setup, customers } = solution;
  const asked = inOrder(setup.map.kpis).filter(
    ([, { params }]) => (params.from !== null || params.to !== null) && params.period === null,
  );
  return Object.fromEntries(
    asked.map(
      ([
        id,
        {
          params: { from, to },
        },
      ]) => {
        const { started, completed } = solution.span(
          from === null ? null : [from],
          to === null ? null : [to],
        );
        const span: SpanResult = {
          from,
          to,
          started: started * customers,
          completed: completed * customers,
          share: exactly(started > 0 ? completed / started : 0),
          time: timesOf(0, { mean: NaN, variance: null }),
        };
        return [id, span];
      },
    ),
  );
}

function seriesOf({ setup, series, customers }: ExactSolution): Omit<Series, 'retentionFit'> {
  const periods = series ?? notTold('series');
  return {
    cycleDays: setup.settings.cycleDays,
    periods: periods.map((period) => periodOf(period, customers)),
    get retention() {
      return notTold('retention');
    },
  };
}

function periodOf(
  { costs, from, to, ...rest }: ExactPeriod,
  customers: number,
): Series['periods'][number] {
  const [acquisition, service, retention, campaign] = costs;
  const amounts = Object.fromEntries(
    Object.entries(rest).map(([name, amount]) => [name, amount * customers]),
  ) as typeof rest;
  const intervals = Object.fromEntries(
    Object.keys(rest)
      .filter((name) => name !== 'arrivals')
      .map((name) => [name, null]),
  ) as Series['periods'][number]['intervals'];
  return {
    ...amounts,
    from,
    to,
    cost: {
      acquisition: acquisition! * customers,
      service: service! * customers,
      retention: retention! * customers,
      campaign: campaign! * customers,
    },
    intervals,
  };
}
