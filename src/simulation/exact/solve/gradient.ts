import { DAYS_PER_MONTH } from '../../../language/days';
import { restOf } from '../../../map/records';
import type { JourneyMap, Scenario } from '../../../map/schema';
import { type RunSetup, setUp } from '../../setup/setUp';
import type { Choice } from '../chain/choices';
import { Endless } from './endless';
import { NotExact } from '../model/reasons';
import { type ExactOptions, solverOf } from './solver';
import { CAMPAIGN_COST } from './sums';
import { stream } from '../model/numbers';

/** What can be differentiated; shares and means per customer of the run. */
export type Target =
  /** Share who reach an outcome. */
  | { readonly kind: 'outcome'; readonly id: string }
  /** Share who pass `acquired`. */
  | { readonly kind: 'acquired' }
  /** Visits to a touchpoint. */
  | { readonly kind: 'visits'; readonly id: string }
  /** Days from arrival to the end. */
  | { readonly kind: 'time' }
  | { readonly kind: 'contribution'; readonly discounted: boolean }
  /** Contribution before acquisition costs, per acquired customer. */
  | { readonly kind: 'clv'; readonly discounted: boolean };

/** The derivative by a transition's written chances, and by all of them together. */
export interface ChanceGradient {
  readonly total: number;
  readonly base: number;
  readonly bySegment: Readonly<Record<string, number>>;
}

/** By how much a KPI changes per unit of each number. */
export interface Gradient {
  readonly value: number;
  /**
   * By transition, for a chance that rises: where the chances already sum to 1 it grows at the cost of
   * its siblings, as the semantics say; a falling one leaves a rest instead. A transition nobody can
   * take yet is missing where taking it would lead to no end.
   */
  readonly chances: Readonly<Record<string, ChanceGradient>>;
  /** By plan price, revenue and cost at a touchpoint (acquisition or any other kind of cost). */
  readonly touchpoints: Readonly<Record<string, MoneyGradient & { readonly price: number }>>;
  readonly transitions: Readonly<Record<string, MoneyGradient>>;
  /** By a persona's share, the others' kept; not for personas nobody is yet. */
  readonly personas: Readonly<Record<string, number>>;
}

export interface MoneyGradient {
  readonly revenue: number;
  readonly acquisitionCost: number;
  readonly otherCost: number;
}

/** One linear KPI on the chain: rewards on arcs, on dropping off, and on the first entry. */
interface Functional {
  readonly discounted: boolean;
  readonly arc: (state: number, arc: number) => number;
  readonly drop: (state: number) => number;
  readonly start: (state: number, happening: number) => number;
  /** What 1 of revenue, of acquisition cost and of other cost adds. */
  readonly revenue: number;
  readonly acquisition: number;
  readonly other: number;
}

/**
 * The derivative of a KPI by every chance, price, cost and persona share of the map, without a
 * horizon: one adjoint solve on the factorisation that gives the KPI itself (two for CLV, a
 * quotient). With n the visits and v the value from each state on, a change of an arc's chance is
 * worth n · (reward + v at its end). Throws as `solveExact` does.
 */
export function gradientOf(
  map: JourneyMap,
  scenario: string | Scenario | null,
  target: Target,
  options: ExactOptions = {},
): Gradient {
  const setup = setUp(map, scenario, options);
  const solver = gradientSolver(setup, options);
  if (!(solver instanceof Endless)) throw new NotExact('wait-crosses-horizon', null);
  return gradientAt(solver, target);
}

/** With the ways nobody takes yet, if the map can still be solved then. */
function gradientSolver(setup: RunSetup, options: ExactOptions) {
  try {
    return solverOf(setup, options, null, 'with-unused-ways');
  } catch (error) {
    if (!(error instanceof NotExact)) throw error;
    return solverOf(setup, options, null, 'used-ways');
  }
}

