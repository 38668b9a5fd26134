import type { AttributeValue } from '../../map/schema';
import { PURPOSES } from '../chance/draws';
import { pickBy } from '../chance/quantiles';
import { SHARE_TOLERANCE } from '../reference/chances';
import type { EndKind } from '../results';
import { weightOfEntry } from '../setup/counting';
import { CLOCK_TOLERANCE } from '../setup/setUp';
import { Books } from './books';
import { reset } from './reset';
import { State } from './state';
import type { Change, Spot, Sums, Tables, Way } from './tables';

/** What went wrong on the way, counted by touchpoint index. */
export interface Mishaps {
  effectRefused: (spot: number) => void;
  chancesOverOne: (spot: number) => void;
  noEntryWeight: () => void;
}

/** The walk just walked: entry k was at `clocks[k]`, by way `ways[k]` (−1 = arrived), counts `weights[k]`. */
export interface Log {
  length: number;
  readonly spots: Int32Array;
  readonly ways: Int32Array;
  readonly clocks: Float64Array;
  readonly weights: Float64Array;
  /** Emotion felt; NaN = none. */
  readonly emotions: Float64Array;
  end: EndKind;
  endClock: number;
  noRule: boolean;
  /** Index of the entry that first passed each milestone; −1 = never. */
  readonly milestones: Int32Array;
  /** Index of the entry that made the customer a target of each campaign; −1 = never. */
  readonly targetedAt: Int32Array;
}

/**
 * The compiled engine: the same semantics as the reference engine, over arrays, one customer at a
 * time. `books` hears of money as it moves; the rest is read from the log afterwards.
 */
export class Walker {
  readonly state: State;
  readonly log: Log;
  /** Segments the customer has been a member of at any entry. */
  readonly everMember: Uint8Array;
  private readonly tables: Tables;
  private readonly books: Books;
  private readonly mishaps: Mishaps | null;
  private readonly chances: Float64Array;
  private readonly open: Uint8Array;
  private readonly factors: Float64Array;
  private readonly horizon: number;
  private readonly maxSteps: number;
  private readonly isTimeless: boolean;
  private readonly countsPasses: boolean;
  private readonly spots: Int32Array;
  private readonly ways: Int32Array;
  private readonly clocks: Float64Array;
  private readonly weights: Float64Array;

  constructor(tables: Tables, books = new Books(tables), mishaps: Mishaps | null = null) {
    const { settings } = tables.setup;
    this.tables = tables;
    this.books = books;
    this.mishaps = mishaps;
    this.state = new State(tables);
    this.everMember = new Uint8Array(tables.segments.length);
    const most = Math.max(0, ...tables.spots.map(({ ways }) => ways.length));
    this.chances = new Float64Array(most);
    this.open = new Uint8Array(most);
    this.factors = new Float64Array(most);
    this.horizon = settings.horizon ?? Infinity;
    this.maxSteps = settings.maxSteps;
    this.isTimeless = settings.horizon === null && settings.counting === 'start';
    this.log = {
      length: 0,
      spots: new Int32Array(this.maxSteps),
      ways: new Int32Array(this.maxSteps),
      clocks: new Float64Array(this.maxSteps),
      weights: new Float64Array(this.maxSteps).fill(1),
      emotions: new Float64Array(this.maxSteps).fill(NaN),
      end: 'in-journey',
      endClock: 0,
      noRule: false,
      milestones: new Int32Array(4).fill(-1),
      targetedAt: new Int32Array(tables.campaigns.length).fill(-1),
    };
    this.countsPasses = tables.needs.pass;
    this.spots = this.log.spots;
    this.ways = this.log.ways;
    this.clocks = this.log.clocks;
    this.weights = this.log.weights;
  }

  /** Walks one customer; false where she would arrive after the horizon. */
  walk(customer: number): boolean {
    const { state, log, tables } = this;
    this.clear();
    state.beBorn(customer);
    if (state.arrival > this.horizon) return false;
    this.books.open(state.arrival);
    let spot = tables.spots[this.entry()]!;
    let by: Way | null = null;
    for (;;) {
      this.enter(spot, by);
      if (this.everMember.length > 0) this.noteMembers();
      if (spot.kind === 'outcome') {
        this.finish('outcome');
        break;
      }
      by = this.choose(spot);
      if (by === null) {
        log.noRule = spot.kind === 'decision';
        this.finish(this.pass(spot.dropOffAfter) ? 'drop-off' : 'in-journey');
        break;
      }
      const days = by.delay ? by.delay(this.delayDraw(spot)) : by.days;
      if (days > 0 && !this.pass(days)) {
        this.finish('in-journey');
        break;
      }
      if (log.length >= this.maxSteps) {
        this.finish('cut-off');
        break;
      }
      spot = tables.spots[by.to]!;
    }
    return true;
  }

