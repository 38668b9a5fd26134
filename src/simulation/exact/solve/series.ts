import { COST_KINDS } from '../../../map/schema';
import type { Chain } from '../chain';
import { CAMPAIGN_COST } from '../../setup';

/** A time this close to the end of a period belongs to the next one. */
const TOLERANCE = 1e-9;

/** One period of `cycleDays`; customers and money per customer of the run. */
export interface ExactPeriod {
  readonly from: number;
  readonly to: number;
  arrivals: number;
  /** At the end of the period. */
  active: number;
  paying: number;
  mrr: number;
  newPaying: number;
  lostPaying: number;
  returnedPaying: number;
  newMrr: number;
  expansion: number;
  contraction: number;
  churned: number;
  reactivation: number;
  /** By `COST_KINDS`, then contacts. */
  readonly costs: Float64Array;
  revenue: number;
  planRevenue: number;
  outcomes: number;
  dropOffs: number;
  acquired: number;
}

/** What happens in each period of a cohort that arrives on one day. */
export class SeriesSums {
  readonly periods: ExactPeriod[];
  private readonly chain: Chain;
  private readonly tick: number;
  private readonly cycle: number;
  private readonly horizon: number;
  private readonly arrival: number;
  private readonly counting: 'start' | 'end' | 'half';

  constructor(chain: Chain, tick: number, horizon: number, arrival: number) {
    const { cycleDays, counting } = chain.model.setup.settings;
    this.chain = chain;
    this.tick = tick;
    this.cycle = cycleDays;
    this.horizon = horizon;
    this.arrival = arrival;
    this.counting = counting;
    const count = Math.max(1, Math.ceil(horizon / cycleDays - TOLERANCE));
    this.periods = Array.from({ length: count }, (_, k) => ({
      from: k * cycleDays,
      to: Math.min((k + 1) * cycleDays, horizon),
      arrivals: 0,
      active: 0,
      paying: 0,
      mrr: 0,
      newPaying: 0,
      lostPaying: 0,
      returnedPaying: 0,
      newMrr: 0,
      expansion: 0,
      contraction: 0,
      churned: 0,
      reactivation: 0,
      costs: new Float64Array(COST_KINDS.length + 1),
      revenue: 0,
      planRevenue: 0,
      outcomes: 0,
      dropOffs: 0,
      acquired: 0,
    }));
  }

  /** The very horizon belongs to the last period. */
  private at(clock: number): ExactPeriod {
    const period = Math.floor(clock / this.cycle + TOLERANCE);
    return this.periods[Math.min(period, this.periods.length - 1)]!;
  }

  private clock(tick: number): number {
    return this.arrival + tick * this.tick;
  }

  enter(tick: number, state: number, entryEvent: number, flow: number, isFirst: boolean): void {
    const { chain } = this;
    const clock = this.clock(tick);
    const period = this.at(clock);
    if (isFirst) period.arrivals += flow;
    const begins = clock >= this.horizon - 1e-6 ? 0 : 1;
    const ends = isFirst ? 0 : 1;
    const weight =
      this.counting === 'start' ? begins : this.counting === 'end' ? ends : (begins + ends) / 2;
    const touchpoint = chain.model.touchpoints[chain.touchpoint[state]!]!;
    book(period, touchpoint.money, flow * weight);
    if (entryEvent > 0) {
      const what = chain.entryEvents[entryEvent]!;
      period.costs[CAMPAIGN_COST]! += what.contactCost * flow;
      if (what.acquired) period.acquired += flow;
      move(period, what.before, what.after, what.firstPrice, flow);
    }
    if (touchpoint.kind === 'outcome') this.leave(tick, state, flow, 'outcomes');
  }

  book(tick: number, money: { costs: readonly number[]; revenue: number }, flow: number): void {
    book(this.at(this.clock(tick)), money, flow);
  }

  /** Spreads a plan price over the periods it is paid in. */
  plan(fromTick: number, toTick: number, daily: number): void {
    const to = Math.min(this.clock(toTick), this.horizon);
    let at = this.clock(fromTick);
    while (at < to) {
      const period = this.at(at);
      const isLast = period === this.periods[this.periods.length - 1];
      const end = isLast ? to : Math.min(to, period.to);
      period.planRevenue += daily * (end - at);
      if (!(end > at)) return;
      at = end;
    }
  }

  leave(tick: number, state: number, flow: number, how: 'outcomes' | 'dropOffs'): void {
    const period = this.at(this.clock(tick));
    period[how] += flow;
    move(period, this.chain.price[state]!, 0, false, flow);
  }

  /** Levels from the moves; call once. */
  close(): readonly ExactPeriod[] {
    let active = 0;
    let paying = 0;
    let mrr = 0;
    for (const period of this.periods) {
      active += period.arrivals - period.outcomes - period.dropOffs;
      paying += period.newPaying + period.returnedPaying - period.lostPaying;
      mrr += period.newMrr + period.expansion + period.reactivation;
      mrr -= period.contraction + period.churned;
      Object.assign(period, { active, paying, mrr });
    }
    return this.periods;
  }
}

function book(
  period: ExactPeriod,
  { costs, revenue }: { readonly costs: readonly number[]; readonly revenue: number },
  times: number,
): void {
  for (let kind = 0; kind < costs.length; kind += 1) period.costs[kind]! += costs[kind]! * times;
  period.revenue += revenue * times;
}

function move(
  period: ExactPeriod,
  before: number,
  after: number,
  isFirst: boolean,
  flow: number,
): void {
  if (before === after) return;
  if (before <= 0 && after > 0) {
    period[isFirst ? 'newPaying' : 'returnedPaying'] += flow;
    period[isFirst ? 'newMrr' : 'reactivation'] += after * flow;
  } else if (before > 0 && after <= 0) {
    period.lostPaying += flow;
    period.churned += before * flow;
  } else if (after > before) period.expansion += (after - before) * flow;
  else period.contraction += (before - after) * flow;
}
