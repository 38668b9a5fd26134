import { COST_KINDS, MILESTONES } from '../../map/schema';
import { BatchCounts } from './batchCounts';
import { Books, CAMPAIGN_COST, MONEY_KINDS, PLAN, REVENUE } from './books';
import { binOf } from './histogram';
import { ARM_HEAD, BINS, ENDS, GROUP_EXTRAS } from './layout';
import { PathCounts } from './pathCounts';
import type { Tables } from './tables';
import { MOST_PATHS, MOST_WALKS, Tally } from './tally';
import { encodeWalk } from './walkCodes';
import { Walker } from './walker';

const ACQUIRED = MILESTONES.indexOf('acquired');
/** Where each of a group's extra sums stands. */
const EXTRA = Object.fromEntries(GROUP_EXTRAS.map((name, index) => [name, index])) as Record<
  (typeof GROUP_EXTRAS)[number],
  number
>;
const ACQUISITION_COST = COST_KINDS.indexOf('acquisition');

/** Walks the customers of a range and keeps the tally. */
export class Recorder {
  private readonly kept: Tally;
  private readonly batch: BatchCounts;
  private readonly paths = new PathCounts();
  private readonly tables: Tables;
  private readonly walker: Walker;
  private readonly books: Books;
  private readonly customers: number;
  private readonly margin: number;
  private readonly hasAcquired: boolean;
  private readonly isSuccess: readonly boolean[];
  /** Contacts of this customer in their order: campaign and entry. */
  private readonly contacts: { campaign: number; entry: number }[] = [];
  private readonly hasContacts: boolean;
  /** The distinct touchpoints of this walk. */
  private readonly touched: Int32Array;
  /** Number of the walk that last came by. */
  private readonly lastSeen: Float64Array;
  private walks = 0;
  private readonly stageOf: Int32Array;
  private readonly stageDays: Float64Array;
  private readonly stageAdvanced: Uint8Array;
  private readonly stageReached: Uint8Array;
  private readonly stride: number;
  /** What this customer is worth; `Now` = discounted. */
  private readonly value = { contribution: 0, contributionNow: 0, clv: 0, clvNow: 0 };

  constructor(tables: Tables, from: number, to: number) {
    this.tables = tables;
    this.kept = new Tally(tables, from, to);
    this.batch = new BatchCounts(tables, this.kept);
    const { layout, counts, series } = this.kept;
    this.books = new Books(tables, series, (campaign) => {
      this.contacts.push({ campaign, entry: this.walker.log.length - 1 });
    });
    this.walker = new Walker(tables, this.books, {
      effectRefused: (spot) => (counts[layout.counts.effectRefused + spot]! += 1),
      chancesOverOne: (spot) => (counts[layout.counts.chancesOverOne + spot]! += 1),
      noEntryWeight: () => (counts[layout.counts.noEntryWeight]! += 1),
    });
    this.customers = tables.setup.scenario.customers;
    this.margin = tables.setup.settings.grossMargin;
    const { touchpoints } = tables.setup.map;
    const goals = tables.touchpointIds.map((id) => touchpoints[id]!);
    this.hasAcquired = goals.some(({ milestone }) => milestone === 'acquired');
    this.isSuccess = goals.map(({ kind, outcome }) => kind === 'outcome' && outcome === 'success');
    this.touched = new Int32Array(layout.touchpoints);
    this.lastSeen = new Float64Array(layout.touchpoints);
    this.stageOf = Int32Array.from(tables.spots, ({ stage }) => stage);
    this.hasContacts = tables.campaigns.length > 0;
    this.stride = Math.max(1, Math.ceil(this.customers / MOST_WALKS));
    this.stageDays = new Float64Array(layout.stages);
    this.stageAdvanced = new Uint8Array(layout.stages);
    this.stageReached = new Uint8Array(layout.stages);
  }

  /** Of all customers walked so far. */
  get tally(): Tally {
    this.batch.settle();
    this.paths.settle(this.kept.paths);
    return this.kept;
  }

  /** Walks and keeps one customer; answers how many ways she took. */
  walk(customer: number): number {
    if (this.hasContacts) this.contacts.length = 0;
    const { kept: tally, walker, books, margin } = this;
    if (!walker.walk(customer)) return 0;
    const { batches, personas } = tally.layout;
    const batch = Math.floor((customer * batches) / this.customers);
    this.batch.begin(batch, walker.log);
    const distinct = this.places();
    if (tally.layout.stages > 0) this.stages();
    const { sums, discounted } = books;
    const value = this.value;
    value.contribution = contributionOf(sums, margin);
    value.contributionNow = contributionOf(discounted, margin);
    value.clv = value.contribution + sums[ACQUISITION_COST]!;
    value.clvNow = value.contributionNow + discounted[ACQUISITION_COST]!;
    this.heads(batch);
    if (walker.state.persona < personas) this.group(batches + walker.state.persona, distinct);
    const { everMember } = walker;
    for (let s = 0; s < everMember.length; s += 1) {
      if (everMember[s] === 1) this.group(batches + personas + s, distinct);
    }
    if (this.hasContacts) this.campaigns(value.contribution);
    this.attribution();
    if (tally.layout.spans.length > 0) this.spans();
    this.keep(customer);
    return walker.log.length - 1;
  }