/** The same on a chain that keeps the source of every price. */
function gradientAt(endless: Endless, target: Target): Gradient {
  if (target.kind !== 'clv') return linear(endless, functionalOf(endless, target));
  const above = linear(endless, valueOf(endless, target.discounted, false));
  const below = linear(endless, functionalOf(endless, { kind: 'acquired' }));
  return quotient(above, below);
}

function functionalOf(endless: Endless, target: Exclude<Target, { kind: 'clv' }>): Functional {
  const { chain } = endless;
  const { spots, waits, setup } = chain.model;
  const nothing = {
    discounted: false,
    drop: () => 0,
    revenue: 0,
    acquisition: 0,
    other: 0,
  };
  switch (target.kind) {
    case 'outcome':
    case 'visits': {
      const isThere = (state: number) => Number(spots[chain.spot[state]!]!.id === target.id);
      const { counting } = setup.settings;
      const begins =
        target.kind === 'outcome' || counting === 'start' ? 1 : counting === 'end' ? 0 : 0.5;
      return {
        ...nothing,
        arc: (_, a) => isThere(chain.target[a]!),
        start: (state) => begins * isThere(state),
      };
    }
    case 'acquired': {
      const isFirst = (happening: number) => Number(chain.happenings[happening]!.acquired);
      return {
        ...nothing,
        arc: (_, a) => isFirst(chain.happening[a]!),
        start: (_, happening) => isFirst(happening),
      };
    }
    case 'time':
      return {
        ...nothing,
        arc: (_, a) => waits[chain.wait[a]!]!.mean,
        drop: (s) => spots[chain.spot[s]!]!.dropOffAfter,
        start: () => 0,
      };
    case 'contribution':
      return valueOf(endless, target.discounted, true);
  }
}

/** Contribution, with or without what acquisition costs. */
function valueOf(endless: Endless, discounted: boolean, withAcquisition: boolean): Functional {
  const { chain } = endless;
  const { spots, moneyOf, setup } = chain.model;
  const { grossMargin: margin, counting } = setup.settings;
  const force = discounted ? endless.force : 0;
  const valued = ({
    costs,
    revenue,
  }: {
    readonly costs: readonly number[];
    readonly revenue: number;
  }) => {
    let value = margin * revenue;
    for (let kind = withAcquisition ? 0 : 1; kind < CAMPAIGN_COST; kind += 1) value -= costs[kind]!;
    return value;
  };
  const daily = (s: number) => (margin * chain.price[s]!) / DAYS_PER_MONTH;
  const contact = (happening: number) => chain.happenings[happening]!.contactCost;
  const begins = counting === 'start' ? 1 : counting === 'end' ? 0 : 0.5;
  return {
    discounted: force !== 0,
    revenue: margin,
    acquisition: withAcquisition ? -1 : 0,
    other: -1,
    arc: (s, a) => {
      const w = chain.wait[a]!;
      const booked =
        valued(moneyOf[chain.way[a]!]!) +
        valued(spots[chain.spot[chain.target[a]!]!]!.money) -
        contact(chain.happening[a]!);
      return daily(s) * waitWorth(endless, w, force) + shrunk(endless, w, force) * booked;
    },
    drop: (s) => daily(s) * stream(force, spots[chain.spot[s]!]!.dropOffAfter),
    start: (state, happening) =>
      begins * valued(spots[chain.spot[state]!]!.money) - contact(happening),
  };
}

const shrunk = ({ laplace }: Endless, wait: number, force: number) =>
  force === 0 ? 1 : laplace[wait]!;

/** Days of a wait, discounted to its beginning. */
function waitWorth(endless: Endless, wait: number, force: number): number {
  return force === 0 ? endless.chain.model.waits[wait]!.mean : (1 - endless.laplace[wait]!) / force;
}

