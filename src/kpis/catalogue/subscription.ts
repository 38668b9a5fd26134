import { DAYS_PER_MONTH } from '../../language';
import { exactly, type KpiDefinition, type KpiInput } from '../definition';
import {
  churnRate,
  churnRateOfAll,
  grossRevenueRetention,
  meanLoss,
  mrrAtEnd,
  type MrrMoves,
  netRevenueRetention,
  quickRatio,
  ratio,
  retentionRate,
} from '../formulas';
import type { Period } from '../../simulation/results';

/** Sums of the periods within the KPI's period, counted back from the end of the run. */
function periods({ run, kpi: { params } }: KpiInput): readonly Period[] {
  const all = run.series.periods;
  const count =
    params.period === null ? all.length : Math.round(params.period / run.series.cycleDays);
  return count <= 0 ? [] : all.slice(-count);
}

function sum(list: readonly Period[], pick: (period: Period) => number): number {
  return list.reduce((total, period) => total + pick(period), 0);
}

/** The state before the first of the periods; nothing before the run began. */
function before({ run }: KpiInput, list: readonly Period[]): Period | null {
  const index = list[0] ? run.series.periods.indexOf(list[0]) : 0;
  return run.series.periods[index - 1] ?? null;
}

function moves(reading: KpiInput): MrrMoves {
  const list = periods(reading);
  return {
    start: before(reading, list)?.mrr ?? 0,
    new: sum(list, ({ newMrr }) => newMrr),
    expansion: sum(list, ({ expansion }) => expansion),
    reactivation: sum(list, ({ reactivation }) => reactivation),
    contraction: sum(list, ({ contraction }) => contraction),
    churned: sum(list, ({ churned }) => churned),
  };
}

function customers(reading: KpiInput) {
  const list = periods(reading);
  return {
    start: before(reading, list)?.paying ?? 0,
    end: list.at(-1)?.paying ?? 0,
    gained: sum(list, ({ newPaying, returnedPaying }) => newPaying + returnedPaying),
    lost: sum(list, ({ lostPaying }) => lostPaying),
  };
}

/** Share of payers with a price still running at an age in cycles. */
function paying({ run }: KpiInput, age: number): number | null {
  const point = run.series.retention.find((each) => each.age === age);
  return point ? ratio(point.paying, point.observed) : null;
}

const money = { unit: 'money', scopes: ['map'], params: ['period'] } as const;
const share = { unit: 'share', scopes: ['map'], params: ['period'] } as const;

/** Customers and recurring revenue over the periods of a run, by the formulas of `formulas`. */
export const SUBSCRIPTION: readonly KpiDefinition[] = [
  {
    id: 'retention-rate',
    ...share,
    direction: 'up',
    measure: (reading) => {
      const { end, gained, start } = customers(reading);
      return exactly(retentionRate(end, gained, start));
    },
  },
  {
    id: 'churn-rate',
    ...share,
    direction: 'down',
    measure: (reading) => {
      const { lost, start } = customers(reading);
      return exactly(churnRate(lost, start));
    },
  },
  {
    id: 'churn-rate-of-all',
    ...share,
    direction: 'down',
    measure: (reading) => {
      const { lost, start, gained } = customers(reading);
      return exactly(churnRateOfAll(lost, start, gained));
    },
  },
  {
    id: 'first-renewal',
    ...share,
    params: [],
    direction: 'up',
    measure: (reading) => exactly(paying(reading, 1.5)),
  },
  {
    id: 'monthly-loss',
    ...share,
    params: [],
    direction: 'down',
    measure: (reading) => {
      const early = paying(reading, 1.5);
      const late = paying(reading, 11.5);
      return early === null || late === null ? null : exactly(meanLoss(early, late, 10));
    },
  },
  {
    id: 'mrr',
    ...money,
    direction: 'up',
    measure: (reading) => exactly(mrrAtEnd(moves(reading))),
  },
  { id: 'mrr-new', ...money, direction: 'up', measure: (reading) => exactly(moves(reading).new) },
  {
    id: 'mrr-expansion',
    ...money,
    direction: 'up',
    measure: (reading) => exactly(moves(reading).expansion),
  },
  {
    id: 'mrr-contraction',
    ...money,
    direction: 'down',
    measure: (reading) => exactly(moves(reading).contraction),
  },
  {
    id: 'mrr-churned',
    ...money,
    direction: 'down',
    measure: (reading) => exactly(moves(reading).churned),
  },
  {
    id: 'mrr-reactivation',
    ...money,
    direction: 'up',
    measure: (reading) => exactly(moves(reading).reactivation),
  },
  {
    id: 'net-revenue-retention',
    ...share,
    direction: 'up',
    measure: (reading) => exactly(netRevenueRetention(moves(reading))),
  },
  {
    id: 'gross-revenue-retention',
    ...share,
    direction: 'up',
    measure: (reading) => exactly(grossRevenueRetention(moves(reading))),
  },
  {
    id: 'quick-ratio',
    ...share,
    unit: 'ratio',
    direction: 'up',
    measure: (reading) => exactly(quickRatio(moves(reading), false)),
  },
  {
    id: 'quick-ratio-with-reactivation',
    ...share,
    unit: 'ratio',
    direction: 'up',
    measure: (reading) => exactly(quickRatio(moves(reading), true)),
  },
  {
    id: 'arpu',
    unit: 'money',
    scopes: ['map', 'segment', 'persona'],
    params: [],
    direction: 'up',
    measure: ({ group: { money: booked, payingDays } }) =>
      exactly(ratio(booked.revenue + booked.planRevenue, payingDays / DAYS_PER_MONTH)),
  },
];