  /** Ways, dwell and emotions; the touchpoints of this walk are the first so many of `touched`. */
  private places(): number {
    const { kept, touched, lastSeen, stageDays, stageOf } = this;
    const { counts, sums, layout } = kept;
    const { taken, reached, timed, stayed, dwell } = this.batch;
    const bins = layout.counts.dwell;
    const hasStages = layout.stages > 0;
    const { log } = this.walker;
    const { spots, ways, clocks, length, endClock, end } = log;
    const walk = (this.walks += 1);
    const last = length - 1;
    // The last entry is left by dropping off alone.
    const departures = end === 'drop-off' ? length : last;
    let distinct = 0;
    if (hasStages) stageDays.fill(0);
    let clock = clocks[0]!;
    for (let k = 0; k < length; k += 1) {
      const spot = spots[k]!;
      if (lastSeen[spot] !== walk) {
        lastSeen[spot] = walk;
        touched[distinct++] = spot;
        reached[spot]! += 1;
      }
      if (k > 0) taken[ways[k]!]! += 1;
      const next = k === last ? endClock : clocks[k + 1]!;
      const days = next - clock;
      clock = next;
      if (!(days > 0)) continue;
      if (hasStages && stageOf[spot]! >= 0) stageDays[stageOf[spot]!]! += days;
      if (k < departures) {
        timed[spot]! += 1;
        counts[bins + spot * BINS + binOf(days)]! += 1;
        dwell.add(2 * spot, days);
        dwell.add(2 * spot + 1, days * days);
      } else sums.add(layout.sums.days + spot, days);
    }
    const spot = spots[last]!;
    if (end !== 'drop-off') stayed[spot]! += 1;
    else if (log.noRule) counts[layout.counts.noRule + spot]! += 1;
    if (end === 'in-journey') counts[layout.counts.waiting + spot]! += 1;
    if (this.tables.feels) this.feelings();
    return distinct;
  }

  private feelings(): void {
    const { counts, sums, layout } = this.kept;
    const { spots, emotions, length } = this.walker.log;
    for (let k = 0; k < length; k += 1) {
      if (Number.isNaN(emotions[k]!)) continue;
      counts[layout.counts.felt + spots[k]!]! += 1;
      sums.add(layout.sums.emotion + spots[k]!, emotions[k]!);
    }
  }

  private stages(): void {
    const { kept: tally, tables, walker, stageAdvanced, stageReached, stageDays } = this;
    const { layout, counts, sums } = tally;
    const { log } = walker;
    stageReached.fill(0);
    stageAdvanced.fill(0);
    let latest = -1;
    for (let k = log.length - 1; k >= 0; k -= 1) {
      const { stage } = tables.spots[log.spots[k]!]!;
      if (stage < 0) continue;
      stageReached[stage] = 1;
      if (latest > stage) stageAdvanced[stage] = 1;
      else latest = stage;
    }
    const waitingIn =
      log.end === 'in-journey' || log.end === 'cut-off'
        ? tables.spots[log.spots[log.length - 1]!]!.stage
        : -1;
    for (let stage = 0; stage < layout.stages; stage += 1) {
      if (stageReached[stage] === 0) continue;
      if (stage === waitingIn) continue;
      const days = stageDays[stage]!;
      counts[layout.counts.stageTimes + stage * BINS + binOf(days)]! += 1;
      sums.add(layout.sums.stageTimes + 2 * stage, days);
      sums.add(layout.sums.stageTimes + 2 * stage + 1, days * days);
    }
  }

  /** Steps of one persona or segment; those of a batch are kept by `BatchCounts`. */
  private group(index: number, distinct: number): void {
    const { counts, layout } = this.kept;
    const { touched } = this;
    const base = layout.counts.groups + index * layout.group.size;
    const { spots, ways, weights, length } = this.walker.log;
    const visits = base + layout.group.visits;
    const taken = base + layout.group.taken;
    const reached = base + layout.group.reached;
    counts[visits + spots[0]!]! += weights[0]!;
    for (let k = 1; k < length; k += 1) {
      counts[visits + spots[k]!]! += weights[k]!;
      counts[taken + ways[k]!]! += 1;
    }
    for (let j = 0; j < distinct; j += 1) counts[reached + touched[j]!]! += 1;
    this.heads(index);
  }