function linear(endless: Endless, functional: Functional): Gradient {
  const { chain } = endless;
  const { model } = chain;
  const { first, target, chance } = chain;
  const isDiscounted = functional.discounted;
  const arrived = isDiscounted ? endless.arrived() : 1;
  const factored = isDiscounted ? endless.discounted : endless.plain;
  const visits = isDiscounted ? endless.visitsNowOf(0) : endless.visitsOf(0);
  const factor = (a: number) => (isDiscounted ? endless.laplace[chain.wait[a]!]! : 1);
  const rewards = new Float64Array(chain.size);
  for (let s = 0; s < chain.size; s += 1) {
    rewards[s] = chain.drop[s]! * functional.drop(s);
    for (let a = first[s]!; a < first[s + 1]!; a += 1) {
      rewards[s]! += chance[a]! * functional.arc(s, a);
    }
  }
  const value = factored.backward(rewards);
  const whole = (group: number) =>
    chain.starts.reduce(
      (sum, { state, happening, weights }) =>
        sum + weights[group]! * (functional.start(state, happening) + value[state]!),
      0,
    ) * arrived;
  const total = whole(0);

  const chances = new ChanceSums(chain.model.transitionIds);
  const spent = model.spots.map(() => 0);
  const paid = model.spots.map(() => 0);
  const taken = model.transitionIds.map(() => 0);
  const begins = beginsOf(model.setup.settings.counting);
  for (const { state, weights } of chain.starts) {
    spent[chain.spot[state]!]! += weights[0]! * begins * arrived;
  }
  for (let s = 0; s < chain.size; s += 1) {
    const here = visits[s]! * arrived;
    if (here === 0) continue;
    const worth = new Map<number, number>();
    const source = chain.priceSource[s]!;
    const force = isDiscounted ? endless.force : 0;
    for (let a = first[s]!; a < first[s + 1]!; a += 1) {
      const w = chain.way[a]!;
      const share = chance[a]!;
      const then = functional.arc(s, a) + factor(a) * value[target[a]!]!;
      // A way may branch on entering: this is what going it is worth, whatever its chance.
      worth.set(w, (worth.get(w) ?? 0) + chain.branch[a]! * then);
      const flow = here * share;
      taken[w]! += flow * factor(a);
      spent[chain.spot[target[a]!]!]! += flow * factor(a);
      if (source >= 0) paid[source]! += flow * waitWorth(endless, chain.wait[a]!, force);
    }
    if (source >= 0 && chain.drop[s]! > 0) {
      const { dropOffAfter } = model.spots[chain.spot[s]!]!;
      paid[source]! += here * chain.drop[s]! * stream(force, dropOffAfter);
    }
    const choice = chain.choices[chain.choice[s]!];
    if (choice && !choice.isDecision) chances.add(choice, here, worth, functional.drop(s));
  }
  const money = (times: number): MoneyGradient => ({
    revenue: functional.revenue * times,
    acquisitionCost: functional.acquisition * times,
    otherCost: functional.other * times,
  });
  const { personas } = model.setup.map;
  const shares = model.personaIds.map((id) => personas[id]!.share);
  const allShares = shares.reduce((sum, share) => sum + share, 0);
  return {
    value: total,
    chances: chances.table(),
    touchpoints: Object.fromEntries(
      model.spots.map(({ id, index }) => [
        id,
        {
          ...money(spent[index]!),
          price: (functional.revenue * paid[index]!) / DAYS_PER_MONTH,
        },
      ]),
    ),
    transitions: Object.fromEntries(model.transitionIds.map((id, way) => [id, money(taken[way]!)])),
    // K = Σ wₖ Kₖ / W, so dK/dwₖ = (Kₖ − K) / W.
    personas: Object.fromEntries(
      model.personaIds.flatMap((id, k) => {
        const share = shares[k]!;
        if (share === 0) return [];
        return [[id, ((whole(1 + k) * allShares) / share - total) / allShares]];
      }),
    ),
  };
}

const beginsOf = (counting: 'start' | 'end' | 'half') =>
  counting === 'start' ? 1 : counting === 'end' ? 0 : 0.5;

/** Gathers the derivative by each written chance over all situations it is read in. */
class ChanceSums {
  private readonly ids: readonly string[];
  private readonly base: number[];
  private readonly rows: Map<string, number>[];