  /** Whose rule holds now belongs to the segment's part of the run. */
  private noteMembers(): void {
    const { state, everMember, log } = this;
    const { segments } = this.tables;
    state.changed();
    for (let s = 0; s < everMember.length; s += 1) {
      if (everMember[s] === 1 || (log.length > 1 && segments[s]!.isFixed)) continue;
      if (state.isMember(s)) everMember[s] = 1;
    }
  }

  private clear(): void {
    const { state, log } = this;
    for (let k = 0; k < log.length; k += 1) {
      state.visits[log.spots[k]!] = 0;
      const way = log.ways[k]!;
      if (way >= 0) state.taken[way] = 0;
      log.emotions[k] = NaN;
    }
    if (this.countsPasses) {
      state.passVisits.fill(0);
      state.passTaken.fill(0);
    }
    log.length = 0;
    log.noRule = false;
    reset(log.milestones, -1);
    reset(log.targetedAt, -1);
    reset(this.everMember);
  }

  private finish(end: EndKind): void {
    this.log.end = end;
    this.log.endClock = this.state.clock;
    this.books.close(end, this.state.clock);
  }

  private entry(): number {
    const { entries, pickEntry } = this.tables;
    if (entries.length === 1 && pickEntry) return entries[0]!.spot;
    const u = this.state.draws.once(this.state.customer, PURPOSES.entry);
    if (pickEntry) return entries[pickEntry(u)]!.spot;
    const weights = entries.map(({ base, rows }) => {
      const row = rows.find(({ segment }) => this.state.isMember(segment));
      return row ? row.value : base;
    });
    if (!weights.some((weight) => weight > 0)) this.mishaps?.noEntryWeight();
    return entries[pickBy(weights)(u)]!.spot;
  }

  private enter(spot: Spot, by: Way | null): void {
    const { state, log, clocks, weights } = this;
    const k = log.length;
    const { index, milestone } = spot;
    const { clock } = state;
    if (by) {
      state.taken[by.index]! += 1;
      if (by.money) this.book(by.money, 1);
      this.ways[k] = by.index;
    } else this.ways[k] = -1;
    state.visits[index]! += 1;
    if (this.countsPasses) this.countPass(spot, by);
    this.spots[k] = index;
    clocks[k] = clock;
    // Where every entry counts in full, the log says so from the beginning.
    if (!this.isTimeless) {
      weights[k] = weightOfEntry(this.tables.setup.settings, clock, k === 0);
    }
    log.length = k + 1;
    if (milestone >= 0 && log.milestones[milestone]! < 0) {
      log.milestones[milestone] = k;
      this.books.milestone(milestone, clock);
    }
    if (!spot.isPlain) this.meet(spot, k);
  }

  /** Counts since the customer last came through an entry, this visit included. */
  private countPass({ kind, index }: Spot, by: Way | null): void {
    const { passVisits, passTaken } = this.state;
    if (by) passTaken[by.index]! += 1;
    if (kind === 'entry') {
      passVisits.fill(0);
      passTaken.fill(0);
    }
    passVisits[index]! += 1;
  }

  /** What an entry does besides being counted. */
  private meet(spot: Spot, k: number): void {
    const { state, log, books } = this;
    const { clock } = state;
    const weight = log.weights[k]!;
    if (spot.money) this.book(spot.money, weight);
    for (const effect of spot.effects) this.apply(spot, effect);
    if (spot.emotions) log.emotions[k] = this.emotion(spot, spot.emotions);
    if (spot.touches.length > 0) this.meetCampaigns(spot, k);
    if (spot.price !== null) books.setPrice(spot.price, clock);
  }

  private book({ costs, revenue }: Sums, weight: number): void {
    const { state, books } = this;
    state.revenue += revenue;
    books.book(costs, revenue, weight, state.clock);
  }

  private apply(spot: Spot, { attribute, apply }: Spot['effects'][number]): void {
    const { attributes } = this.state;
    const after: AttributeValue | undefined =
      attribute < 0 ? undefined : apply(attributes[attribute]!);
    if (after === undefined) this.mishaps?.effectRefused(spot.index);
    else attributes[attribute] = after;
  }

  private emotion({ emotionChanges }: Spot, emotions: Float64Array): number {
    const now = emotions[this.state.persona]!;
    if (Number.isNaN(now)) return NaN;
    let value = now;
    for (const change of emotionChanges) if (this.isActing(change)) value += change.by;
    return Math.min(2, Math.max(-2, value));
  }

  /** Is a contact at work now, for this arm? */
  private isActing({ campaign, arm }: Change): boolean {
    const { state } = this;
    if (state.contacts[campaign]! === 0) return false;
    const { lastsDays } = this.tables.campaigns[campaign]!;
    if (state.clock - state.lastContact[campaign]! > lastsDays + CLOCK_TOLERANCE) return false;
    return arm < 0 || arm === state.armOf(campaign);
  }

