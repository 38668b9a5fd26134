import { inOrder } from '../../map/records';
import type { AttributeValue, JourneyMap } from '../../map/schema';
import { dateOfDay, Evaluation, type Facts, holds, isMember, type WalkScope } from '../../rules';
import { attributeQuantile, Draws, keyOfId, pickBy, PURPOSES } from '../chance';
import type { CostKind, EndKind, WalkStep } from '../results';
import { arrivalDayOf, type RunSetup } from '../setup';
import { dayOfClock } from '../clock';

/** What a campaign has done to one customer. */
export interface Contact {
  targeted: boolean;
  contacts: number;
  /** Clock of the last contact that acted. */
  last: number;
}

/** Who a customer is forced to be, for walking as a persona. */
export interface CustomerOverrides {
  persona?: string;
  attributes?: Readonly<Record<string, AttributeValue | null>>;
  /** Campaign → arm. */
  arms?: Readonly<Record<string, string>>;
}

/** One simulated individual of the reference engine: plain tables, read and written step by step. */
export class Customer implements Facts {
  readonly setup: RunSetup;
  readonly index: number;
  readonly draws: Draws;
  readonly persona: string | null;
  readonly arrival: number;
  readonly attributes = new Map<string, AttributeValue | null>();
  readonly campaigns = new Map<string, Contact>();
  readonly steps: WalkStep[] = [];
  readonly cost: Record<CostKind, number> = {
    acquisition: 0,
    service: 0,
    retention: 0,
    campaign: 0,
  };
  clock: number;
  /** Monthly. */
  price = 0;
  /** Weighted by `counting`, without the plan price. */
  booked = 0;
  planRevenue = 0;
  /** Unweighted, plan price included: what rules read. */
  revenue = 0;
  end: { kind: EndKind; touchpoint: string | null; noRule: boolean } | null = null;
  /** The transition being taken. */
  coming: string | null = null;

  private readonly counts = new Map<string, number>();
  private readonly passCounts = new Map<string, number>();
  private readonly forcedArms: Readonly<Record<string, string>>;

  constructor(setup: RunSetup, index: number, forced: CustomerOverrides = {}) {
    this.setup = setup;
    this.index = index;
    this.draws = new Draws(setup.scenario.seed);
    this.arrival = arrivalDayOf(setup, index);
    this.clock = this.arrival;
    this.persona = forced.persona ?? this.drawPersona();
    this.forcedArms = forced.arms ?? {};
    this.drawAttributes(forced.attributes ?? {});
  }

  get map(): JourneyMap {
    return this.setup.map;
  }

  private drawPersona(): string | null {
    const personas = inOrder(this.map.personas);
    if (personas.length === 0) return null;
    const pick = pickBy(personas.map(([, { share }]) => share));
    return personas[pick(this.draws.once(this.index, PURPOSES.persona))]![0];
  }

  private drawAttributes(forced: Readonly<Record<string, AttributeValue | null>>): void {
    const { rows } = this.setup;
    const row = rows.length > 0 ? rows[this.index % rows.length]! : {};
    const drawn = (this.persona === null ? null : this.map.personas[this.persona])?.attributes;
    for (const [id, attribute] of Object.entries(this.map.attributes)) {
      const distribution = drawn && Object.hasOwn(drawn, id) ? drawn[id] : undefined;
      let value = attribute.default;
      if (Object.hasOwn(forced, id)) value = forced[id] ?? null;
      else if (Object.hasOwn(row, id)) value = row[id] ?? null;
      else if (distribution) {
        const u = this.draws.once(this.index, PURPOSES.attribute, keyOfId(id));
        value = attributeQuantile(distribution)(u);
      }
      this.attributes.set(id, value);
    }
  }

  // Facts

  get days(): number {
    return this.clock - this.arrival;
  }

  get day(): number {
    return this.setup.startDay + dayOfClock(this.clock);
  }

  get today(): string {
    return dateOfDay(this.day);
  }

  attribute(id: string): AttributeValue | null {
    return this.attributes.get(id) ?? null;
  }

  visits(touchpoint: string, scope: WalkScope): number {
    return (scope === 'pass' ? this.passCounts : this.counts).get(touchpoint) ?? 0;
  }

  taken(transition: string, scope: WalkScope): number {
    return (scope === 'pass' ? this.passCounts : this.counts).get(`>${transition}`) ?? 0;
  }

  contacts(campaign: string): number {
    return this.campaigns.get(campaign)?.contacts ?? 0;
  }

  /** Control first, then the variants by weight. */
  arm(campaign: string): string | null {
    if (!this.setup.settings.campaigns.includes(campaign)) return null;
    if (Object.hasOwn(this.forcedArms, campaign)) return this.forcedArms[campaign] ?? null;
    const { controlShare, variants } = this.map.campaigns[campaign]!;
    const u = this.draws.once(this.index, PURPOSES.arm, keyOfId(campaign));
    if (u < controlShare) return 'control';
    const arms = inOrder(variants);
    if (arms.length === 0) return 'treated';
    const pick = pickBy(arms.map(([, { share }]) => share));
    return arms[pick((u - controlShare) / (1 - controlShare))]![0];
  }

  shareDraw(clause: string): number {
    return this.draws.once(this.index, PURPOSES.share, keyOfId(clause));
  }

  holds(rule: Parameters<typeof holds>[0]): boolean {
    return holds(rule, this, this.map);
  }

  isMember(segment: string): boolean {
    return isMember(segment, this, this.map);
  }

  /** All segments they are a member of now. */
  memberships(): string[] {
    const evaluation = new Evaluation(this, this.map);
    return Object.keys(this.map.segments).filter((id) => evaluation.isMember(id));
  }

  // Changes

  count(touchpoint: string, isEntry: boolean): void {
    if (isEntry) this.passCounts.clear();
    this.add(touchpoint);
  }

  countTaken(transition: string): void {
    this.add(`>${transition}`);
  }

  private add(key: string): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    this.passCounts.set(key, (this.passCounts.get(key) ?? 0) + 1);
  }

  contact(campaign: string): Contact {
    let contact = this.campaigns.get(campaign);
    if (!contact) {
      contact = { targeted: false, contacts: 0, last: 0 };
      this.campaigns.set(campaign, contact);
    }
    return contact;
  }
}