  constructor(ids: readonly string[]) {
    this.ids = ids;
    this.base = ids.map(() => 0);
    this.rows = ids.map(() => new Map<string, number>());
  }

  add(
    { options, taker, lifted, unlifted }: Choice,
    visits: number,
    worth: ReadonlyMap<number, number>,
    dropped: number,
  ): void {
    const worths = options.map(({ way }) => worth.get(way.index) ?? NaN);
    const sum = lifted + unlifted;
    const isFull = restOf(sum) === 0;
    const left = taker ? (worth.get(taker.index) ?? NaN) : dropped;
    options.forEach(({ way, row, factor }, j) => {
      const isLifted = factor !== 1;
      let change: number;
      if (!isFull) change = worths[j]! - left;
      else if (isLifted && lifted >= 1) {
        // Lifted chances alone share 1: pⱼ = xⱼ / L.
        change = worths[j]! - mixed(options, worths, true);
      } else if (isLifted) {
        // The unlifted make room in proportion: U → 1 − L.
        change = worths[j]! - (unlifted > 0 ? mixed(options, worths, false) : left);
      } else if (lifted >= 1) change = 0;
      // Unlifted siblings share 1 − L: pⱼ = xⱼ (1 − L) / U.
      else change = ((worths[j]! - mixed(options, worths, false)) * (1 - lifted)) / unlifted;
      if (isFull && isLifted && lifted >= 1) change /= lifted;
      const amount = visits * factor * change;
      const w = way.index;
      if (row < 0) this.base[w]! += amount;
      else {
        const segment = way.rows[row]!.segment;
        const rows = this.rows[w]!;
        rows.set(segment, (rows.get(segment) ?? 0) + amount);
      }
    });
  }

  table(): Readonly<Record<string, ChanceGradient>> {
    return Object.fromEntries(
      this.ids.flatMap((id, w) => {
        if (Number.isNaN(this.base[w]!)) return [];
        const bySegment = Object.fromEntries(this.rows[w]!);
        const rows = [...this.rows[w]!.values()].reduce((sum, amount) => sum + amount, 0);
        return Number.isNaN(rows)
          ? []
          : [[id, { total: this.base[w]! + rows, base: this.base[w]!, bySegment }]];
      }),
    );
  }
}

/** Mean worth of going one of the lifted or of the unlifted ways. */
function mixed(options: Choice['options'], worths: readonly number[], lifted: boolean): number {
  let sum = 0;
  let all = 0;
  options.forEach(({ factor, chance }, j) => {
    if ((factor !== 1) !== lifted || chance === 0) return;
    sum += chance * worths[j]!;
    all += chance;
  });
  return all > 0 ? sum / all : 0;
}

function quotient(above: Gradient, below: Gradient): Gradient {
  const value = below.value > 0 ? above.value / below.value : 0;
  const by = (a: number, b: number) => (below.value > 0 ? (a - value * b) / below.value : 0);
  const table = <Item>(
    a: Readonly<Record<string, Item>>,
    b: Readonly<Record<string, Item>>,
    make: (x: Item, y: Item) => Item,
  ) =>
    Object.fromEntries(
      Object.entries(a).flatMap(([id, x]) => (Object.hasOwn(b, id) ? [[id, make(x, b[id]!)]] : [])),
    );
  const money = <Item extends MoneyGradient>(x: Item, y: Item): Item => ({
    ...x,
    revenue: by(x.revenue, y.revenue),
    acquisitionCost: by(x.acquisitionCost, y.acquisitionCost),
    otherCost: by(x.otherCost, y.otherCost),
  });
  return {
    value,
    chances: table(above.chances, below.chances, (x, y) => ({
      total: by(x.total, y.total),
      base: by(x.base, y.base),
      bySegment: table(x.bySegment, y.bySegment, by),
    })),
    touchpoints: table(above.touchpoints, below.touchpoints, (x, y) => ({
      ...money(x, y),
      price: by(x.price, y.price),
    })),
    transitions: table(above.transitions, below.transitions, money),
    personas: table(above.personas, below.personas, by),
  };
}