  private meetCampaigns({ touches }: Spot, k: number): void {
    const { state, log, books } = this;
    state.changed();
    for (const { campaign, segment } of touches) {
      const { isScheduled, maxContacts, perContact } = this.tables.campaigns[campaign]!;
      if (!isScheduled(state.day())) continue;
      if (segment >= 0 && !state.isMember(segment)) continue;
      if (state.targeted[campaign] === 0) {
        state.targeted[campaign] = 1;
        log.targetedAt[campaign] = k;
      }
      const arm = state.armOf(campaign);
      if (arm === 0 || state.contacts[campaign]! >= maxContacts) continue;
      state.contacts[campaign]! += 1;
      state.lastContact[campaign] = state.clock;
      state.changed();
      books.contact(campaign, perContact, state.clock);
    }
  }

  /** Lets time pass at the plan price; false where the horizon cuts it. */
  private pass(days: number): boolean {
    const { state, books } = this;
    let until = state.clock + days;
    const isCut = until > this.horizon + CLOCK_TOLERANCE;
    if (isCut) until = Math.max(state.clock, this.horizon);
    state.revenue += books.accrue(state.clock, until);
    state.clock = until;
    return !isCut;
  }

  /** The way on, or null to drop off. */
  private choose(spot: Spot): Way | null {
    if (spot.kind === 'decision') return this.decide(spot);
    const { limits, ways } = spot;
    const { state } = this;
    if (ways.length === 0) {
      state.changed();
      return this.takerOf(spot);
    }
    if (!limits) {
      state.changed();
      this.weigh(spot);
    }
    state.draws.visit(state.customer, spot.key, state.visits[spot.index]!);
    const u = state.draws.choice();
    let sum = 0;
    if (limits) {
      for (let j = 0; j < limits.length; j += 1) if (u < limits[j]!) return ways[j]!;
      sum = limits[limits.length - 1]!;
    } else {
      for (let j = 0; j < ways.length; j += 1) {
        if (this.open[j] === 0) continue;
        sum += this.chances[j]!;
        if (u < sum) return ways[j]!;
      }
    }
    const taker = this.takerOf(spot);
    if (taker || 1 - sum > SHARE_TOLERANCE) return taker;
    // Rounding leaves nobody over.
    for (let j = ways.length - 1; j >= 0; j -= 1) {
      if (limits ? ways[j]!.base > 0 : this.open[j] === 1 && this.chances[j]! > 0) return ways[j]!;
    }
    return null;
  }

  /** The uniform of this visit's delay. */
  private delayDraw(spot: Spot): number {
    const { state } = this;
    // The block of the choice is still there unless a rule has drawn its own; making it again is safe.
    state.draws.visit(state.customer, spot.key, state.visits[spot.index]!);
    return state.draws.delay();
  }

  private takerOf({ takers }: Spot): Way | null {
    for (const way of takers) if (this.isOpen(way)) return way;
    return null;
  }

  private isOpen({ when }: Way): boolean {
    return when === null || when(this.state);
  }

  private decide(spot: Spot): Way | null {
    this.state.changed();
    for (const way of spot.ways) if (this.isOpen(way)) return way;
    return this.takerOf(spot);
  }

  /** Fills `open` and `chances`: see `chancesAt` of the reference engine for the same in plain words. */
  private weigh(spot: Spot): void {
    const { ways } = spot;
    const { chances, open, factors, state } = this;
    let lifted = 0;
    let unlifted = 0;
    let written = 0;
    for (let j = 0; j < ways.length; j += 1) {
      const way = ways[j]!;
      open[j] = this.isOpen(way) ? 1 : 0;
      if (open[j] === 0) continue;
      let value = way.base;
      for (const row of way.rows) {
        if (!state.isMember(row.segment)) continue;
        value = row.value;
        break;
      }
      let factor = 1;
      for (const lift of way.lifts) if (this.isActing(lift)) factor *= lift.by;
      written += value;
      chances[j] = value * factor;
      factors[j] = factor;
      if (factor === 1) unlifted += value;
      else lifted += value * factor;
    }
    if (written > 1 + SHARE_TOLERANCE) this.mishaps?.chancesOverOne(spot.index);
    if (!(lifted + unlifted > 1)) return;
    const liftedScale = lifted > 1 ? 1 / lifted : 1;
    const unliftedScale = lifted >= 1 ? 0 : (1 - lifted) / unlifted;
    for (let j = 0; j < ways.length; j += 1) {
      chances[j]! *= factors[j] === 1 ? unliftedScale : liftedScale;
    }
  }
}
