import { contributionOf } from '../../../map/records';
import { COST_KINDS, MILESTONES } from '../../../map/schema';
import type { Milestone, MoneySums } from '../../results';
import type { Chain } from '../chain';
import {
  Endless,
  type Moments,
  type Stepped,
  type Sums,
  type Tilt,
  timeMoments,
  valueMoments,
} from '../solve';
import { CAMPAIGN_COST, PLAN, REVENUE } from '../../setup';
import type { ExactGroup, Spreading } from './exactGroup';

/** A group of a solved chain, computed where it is read. */
export class SolvedGroup implements ExactGroup {
  readonly share: number;
  private readonly sums: Sums;
  private readonly chain: Chain;
  private readonly solved: Endless | Stepped;
  private readonly index: number;
  private readonly tilt: Tilt | null;

  constructor(solved: Endless | Stepped, index: number, sums: Sums, tilt: Tilt | null = null) {
    this.solved = solved;
    this.chain = solved.chain;
    this.index = index;
    this.tilt = tilt;
    this.sums = sums;
    this.share = sums.share;
  }

  private per(amount: number): number {
    return this.share > 0 ? amount / this.share : 0;
  }

  private byTouchpoint<Value>(
    value: (touchpoint: number) => Value,
  ): Readonly<Record<string, Value>> {
    return Object.fromEntries(
      this.chain.model.touchpoints.map(({ id, index }) => [id, value(index)]),
    );
  }

  private byCampaign(values: Float64Array): Readonly<Record<string, number>> {
    return Object.fromEntries(
      this.chain.model.campaigns.map(({ id }, k) => [id, this.per(values[k]!)]),
    );
  }

  get visits() {
    return this.byTouchpoint((touchpoint) => this.per(this.sums.visits[touchpoint]!));
  }

  get entries() {
    return this.byTouchpoint((touchpoint) => this.per(this.sums.entries[touchpoint]!));
  }

  get arrivals() {
    return this.byTouchpoint((touchpoint) => this.per(this.sums.arrivals[touchpoint]!));
  }

  get taken() {
    const { transitionIds } = this.chain.model;
    return Object.fromEntries(transitionIds.map((id, k) => [id, this.per(this.sums.taken[k]!)]));
  }

  get dropOffs() {
    return this.byTouchpoint((touchpoint) => this.per(this.sums.dropOffs[touchpoint]!));
  }

  get noRule() {
    return this.byTouchpoint((touchpoint) => this.per(this.sums.noRule[touchpoint]!));
  }

  get waiting() {
    return this.byTouchpoint((touchpoint) => this.per(this.sums.waiting[touchpoint]!));
  }

  get days() {
    return this.byTouchpoint((touchpoint) => this.per(this.sums.days[touchpoint]!));
  }

  get dwell() {
    const { left, leftDays, leftSquares } = this.sums;
    return this.byTouchpoint((touchpoint): Spreading => {
      const visits = left[touchpoint]!;
      const mean = visits > 0 ? leftDays[touchpoint]! / visits : 0;
      return { mean, variance: visits > 0 ? leftSquares[touchpoint]! / visits - mean * mean : 0 };
    });
  }

  get outcomes() {
    const { touchpoints } = this.chain.model;
    return Object.fromEntries(
      touchpoints
        .filter(({ kind }) => kind === 'outcome')
        .map(({ id, index }) => [id, this.per(this.sums.entries[index]!)]),
    );
  }

  get ends() {
    const dropOff = this.per(total(this.sums.dropOffs));
    const inJourney = this.per(total(this.sums.waiting));
    const { touchpoints } = this.chain.model;
    const outcome = touchpoints.reduce(
      (sum, { kind, index }) => sum + (kind === 'outcome' ? this.sums.entries[index]! : 0),
      0,
    );
    return { outcome: this.per(outcome), dropOff, inJourney };
  }

  get money() {
    return this.moneyOf(this.sums.money);
  }

  get discounted() {
    return this.moneyOf(this.sums.discounted);
  }

  private moneyOf(money: Float64Array): MoneySums {
    const { grossMargin } = this.chain.model.setup.settings;
    const [acquisition, service, retention] = COST_KINDS.map((_, kind) => this.per(money[kind]!));
    const cost = {
      acquisition: acquisition!,
      service: service!,
      retention: retention!,
      campaign: this.per(money[CAMPAIGN_COST]!),
    };
    const revenue = this.per(money[REVENUE]!);
    const planRevenue = this.per(money[PLAN]!);
    const costs = cost.acquisition + cost.service + cost.retention + cost.campaign;
    return {
      cost,
      revenue,
      planRevenue,
      contribution: contributionOf(revenue, planRevenue, costs, grossMargin),
    };
  }

  get payingDays() {
    return this.per(this.sums.payingDays);
  }

  get contacts() {
    return this.byCampaign(this.sums.contacts);
  }

  get contacted() {
    return this.byCampaign(this.sums.firstContacts);
  }

  get acquired() {
    return this.per(this.sums.acquired);
  }

  get clv() {
    return this.value(this.money, false);
  }

  get clvDiscounted() {
    return this.value(this.discounted, true);
  }

  private value({ contribution, cost }: MoneySums, discounted: boolean): Spreading {
    const mean = this.acquired > 0 ? (contribution + cost.acquisition) / this.acquired : 0;
    if (!(this.solved instanceof Endless) || this.tilt) return { mean, variance: null };
    const acquired = this.sums.acquired;
    return {
      mean,
      variance: varianceOf(valueMoments(this.solved, this.index, discounted), acquired),
    };
  }

  get time(): Spreading {
    if (!(this.solved instanceof Endless) || this.tilt) {
      return { mean: this.per(total(this.sums.days)), variance: null };
    }
    const moments = timeMoments(this.solved, this.index);
    return { mean: this.per(moments.sum), variance: varianceOf(moments, this.share) };
  }

  reached(touchpoints: readonly string[]): number {
    const wanted = new Set(touchpoints);
    const { touchpoint, model } = this.chain;
    const states: number[] = [];
    for (let s = 0; s < touchpoint.length; s += 1) {
      if (wanted.has(model.touchpoints[touchpoint[s]!]!.id)) states.push(s);
    }
    if (states.length === 0) return 0;
    return this.per(
      this.solved instanceof Endless
        ? this.solved.reachedBy(this.index, states, this.tilt)
        : this.solved.reachedBy(this.index, states),
    );
  }

  get milestones(): Readonly<Record<Milestone, number>> {
    const { touchpoints } = this.chain.model;
    const of = (milestone: Milestone) =>
      this.reached(
        touchpoints
          .filter((touchpoint) => touchpoint.milestone === MILESTONES.indexOf(milestone))
          .map(({ id }) => id),
      );
    return {
      trial: of('trial'),
      acquired: this.acquired,
      activated: of('activated'),
      cancelled: of('cancelled'),
    };
  }
}

function varianceOf({ sum, squares }: Moments, customers: number): number {
  if (customers <= 0) return 0;
  const mean = sum / customers;
  return Math.max(0, squares / customers - mean * mean);
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
