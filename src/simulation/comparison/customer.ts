import { COST_KINDS, MILESTONES } from '../../map/schema';
import { Accounts, CompiledEngine, contributionOfMoney } from '../compiled/engine';
import type { Tables } from '../compiled/tables';
import { END_KINDS } from '../results';
import { CAMPAIGN_COST, PLAN, REVENUE } from '../setup';

const ACQUISITION = COST_KINDS.indexOf('acquisition');
const COSTS = [
  ACQUISITION,
  COST_KINDS.indexOf('service'),
  COST_KINDS.indexOf('retention'),
  CAMPAIGN_COST,
];
const MONEY = [
  'contribution',
  'discounted:contribution',
  'revenue',
  'planRevenue',
  'cost:acquisition',
  'cost:service',
  'cost:retention',
  'cost:campaign',
  'clvDiscounted',
  'payingDays',
] as const;

/** Names of what is compared, of each customer; the names are those of `Batches`. */
export function comparedNames({ touchpoints, touchpointIds, stageIds }: Tables): string[] {
  return [
    ...END_KINDS.map((end) => `end:${end}`),
    ...MILESTONES.map((name) => `milestone:${name}`),
    ...stageIds.map((id) => `stage:${id}`),
    ...stageIds.map((id) => `advanced:${id}`),
    ...touchpoints
      .filter(({ kind }) => kind === 'outcome')
      .map(({ index }) => `reached:${touchpointIds[index]!}`),
    ...MONEY,
  ];
}

/** How a walk ends: an outcome's id, or the kind of any other end. */
export function endsOf({ touchpoints, touchpointIds }: Tables): string[] {
  const outcomes = touchpoints.filter(({ kind }) => kind === 'outcome');
  return [...outcomes.map(({ index }) => touchpointIds[index]!), ...END_KINDS.slice(1)];
}

/** One customer under one scenario, as a row of numbers in the order of `comparedNames`. */
export class ComparedCustomer {
  readonly row: Float64Array;
  /** Place in `endsOf`. */
  end = 0;
  readonly engine: CompiledEngine;
  private readonly accounts: Accounts;
  private readonly tables: Tables;
  private readonly outcomes: readonly number[];
  private readonly firstStage: number;
  private readonly firstOutcome: number;
  private readonly firstMoney: number;

  constructor(tables: Tables) {
    this.tables = tables;
    this.accounts = new Accounts(tables);
    this.engine = new CompiledEngine(tables, this.accounts);
    this.outcomes = tables.touchpoints.flatMap(({ kind, index }) =>
      kind === 'outcome' ? [index] : [],
    );
    this.firstStage = END_KINDS.length + MILESTONES.length;
    this.firstOutcome = this.firstStage + 2 * tables.stageIds.length;
    this.firstMoney = this.firstOutcome + this.outcomes.length;
    this.row = new Float64Array(this.firstMoney + MONEY.length);
  }

  /** False if they would arrive after the horizon. */
  walk(customer: number): boolean {
    if (!this.engine.walk(customer)) return false;
    const { row, tables, outcomes, accounts, firstMoney: at } = this;
    const { log } = this.engine;
    row.fill(0);
    const kind = END_KINDS.indexOf(log.end);
    row[kind] = 1;
    for (let m = 0; m < MILESTONES.length; m += 1) {
      row[END_KINDS.length + m] = log.milestones[m]! >= 0 ? 1 : 0;
    }
    let latest = -1;
    for (let k = log.length - 1; k >= 0; k -= 1) {
      const { stage } = tables.touchpoints[log.touchpoints[k]!]!;
      if (stage < 0) continue;
      row[this.firstStage + stage] = 1;
      if (latest > stage) row[this.firstStage + tables.stageIds.length + stage] = 1;
      else latest = stage;
    }
    const outcome = log.end === 'outcome' ? outcomes.indexOf(log.touchpoints[log.length - 1]!) : -1;
    if (outcome >= 0) row[this.firstOutcome + outcome] = 1;
    this.end = outcome >= 0 ? outcome : outcomes.length + kind - 1;
    const { sums, discounted } = accounts;
    const margin = tables.setup.settings.grossMargin;
    const now = contributionOfMoney(discounted, margin);
    row[at] = contributionOfMoney(sums, margin);
    row[at + 1] = now;
    row[at + 2] = sums[REVENUE]!;
    row[at + 3] = sums[PLAN]!;
    COSTS.forEach((kind, k) => (row[at + 4 + k] = sums[kind]!));
    row[at + 8] = now + discounted[ACQUISITION]!;
    row[at + 9] = accounts.payingDays;
    return true;
  }
}
