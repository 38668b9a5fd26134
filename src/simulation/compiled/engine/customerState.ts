import type { AttributeValue } from '../../../map/schema';
import { dateOfDay } from '../../../rules';
import { Draws, type IdKey, PURPOSES } from '../../chance';
import { arrivalDayOf } from '../../setup';
import type { CampaignChange, CustomerView, Tables } from '../tables';
import { reset } from './reset';
import { CLOCK_TOLERANCE, dayOfClock } from '../../clock';

/** What rules can read of the customer who walks now; one instance serves all of them in turn. */
export class CustomerState implements CustomerView {
  readonly tables: Tables;
  readonly draws: Draws;
  customer = 0;
  persona = 0;
  personaId: string | null = null;
  arrival = 0;
  clock = 0;
  /** Unweighted, plan price included. */
  revenue = 0;
  readonly attributes: (AttributeValue | null)[];
  readonly visits: Int32Array;
  readonly passVisits: Int32Array;
  readonly taken: Int32Array;
  readonly passTaken: Int32Array;
  readonly contacts: Int32Array;
  readonly lastContact: Float64Array;
  readonly targeted: Uint8Array;
  private readonly arms: Int16Array;
  private readonly members: Uint8Array;
  private readonly evaluatedAt: Float64Array;
  private readonly invalidatedAt: Float64Array;
  /** Readings made at one moment are good until the next. */
  private moment = 1;
  private startedAt = 1;
  private todayDay = NaN;
  private todayText = '';

  constructor(tables: Tables) {
    this.tables = tables;
    this.draws = new Draws(tables.setup.scenario.seed);
    this.attributes = tables.attributes.map(() => null);
    this.visits = new Int32Array(tables.touchpoints.length);
    this.passVisits = new Int32Array(tables.touchpoints.length);
    this.taken = new Int32Array(tables.transitionIds.length);
    this.passTaken = new Int32Array(tables.transitionIds.length);
    this.contacts = new Int32Array(tables.campaigns.length);
    this.lastContact = new Float64Array(tables.campaigns.length);
    this.targeted = new Uint8Array(tables.campaigns.length);
    this.arms = new Int16Array(tables.campaigns.length);
    this.members = new Uint8Array(tables.segments.length);
    this.evaluatedAt = new Float64Array(tables.segments.length);
    this.invalidatedAt = new Float64Array(tables.segments.length);
  }

  /** Makes the next customer; the engine clears the counts of visits and transitions. */
  start(customer: number): void {
    const { tables } = this;
    this.customer = customer;
    this.arrival = this.clock = arrivalDayOf(tables.setup, customer);
    this.revenue = 0;
    this.moment += 1;
    this.startedAt = this.moment;
    if (this.contacts.length > 0) {
      reset(this.contacts);
      reset(this.targeted);
      reset(this.arms, -1);
    }
    const { pickPersona, personaIds } = tables;
    this.persona = pickPersona
      ? pickPersona(this.draws.once(customer, PURPOSES.persona))
      : personaIds.length;
    this.personaId = pickPersona ? personaIds[this.persona]! : null;
    const { rows } = tables.setup;
    const row = rows.length > 0 ? rows[customer % rows.length]! : null;
    for (let i = 0; i < this.attributes.length; i += 1) {
      const { key, byDefault, byPersona } = tables.attributes[i]!;
      const quantile = byPersona[this.persona] ?? null;
      const id = tables.attributeIds[i]!;
      if (row && Object.hasOwn(row, id)) this.attributes[i] = row[id] ?? null;
      else if (!quantile) this.attributes[i] = byDefault;
      else this.attributes[i] = quantile(this.draws.once(customer, PURPOSES.attribute, key));
    }
  }

  /** Time has passed or money has moved. */
  changed(): void {
    this.moment += 1;
  }

  /** What these segments' rules read has changed. */
  invalidate(segments: readonly number[]): void {
    this.moment += 1;
    for (const segment of segments) this.invalidatedAt[segment] = this.moment;
  }

  isMember(segment: number): boolean {
    if (!this.isRead(segment)) {
      if (this.tables.segments[segment]!.reads.length > 0) this.readBefore(segment);
      this.read(segment);
    }
    return this.members[segment] === 1;
  }

  /** Reads those that the segment's rule names, and those that theirs name, without recursion. */
  private readBefore(segment: number): void {
    const pending = [segment];
    for (let next = pending.at(-1); next !== undefined; next = pending.at(-1)) {
      const count = pending.length;
      for (const other of this.tables.segments[next]!.reads) {
        if (!this.isRead(other)) pending.push(other);
      }
      if (pending.length > count) continue;
      pending.pop();
      if (next !== segment && !this.isRead(next)) this.read(next);
    }
  }

  /** Has the segment been read since its answer may have changed? */
  private isRead(segment: number): boolean {
    const { isVolatile } = this.tables.segments[segment]!;
    const invalidated = isVolatile ? this.moment : this.invalidatedAt[segment]!;
    const since = invalidated > this.startedAt ? invalidated : this.startedAt;
    return this.evaluatedAt[segment]! >= since;
  }

  private read(segment: number): void {
    this.members[segment] = this.tables.segments[segment]!.holds(this) ? 1 : 0;
    this.evaluatedAt[segment] = this.moment;
  }

  /** Drawn when first asked for: 0 = control. */
  armOf(campaign: number): number {
    let arm = this.arms[campaign]!;
    if (arm < 0) {
      const { key, controlShare, pick } = this.tables.campaigns[campaign]!;
      const u = this.draws.once(this.customer, PURPOSES.arm, key);
      arm = u < controlShare ? 0 : 1 + pick((u - controlShare) / (1 - controlShare));
      this.arms[campaign] = arm;
    }
    return arm;
  }

  armName(campaign: number): string {
    return this.tables.campaigns[campaign]!.arms[this.armOf(campaign)]!;
  }

  share(clause: IdKey): number {
    return this.draws.once(this.customer, PURPOSES.share, clause);
  }

  days(): number {
    return this.clock - this.arrival;
  }

  day(): number {
    return this.tables.setup.startDay + dayOfClock(this.clock);
  }

  today(): string {
    const day = this.day();
    if (day !== this.todayDay) {
      this.todayDay = day;
      this.todayText = dateOfDay(day);
    }
    return this.todayText;
  }

  /** Is a contact at work now, for this arm? */
  isActing({ campaign, arm }: CampaignChange): boolean {
    if (this.contacts[campaign]! === 0) return false;
    const { lastsDays } = this.tables.campaigns[campaign]!;
    if (this.clock - this.lastContact[campaign]! > lastsDays + CLOCK_TOLERANCE) return false;
    return arm < 0 || arm === this.armOf(campaign);
  }
}
