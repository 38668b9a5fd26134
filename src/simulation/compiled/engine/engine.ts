import { choiceWord, exponentialAt, pickBy, PURPOSES } from '../../chance';
import type { EndKind } from '../../results';
import { weightOfEntry } from '../../setup';
import {
  BUCKET_SHIFT,
  DELAYED,
  EVENTFUL,
  GUIDE_BITS,
  OUTCOME,
  type Tables,
  WAITS,
  WEIGHED,
} from '../tables';
import { Accounts } from './accounts';
import type { Anomalies } from './anomalies';
import { CustomerState } from './customerState';
import { EntryEvents } from './entryEvents';
import { reset } from './reset';
import { TransitionChoice } from './transitionChoice';
import { type VisitLog, walkLogOf } from './walkLog';
import { CLOCK_TOLERANCE } from '../../clock';

/**
 * The compiled engine: the same semantics as the reference engine, over arrays, one customer at a
 * time. `accounts` are booked as money moves; the rest is read from the log afterwards.
 */
export class CompiledEngine {
  readonly state: CustomerState;
  readonly log: VisitLog;
  /** Segments the customer has been a member of at any entry. */
  readonly everMember: Uint8Array;
  private readonly tables: Tables;
  private readonly accounts: Accounts;
  private readonly anomalies: Anomalies | null;
  private readonly choice: TransitionChoice;
  private readonly events: EntryEvents;
  private readonly horizon: number;
  /** A wait that ends later is cut. */
  private readonly latest: number;
  /** An entry from here on is one at the horizon. */
  private readonly lateFrom: number;
  private readonly maxSteps: number;
  /** What the first entry counts, unless it is at the horizon. */
  private readonly firstWeight: number;
  private readonly hasMilestones: boolean;
  private readonly fixedSegments: readonly number[];

  constructor(tables: Tables, accounts = new Accounts(tables), anomalies: Anomalies | null = null) {
    const { settings } = tables.setup;
    this.tables = tables;
    this.accounts = accounts;
    this.anomalies = anomalies;
    this.state = new CustomerState(tables);
    this.everMember = new Uint8Array(tables.segments.length);
    this.horizon = settings.horizon ?? Infinity;
    this.latest = this.horizon + CLOCK_TOLERANCE;
    this.lateFrom = this.horizon - CLOCK_TOLERANCE;
    this.maxSteps = settings.maxSteps;
    this.firstWeight = weightOfEntry(settings, -Infinity, true);
    this.hasMilestones = tables.touchpoints.some(({ milestone }) => milestone >= 0);
    const segments = tables.segments.map((_, index) => index);
    this.fixedSegments = segments.filter((s) => tables.segments[s]!.isFixed);
    this.log = walkLogOf(this.maxSteps, tables.campaigns.length);
    this.choice = new TransitionChoice(tables, this.state, anomalies);
    this.events = new EntryEvents(this, tables, accounts, anomalies);
  }

