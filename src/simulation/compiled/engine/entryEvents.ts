import { within } from '../../../map/basics';
import type { AttributeValue } from '../../../map/schema';
import { weightOfEntry } from '../../setup';
import type { BookedMoney, Tables, TouchpointTable, TransitionTable } from '../tables';
import type { Accounts } from './accounts';
import type { Anomalies } from './anomalies';
import type { CustomerState } from './customerState';
import type { VisitLog } from './walkLog';
import { CLOCK_TOLERANCE } from '../../clock';

/** Applies everything an entry does besides being counted as a visit. */
export class EntryEvents {
  private readonly tables: Tables;
  private readonly state: CustomerState;
  private readonly log: VisitLog;
  private readonly everMember: Uint8Array;
  private readonly accounts: Accounts;
  private readonly anomalies: Anomalies | null;
  /** An entry from here on is one at the horizon. */
  private readonly lateFrom: number;

  constructor(
    { state, log, everMember }: { state: CustomerState; log: VisitLog; everMember: Uint8Array },
    tables: Tables,
    accounts: Accounts,
    anomalies: Anomalies | null,
  ) {
    this.tables = tables;
    this.state = state;
    this.log = log;
    this.everMember = everMember;
    this.accounts = accounts;
    this.anomalies = anomalies;
    this.lateFrom = (tables.setup.settings.horizon ?? Infinity) - CLOCK_TOLERANCE;
  }

  /** What entry k does besides being counted. */
  enter(index: number, branch: number, k: number): void {
    const { state, log, tables } = this;
    const { clock } = state;
    const touchpoint = tables.touchpoints[index]!;
    const transition = branch < 0 ? null : tables.branches.transitions[branch]!;
    if (transition) {
      if (tables.needs.taken) state.taken[transition.index]! += 1;
      if (transition.money) this.book(transition.money, 1);
    }
    if (tables.needs.pass) this.countPass(touchpoint, transition);
    if (clock >= this.lateFrom)
      log.weights[k] = weightOfEntry(tables.setup.settings, clock, k === 0);
    const { milestone } = touchpoint;
    if (milestone >= 0 && log.milestones[milestone]! < 0) {
      log.milestones[milestone] = k;
      this.accounts.milestone(milestone, clock);
    }
    state.invalidate(touchpoint.invalidates);
    if (!touchpoint.isPlain) this.applyEntry(touchpoint, k);
    if (touchpoint.watched.length + tables.alwaysWatched.length > 0) this.recordMembers(touchpoint);
  }

  /** Counts since the customer last came through an entry, this visit included. */
  private countPass({ kind, index }: TouchpointTable, by: TransitionTable | null): void {
    const { passVisits, passTaken } = this.state;
    if (by) passTaken[by.index]! += 1;
    if (kind === 'entry') {
      passVisits.fill(0);
      passTaken.fill(0);
    }
    passVisits[index]! += 1;
  }

  /** Whose rule holds now belongs to the segment's part of the run. */
  private recordMembers({ watched }: TouchpointTable): void {
    const { state, everMember } = this;
    state.changed();
    for (const s of watched) {
      if (everMember[s] === 0 && state.isMember(s)) everMember[s] = 1;
    }
    for (const s of this.tables.alwaysWatched) {
      if (everMember[s] === 0 && state.isMember(s)) everMember[s] = 1;
    }
  }

  /** Money, effects, emotion, campaigns and the plan price of an entry, in this order. */
  private applyEntry(touchpoint: TouchpointTable, k: number): void {
    const { state, log, accounts } = this;
    const { clock } = state;
    const weight = log.weights[k]!;
    if (touchpoint.money) this.book(touchpoint.money, weight);
    for (const effect of touchpoint.effects) this.apply(touchpoint, effect);
    if (touchpoint.emotions) log.emotions[k] = this.emotion(touchpoint, touchpoint.emotions);
    if (touchpoint.touches.length > 0) this.contact(touchpoint, k);
    if (touchpoint.price !== null) accounts.setPrice(touchpoint.price, clock);
  }

  private book(sums: BookedMoney, weight: number): void {
    const { state, accounts } = this;
    state.revenue += sums.revenue;
    accounts.book(sums, weight, state.clock);
  }

  private apply(
    touchpoint: TouchpointTable,
    { attribute, apply }: TouchpointTable['effects'][number],
  ): void {
    const { attributes } = this.state;
    const after: AttributeValue | undefined =
      attribute < 0 ? undefined : apply(attributes[attribute]!);
    if (after === undefined) this.anomalies?.effectRefused(touchpoint.index);
    else attributes[attribute] = after;
  }

  private emotion({ emotionChanges }: TouchpointTable, emotions: Float64Array): number {
    const now = emotions[this.state.persona]!;
    if (Number.isNaN(now)) return NaN;
    let value = now;
    for (const change of emotionChanges) if (this.state.isActing(change)) value += change.by;
    return within(value, -2, 2);
  }

  private contact({ touches }: TouchpointTable, k: number): void {
    const { state, log, accounts } = this;
    state.changed();
    for (const { campaign, segment } of touches) {
      const { isScheduled, maxContacts, perContact, invalidates } =
        this.tables.campaigns[campaign]!;
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
      state.invalidate(invalidates);
      accounts.contact(campaign, perContact, state.clock);
    }
  }
}
