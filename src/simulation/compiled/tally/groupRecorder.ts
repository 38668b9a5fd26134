import { COST_KINDS, MILESTONES } from '../../../map/schema';
import { type Accounts, type CompiledEngine, contributionOfMoney } from '../engine';
import { ENDS, GROUP_EXTRAS } from './layout';
import type { StageRecorder } from './stageRecorder';
import type { Tally } from './tally';
import type { VisitRecorder } from './visitRecorder';
import { MONEY_KINDS } from '../../setup';

const ACQUIRED = MILESTONES.indexOf('acquired');
const ACQUISITION_COST = COST_KINDS.indexOf('acquisition');
/** Where each of a group's extra sums stands. */
const EXTRA = Object.fromEntries(GROUP_EXTRAS.map((name, index) => [name, index])) as Record<
  (typeof GROUP_EXTRAS)[number],
  number
>;

/** Adds a customer to the groups they belong to: a batch, their persona, their segments. */
export class GroupRecorder {
  /** What the customer is worth; `Now` = discounted. */
  readonly value = { contribution: 0, contributionNow: 0, clv: 0, clvNow: 0 };
  private readonly engine: CompiledEngine;
  private readonly accounts: Accounts;
  private readonly tally: Tally;
  private readonly visits: VisitRecorder;
  private readonly stages: StageRecorder;
  private readonly margin: number;

  constructor(
    { engine, accounts, tally }: { engine: CompiledEngine; accounts: Accounts; tally: Tally },
    visits: VisitRecorder,
    stages: StageRecorder,
    margin: number,
  ) {
    this.engine = engine;
    this.accounts = accounts;
    this.tally = tally;
    this.visits = visits;
    this.stages = stages;
    this.margin = margin;
  }

  /** Computes the value of the customer whose accounts are closed. */
  valueCustomer(): void {
    const { value, margin } = this;
    const { sums, discounted } = this.accounts;
    value.contribution = contributionOfMoney(sums, margin);
    value.contributionNow = contributionOfMoney(discounted, margin);
    value.clv = value.contribution + sums[ACQUISITION_COST]!;
    value.clvNow = value.contributionNow + discounted[ACQUISITION_COST]!;
  }

  /** All of a persona or segment. A batch needs only its totals, for `BatchCounts` keeps its visits. */
  record(index: number): void {
    const { counts, layout } = this.tally;
    const { touched, distinct } = this.visits;
    const base = layout.counts.groups + index * layout.group.size;
    const { touchpoints, transitions, weights, length } = this.engine.log;
    const visits = base + layout.group.visits;
    const taken = base + layout.group.taken;
    const reached = base + layout.group.reached;
    counts[visits + touchpoints[0]!]! += weights[0]!;
    for (let k = 1; k < length; k += 1) {
      counts[visits + touchpoints[k]!]! += weights[k]!;
      counts[taken + transitions[k]!]! += 1;
    }
    for (let j = 0; j < distinct; j += 1) counts[reached + touched[j]!]! += 1;
    this.recordTotals(index);
  }

  /** What a group counts once a customer. */
  recordTotals(index: number): void {
    const { accounts, value } = this;
    const { counts, sums, layout } = this.tally;
    const { reached, advanced } = this.stages;
    const { group } = layout;
    const { log } = this.engine;
    const { milestones } = log;
    const base = layout.counts.groups + index * group.size;
    counts[base + group.customers]! += 1;
    counts[base + group.ends + ENDS.indexOf(log.end)]! += 1;
    for (let m = 0; m < milestones.length; m += 1) {
      if (milestones[m]! >= 0) counts[base + group.milestones + m]! += 1;
    }
    for (let s = 0; s < reached.length; s += 1) {
      if (reached[s] === 0) continue;
      counts[base + group.stages + s]! += 1;
      counts[base + group.advanced + s]! += advanced[s]!;
    }
    if (log.end === 'drop-off')
      counts[base + group.dropOffs + log.touchpoints[log.length - 1]!]! += 1;
    if (!accounts.hasMoney) return;
    const from = layout.sums.groups + index * layout.groupSums;
    for (let kind = 0; kind < MONEY_KINDS; kind += 1) {
      if (accounts.sums[kind] === 0) continue;
      sums.add(from + kind, accounts.sums[kind]!);
      sums.add(from + MONEY_KINDS + kind, accounts.discounted[kind]!);
    }
    const extras = from + 2 * MONEY_KINDS;
    sums.add(extras + EXTRA.payingDays, accounts.payingDays);
    sums.add(extras + EXTRA.contributionSquares, value.contribution * value.contribution);
    sums.add(extras + EXTRA.discountedSquares, value.contributionNow * value.contributionNow);
    sums.add(extras + EXTRA.clv, value.clv);
    sums.add(extras + EXTRA.clvSquares, value.clv * value.clv);
    sums.add(extras + EXTRA.clvDiscounted, value.clvNow);
    sums.add(extras + EXTRA.clvDiscountedSquares, value.clvNow * value.clvNow);
    if (milestones[ACQUIRED]! < 0) return;
    sums.add(extras + EXTRA.clvAcquired, value.clv);
    sums.add(extras + EXTRA.clvAcquiredSquares, value.clv * value.clv);
    sums.add(extras + EXTRA.clvDiscountedAcquired, value.clvNow);
    sums.add(extras + EXTRA.clvDiscountedAcquiredSquares, value.clvNow * value.clvNow);
  }
}