  /** Simulates one customer; returns false if they would arrive after the horizon. */
  walk(customer: number): boolean {
    const { state, log, accounts, latest, lateFrom, maxSteps } = this;
    this.clear();
    state.start(customer);
    if (state.arrival > this.horizon) return false;
    accounts.open(state.arrival);
    for (const s of this.fixedSegments) this.everMember[s] = state.isMember(s) ? 1 : 0;
    log.weights[0] = this.firstWeight;

    const { visits, draws } = state;
    const key = draws.keyOf(customer);
    const key0 = key[0]!;
    const key1 = key[1]!;
    const key2 = key[2]!;
    const key3 = key[3]!;
    const { touchpoints, transitions, clocks } = log;
    const { heads, guide, limits, ends, delays, days, means } = this.tables.branches;
    let { clock } = state;
    let touchpoint = this.entry();
    let branch = -1;
    let transition = -1;
    for (let k = 0; ;) {
      const visit = visits[touchpoint]! + 1;
      visits[touchpoint] = visit;
      touchpoints[k] = touchpoint;
      transitions[k] = transition;
      clocks[k] = clock;
      k += 1;
      log.length = k;
      const head = touchpoint << 2;
      const flag = heads[head]!;
      if ((flag & EVENTFUL) !== 0 || clock >= lateFrom)
        this.events.enter(touchpoint, branch, k - 1);
      if ((flag & OUTCOME) !== 0) {
        this.finish('outcome');
        return true;
      }
      if ((flag & WEIGHED) === 0) {
        const low = heads[head + 1]!;
        const high = heads[head + 2]!;
        const word =
          (flag & DELAYED) === 0
            ? choiceWord(key0, key1, key2, key3, low, high, visit)
            : draws.visitWord(low, high, visit);
        branch = heads[head + 3]! + guide[(touchpoint << GUIDE_BITS) | (word >>> BUCKET_SHIFT)]!;
        while (word >= limits[branch]!) branch += 1;
      } else branch = this.choice.choose(this.tables.touchpoints[touchpoint]!);
      const next = ends[2 * branch]!;
      if (next < 0) {
        const { dropOffAfter, kind } = this.tables.touchpoints[touchpoint]!;
        log.noRule = kind === 'decision';
        this.finish(this.wait(dropOffAfter) ? 'drop-off' : 'in-journey');
        return true;
      }
      let wait = 0;
      if ((flag & WAITS) !== 0) {
        const quantile = delays[branch] ?? null;
        if (quantile !== null) {
          // A rule may have drawn since the block of the choice was made.
          if ((flag & WEIGHED) !== 0)
            draws.visit(customer, this.tables.touchpoints[touchpoint]!.key, visit);
          const mean = means[branch]!;
          wait = mean > 0 ? exponentialAt(draws.delay(), mean) : quantile(draws.delay());
        } else wait = days[branch]!;
      }
      if (wait > 0) {
        const until = clock + wait;
        if (until > latest) {
          this.wait(wait);
          this.finish('in-journey');
          return true;
        }
        state.revenue += accounts.accrue(clock, until);
        clock = until;
        state.clock = until;
      }
      if (k >= maxSteps) {
        this.finish('cut-off');
        return true;
      }
      touchpoint = next;
      transition = ends[2 * branch + 1]!;
    }
  }

  private clear(): void {
    const { state, log } = this;
    const { needs, hasEmotions } = this.tables;
    const { touchpoints, transitions, length } = log;
    const { visits } = state;
    for (let k = 0; k < length; k += 1) visits[touchpoints[k]!] = 0;
    if (needs.taken) for (let k = 1; k < length; k += 1) state.taken[transitions[k]!] = 0;
    if (needs.pass) {
      state.passVisits.fill(0);
      state.passTaken.fill(0);
    }
    if (hasEmotions) for (let k = 0; k < length; k += 1) log.emotions[k] = NaN;
    // Only entries at the horizon count otherwise than in full, and they are the last.
    for (let k = length - 1; k > 0 && log.clocks[k]! >= this.lateFrom; k -= 1) log.weights[k] = 1;
    log.length = 0;
    log.noRule = false;
    if (this.hasMilestones) reset(log.milestones, -1);
    if (log.targetedAt.length > 0) reset(log.targetedAt, -1);
    if (this.everMember.length > 0) reset(this.everMember);
  }

  private finish(end: EndKind): void {
    this.log.end = end;
    this.log.endClock = this.state.clock;
    this.accounts.close(end, this.state.clock);
  }

  private entry(): number {
    const { entries, pickEntry } = this.tables;
    if (entries.length === 1 && pickEntry) return entries[0]!.touchpoint;
    const u = this.state.draws.once(this.state.customer, PURPOSES.entry);
    if (pickEntry) return entries[pickEntry(u)]!.touchpoint;
    const weights = entries.map(({ base, rows }) => {
      const row = rows.find(({ segment }) => this.state.isMember(segment));
      return row ? row.value : base;
    });
    if (!weights.some((weight) => weight > 0)) this.anomalies?.noEntryWeight();
    return entries[pickBy(weights)(u)]!.touchpoint;
  }

  /** Lets time pass at the plan price; false where the horizon cuts it. */
  private wait(days: number): boolean {
    const { state, accounts } = this;
    let until = state.clock + days;
    const isCut = until > this.horizon + CLOCK_TOLERANCE;
    if (isCut) until = Math.max(state.clock, this.horizon);
    state.revenue += accounts.accrue(state.clock, until);
    state.clock = until;
    return !isCut;
  }
}
