import { exceedsOne, restOf } from '../../map/records';
import type { AttributeValue } from '../../map/schema';
import { MILESTONES } from '../../map/schema';
import { choiceWord, PURPOSES } from '../chance/draws';
import { exponentialAt, pickBy } from '../chance/quantiles';
import type { EndKind } from '../results';
import { weightOfEntry } from '../setup/counting';
import { CLOCK_TOLERANCE } from '../setup/setUp';
import { Books } from './books';
import { reset } from './reset';
import { BUCKET_SHIFT, DELAYED, EVENTFUL, GUIDE_BITS, OUTCOME, WAITS, WEIGHED } from './slots';
import { State } from './state';
import type { Change, Spot, Sums, Way } from './spot';
import type { Tables } from './tables';

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
  /** A wait that ends later is cut. */
  private readonly latest: number;
  /** An entry from here on is one at the horizon. */
  private readonly lateFrom: number;
  private readonly maxSteps: number;
  /** What the first entry counts, unless it is at the horizon. */
  private readonly firstWeight: number;
  private readonly hasMilestones: boolean;
  private readonly fixedSegments: readonly number[];

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
    this.latest = this.horizon + CLOCK_TOLERANCE;
    this.lateFrom = this.horizon - CLOCK_TOLERANCE;
    this.maxSteps = settings.maxSteps;
    this.firstWeight = weightOfEntry(settings, -Infinity, true);
    this.hasMilestones = tables.spots.some(({ milestone }) => milestone >= 0);
    const segments = tables.segments.map((_, index) => index);
    this.fixedSegments = segments.filter((s) => tables.segments[s]!.isFixed);
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
      milestones: new Int32Array(MILESTONES.length).fill(-1),
      targetedAt: new Int32Array(tables.campaigns.length).fill(-1),
    };
  }

  /** Walks one customer; false where she would arrive after the horizon. */
  walk(customer: number): boolean {
    const { state, log, books, latest, lateFrom, maxSteps } = this;
    this.clear();
    state.beBorn(customer);
    if (state.arrival > this.horizon) return false;
    books.open(state.arrival);
    for (const s of this.fixedSegments) this.everMember[s] = state.isMember(s) ? 1 : 0;
    log.weights[0] = this.firstWeight;

    const { visits, draws } = state;
    const key = draws.keyOf(customer);
    const key0 = key[0]!;
    const key1 = key[1]!;
    const key2 = key[2]!;
    const key3 = key[3]!;
    const { spots, ways, clocks } = log;
    const { heads, guide, limits, ends, delays, days, means } = this.tables.slots;
    let { clock } = state;
    let spot = this.entry();
    let slot = -1;
    let way = -1;
    for (let k = 0; ;) {
      const visit = visits[spot]! + 1;
      visits[spot] = visit;
      spots[k] = spot;
      ways[k] = way;
      clocks[k] = clock;
      k += 1;
      log.length = k;
      const head = spot << 2;
      const flag = heads[head]!;
      if ((flag & EVENTFUL) !== 0 || clock >= lateFrom) this.arrive(spot, slot, k - 1);
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
        slot = heads[head + 3]! + guide[(spot << GUIDE_BITS) | (word >>> BUCKET_SHIFT)]!;
        while (word >= limits[slot]!) slot += 1;
      } else slot = this.choose(this.tables.spots[spot]!);
      const next = ends[2 * slot]!;
      if (next < 0) {
        const { dropOffAfter, kind } = this.tables.spots[spot]!;
        log.noRule = kind === 'decision';
        this.finish(this.pass(dropOffAfter) ? 'drop-off' : 'in-journey');
        return true;
      }
      let wait = 0;
      if ((flag & WAITS) !== 0) {
        const quantile = delays[slot] ?? null;
        if (quantile !== null) {
          // A rule may have drawn since the block of the choice was made.
          if ((flag & WEIGHED) !== 0) draws.visit(customer, this.tables.spots[spot]!.key, visit);
          const mean = means[slot]!;
          wait = mean > 0 ? exponentialAt(draws.delay(), mean) : quantile(draws.delay());
        } else wait = days[slot]!;
      }
      if (wait > 0) {
        const until = clock + wait;
        if (until > latest) {
          this.pass(wait);
          this.finish('in-journey');
          return true;
        }
        state.revenue += books.accrue(clock, until);
        clock = until;
        state.clock = until;
      }
      if (k >= maxSteps) {
        this.finish('cut-off');
        return true;
      }
      spot = next;
      way = ends[2 * slot + 1]!;
    }
  }

  /** Whose rule holds now belongs to the segment's part of the run. */
  private noteMembers(watches: readonly number[]): void {
    const { state, everMember } = this;
    state.changed();
    for (const s of watches) {
      if (everMember[s] === 0 && state.isMember(s)) everMember[s] = 1;
    }
  }

  private clear(): void {
    const { state, log } = this;
    const { needs, feels } = this.tables;
    const { spots, ways, length } = log;
    const { visits } = state;
    for (let k = 0; k < length; k += 1) visits[spots[k]!] = 0;
    if (needs.taken) for (let k = 1; k < length; k += 1) state.taken[ways[k]!] = 0;
    if (needs.pass) {
      state.passVisits.fill(0);
      state.passTaken.fill(0);
    }
    if (feels) for (let k = 0; k < length; k += 1) log.emotions[k] = NaN;
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

  /** What entry k does besides being counted. */
  private arrive(index: number, slot: number, k: number): void {
    const { state, log, tables } = this;
    const { clock } = state;
    const spot = tables.spots[index]!;
    const way = slot < 0 ? null : tables.slots.ways[slot]!;
    if (way) {
      if (tables.needs.taken) state.taken[way.index]! += 1;
      if (way.money) this.book(way.money, 1);
    }
    if (tables.needs.pass) this.countPass(spot, way);
    if (clock >= this.lateFrom)
      log.weights[k] = weightOfEntry(tables.setup.settings, clock, k === 0);
    const { milestone } = spot;
    if (milestone >= 0 && log.milestones[milestone]! < 0) {
      log.milestones[milestone] = k;
      this.books.milestone(milestone, clock);
    }
    state.stir(spot.stirs);
    if (!spot.isPlain) this.meet(spot, k);
    if (spot.watches.length > 0) this.noteMembers(spot.watches);
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

  private book(sums: Sums, weight: number): void {
    const { state, books } = this;
    state.revenue += sums.revenue;
    books.book(sums, weight, state.clock);
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
      const { isScheduled, maxContacts, perContact, stirs } = this.tables.campaigns[campaign]!;
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
      state.stir(stirs);
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

  /** The slot of the way on, where it depends on the customer. */
  private choose(spot: Spot): number {
    const { state } = this;
    state.changed();
    if (spot.kind === 'decision') {
      for (const way of spot.ways) if (this.isOpen(way)) return way.slot;
      return this.otherwiseOf(spot);
    }
    const { ways } = spot;
    this.weigh(spot);
    state.draws.visit(state.customer, spot.key, state.visits[spot.index]!);
    const u = state.draws.choice();
    let sum = 0;
    for (let j = 0; j < ways.length; j += 1) {
      if (this.open[j] === 0) continue;
      sum += this.chances[j]!;
      if (u < sum) return ways[j]!.slot;
    }
    const rest = this.otherwiseOf(spot);
    if (restOf(sum) > 0 || this.tables.slots.ends[2 * rest]! >= 0) return rest;
    // Rounding leaves nobody over.
    for (let j = ways.length - 1; j >= 0; j -= 1) {
      if (this.open[j] === 1 && this.chances[j]! > 0) return ways[j]!.slot;
    }
    return rest;
  }

  /** The first *otherwise* whose rule holds, or dropping off. */
  private otherwiseOf({ takers, first, ways }: Spot): number {
    for (const way of takers) if (this.isOpen(way)) return way.slot;
    return first + ways.length + takers.length;
  }

  private isOpen({ when }: Way): boolean {
    return when === null || when(this.state);
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
    if (exceedsOne(written)) this.mishaps?.chancesOverOne(spot.index);
    if (!(lifted + unlifted > 1)) return;
    const liftedScale = lifted > 1 ? 1 / lifted : 1;
    const unliftedScale = lifted >= 1 ? 0 : (1 - lifted) / unlifted;
    for (let j = 0; j < ways.length; j += 1) {
      chances[j]! *= factors[j] === 1 ? unliftedScale : liftedScale;
    }
  }
}