  /** What a group counts once a customer. */
  private heads(index: number): void {
    const { kept, value, stageReached, stageAdvanced } = this;
    const { counts, sums, layout } = kept;
    const { group } = layout;
    const { log } = this.walker;
    const { milestones } = log;
    const base = layout.counts.groups + index * group.size;
    counts[base + group.customers]! += 1;
    counts[base + group.ends + ENDS.indexOf(log.end)]! += 1;
    for (let m = 0; m < milestones.length; m += 1) {
      if (milestones[m]! >= 0) counts[base + group.milestones + m]! += 1;
    }
    for (let s = 0; s < stageReached.length; s += 1) {
      if (stageReached[s] === 0) continue;
      counts[base + group.stages + s]! += 1;
      counts[base + group.advanced + s]! += stageAdvanced[s]!;
    }
    if (log.end === 'drop-off') counts[base + group.dropOffs + log.spots[log.length - 1]!]! += 1;
    const { books } = this;
    if (!books.isWritten) return;
    const from = layout.sums.groups + index * layout.groupSums;
    for (let kind = 0; kind < MONEY_KINDS; kind += 1) {
      if (books.sums[kind] === 0) continue;
      sums.add(from + kind, books.sums[kind]!);
      sums.add(from + MONEY_KINDS + kind, books.discounted[kind]!);
    }
    const extras = from + 2 * MONEY_KINDS;
    sums.add(extras + EXTRA.payingDays, books.payingDays);
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

  private campaigns(contribution: number): void {
    const { counts, sums, layout } = this.kept;
    const { state, log } = this.walker;
    const size = ARM_HEAD + layout.outcomes.length;
    for (let c = 0; c < this.tables.campaigns.length; c += 1) {
      const arm = layout.firstArm[c]! + state.armOf(c);
      const base = layout.counts.arms + arm * size;
      counts[base]! += 1;
      const since = log.targetedAt[c]!;
      if (since < 0) continue;
      counts[base + 1]! += 1;
      const contacts = state.contacts[c]!;
      if (contacts > 0) counts[base + 2]! += 1;
      counts[base + 3]! += contacts;
      for (let m = 0; m < MILESTONES.length; m += 1) {
        if (log.milestones[m]! >= since) counts[base + 4 + m]! += 1;
      }
      if (log.end === 'outcome') {
        const outcome = layout.outcomes.indexOf(log.spots[log.length - 1]!);
        counts[base + ARM_HEAD + outcome]! += 1;
      }
      sums.add(layout.sums.arms + 2 * arm, contribution);
      sums.add(layout.sums.arms + 2 * arm + 1, contribution * contribution);
    }
  }

  /** Takes what came after the conversion out of the flows of the fitted chain. */
  private attribution(): void {
    const { counts, layout } = this.kept;
    const { log } = this.walker;
    let converted = this.hasAcquired ? log.milestones[ACQUIRED]! : -1;
    const last = log.length - 1;
    if (!this.hasAcquired && log.end === 'outcome' && this.isSuccess[log.spots[last]!]) {
      converted = last;
    }
    if (converted >= 0) {
      for (let k = converted + 1; k <= last; k += 1)
        counts[layout.counts.flows + log.ways[k]!]! -= 1;
      counts[layout.counts.convertedAt + log.spots[converted]!]! += 1;
    }
    if (this.hasContacts) this.contactChain(converted);
  }

  /** Row 0 is the start; the last two columns are conversion and none. */
  private contactChain(converted: number): void {
    const { counts, layout } = this.kept;
    const campaigns = this.tables.campaigns.length;
    const at = layout.counts.contactChain;
    let row = 0;
    for (const { campaign, entry } of this.contacts) {
      if (converted >= 0 && entry > converted) break;
      if (row === campaign + 1) continue;
      counts[at + row * (campaigns + 2) + campaign]! += 1;
      row = campaign + 1;
    }
    counts[at + row * (campaigns + 2) + campaigns + (converted >= 0 ? 0 : 1)]! += 1;
  }

  private spans(): void {
    const { counts, sums, layout } = this.kept;
    const { log, state } = this.walker;
    layout.spans.forEach(({ from, to, within }, index) => {
      const base = layout.counts.spans + index * (2 + BINS);
      const start = from < 0 ? 0 : this.firstAt(from, 0);
      if (start < 0) return;
      counts[base]! += 1;
      const end =
        to >= 0
          ? this.firstAt(to, from < 0 ? 0 : start + 1)
          : log.end === 'outcome'
            ? log.length - 1
            : -1;
      if (end < 0) return;
      const days = log.clocks[end]! - (from < 0 ? state.arrival : log.clocks[start]!);
      if (days > within) return;
      counts[base + 1]! += 1;
      counts[base + 2 + binOf(days)]! += 1;
      sums.add(layout.sums.spans + 2 * index, days);
      sums.add(layout.sums.spans + 2 * index + 1, days * days);
    });
  }

  private firstAt(spot: number, since: number): number {
    const { log, state } = this.walker;
    if (state.visits[spot] === 0) return -1;
    for (let k = since; k < log.length; k += 1) if (log.spots[k] === spot) return k;
    return -1;
  }

  /** Paths of the first customers, and evenly spread walks for replay. */
  private keep(customer: number): void {
    const { kept: tally, walker } = this;
    const { log } = walker;
    if (customer < MOST_PATHS) {
      this.paths.add(log);
      tally.compared += 1;
    }
    if (customer % this.stride === 0) tally.walks.set(customer, encodeWalk(log));
  }
}

function contributionOf(money: Float64Array, margin: number): number {
  let costs = 0;
  for (let kind = 0; kind <= CAMPAIGN_COST; kind += 1) costs += money[kind]!;
  return margin * (money[REVENUE]! + money[PLAN]!) - costs;
}
