import { contributionOf, dailyPrice } from '../../../map/records';
import { CLOCK_TOLERANCE } from '../../clock';
import type { EndKind } from '../../results';
import { CAMPAIGN_COST, type Discount, discountOf, MONEY_KINDS, PLAN, REVENUE } from '../../setup';
import type { BookedMoney, Tables } from '../tables';
import { reset } from './reset';

/** Contribution of one customer, or of many, from their money in the order of `moneyKinds`. */
export function contributionOfMoney(money: Float64Array, grossMargin: number): number {
  let costs = 0;
  for (let kind = 0; kind <= CAMPAIGN_COST; kind += 1) costs += money[kind]!;
  return contributionOf(money[REVENUE]!, money[PLAN]!, costs, grossMargin);
}

/** What the recorder of the series receives of one customer's money; clocks are days of the journey. */
export interface Ledger {
  enter(clock: number): void;
  leave(end: EndKind, clock: number): void;
  milestone(milestone: number, clock: number): void;
  /** An amount of a kind of `moneyKinds`. */
  money(kind: number, amount: number, clock: number): void;
  /** A plan cost so much a day from one clock to another. */
  plan(daily: number, from: number, to: number): void;
  priceMove(before: number, after: number, isFirst: boolean, clock: number): void;
  /** A price above 0 ran from one clock to another; `first` is when the customer first paid. */
  paid(first: number, from: number, to: number): void;
  /** A customer who first paid at `first` was seen until then. */
  observed(first: number, until: number): void;
}

/** The money of the customer who walks now, and what a ledger receives of it. */
export class Accounts {
  readonly sums = new Float64Array(MONEY_KINDS);
  /** The very same where nothing is discounted. */
  readonly discounted: Float64Array;
  payingDays = 0;
  private price = 0;
  private firstPaid = NaN;
  private payingSince = NaN;
  private readonly discount: Discount;
  private readonly ledger: Ledger | null;
  private readonly onContact: ((campaign: number) => void) | null;
  private readonly horizon: number;
  private readonly isDiscounted: boolean;
  /** The sums hold something. */
  hasMoney = false;
  private discountDay = NaN;
  private discountValue = 1;

  constructor(
    { setup }: Tables,
    ledger: Ledger | null = null,
    onContact: ((campaign: number) => void) | null = null,
  ) {
    this.discount = discountOf(setup.settings);
    this.isDiscounted = setup.settings.discountRate !== 0;
    this.discounted = this.isDiscounted ? new Float64Array(MONEY_KINDS) : this.sums;
    this.horizon = setup.settings.horizon ?? Infinity;
    this.ledger = ledger;
    this.onContact = onContact;
  }

  open(clock: number): void {
    if (this.hasMoney) {
      reset(this.sums);
      reset(this.discounted);
      this.hasMoney = false;
    }
    this.payingDays = 0;
    this.price = 0;
    this.firstPaid = NaN;
    this.payingSince = NaN;
    this.ledger?.enter(clock);
  }

  private worth(clock: number): number {
    if (clock !== this.discountDay) {
      this.discountDay = clock;
      this.discountValue = this.discount.at(clock);
    }
    return this.discountValue;
  }

  private add(kind: number, amount: number, clock: number): void {
    this.hasMoney = true;
    this.sums[kind]! += amount;
    if (this.isDiscounted) this.discounted[kind]! += amount * this.worth(clock);
    this.ledger?.money(kind, amount, clock);
  }

  book({ kinds, amounts }: BookedMoney, weight: number, clock: number): void {
    if (weight === 0) return;
    for (let i = 0; i < kinds.length; i += 1) this.add(kinds[i]!, amounts[i]! * weight, clock);
  }

  contact(campaign: number, cost: number, clock: number): void {
    if (cost !== 0) this.add(CAMPAIGN_COST, cost, clock);
    this.onContact?.(campaign);
  }

  /** Accrues the plan price from one clock to another and returns the amount. */
  accrue(from: number, to: number): number {
    if (this.price === 0 || !(to > from)) return 0;
    this.hasMoney = true;
    const daily = dailyPrice(this.price);
    const amount = daily * (to - from);
    this.sums[PLAN]! += amount;
    if (this.isDiscounted) this.discounted[PLAN]! += daily * this.discount.stream(from, to);
    if (this.price > 0) this.payingDays += to - from;
    this.ledger?.plan(daily, from, to);
    return amount;
  }

  setPrice(price: number, clock: number): void {
    const before = this.price;
    if (price === before) return;
    this.price = price;
    const isFirst = before <= 0 && price > 0 && Number.isNaN(this.firstPaid);
    this.ledger?.priceMove(before, price, isFirst, clock);
    if (isFirst) this.firstPaid = clock;
    if (before <= 0 && price > 0) this.payingSince = clock;
    if (before > 0 && price <= 0) this.endPaying(clock);
  }

  private endPaying(clock: number): void {
    this.ledger?.paid(this.firstPaid, this.payingSince, clock);
    this.payingSince = NaN;
  }

  milestone(milestone: number, clock: number): void {
    this.ledger?.milestone(milestone, clock);
  }

  /** Outcomes and drop-off end the plan price; whoever is still in journey keeps it. */
  close(end: EndKind, clock: number): void {
    if (end === 'outcome' || end === 'drop-off') this.setPrice(0, clock);
    // A price that runs at the horizon still runs at that very age.
    else if (!Number.isNaN(this.payingSince)) this.endPaying(clock + CLOCK_TOLERANCE);
    const observedUntil = end === 'cut-off' ? clock : this.horizon;
    if (!Number.isNaN(this.firstPaid)) this.ledger?.observed(this.firstPaid, observedUntil);
    this.ledger?.leave(end, clock);
  }
}
