import { fraction, sumOf, valuesFor } from '../../../map/basics';
import { planRevenueOf } from '../../../map/records';
import type { JourneyMap, Scenario } from '../../../map/schema';
import { type RunSetup, setUp } from '../../setup';
import { NotExact, stream } from '../model';
import { type ChanceGradient, ChanceSums } from './chanceSums';
import { Endless } from './endless';
import { type Functional, functionalOf, valueOf, waitWorth } from './functionals';
import type { Objective } from './objective';
import { type ExactOptions, solverOf } from './solver';

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

/** By how much the KPI changes per unit of booked revenue, acquisition cost or other cost. */
export interface MoneyGradient {
  readonly revenue: number;
  readonly acquisitionCost: number;
  readonly otherCost: number;
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
  target: Objective,
  options: ExactOptions = {},
): Gradient {
  const setup = setUp(map, scenario, options);
  const solver = gradientSolver(setup, options);
  if (!(solver instanceof Endless)) throw new NotExact('wait-crosses-horizon', null);
  return gradientAt(solver, target);
}

/** Includes the transitions nobody takes yet, if the map can still be solved with them. */
function gradientSolver(setup: RunSetup, options: ExactOptions) {
  try {
    return solverOf(setup, options, null, 'with-unused-transitions');
  } catch (error) {
    if (!(error instanceof NotExact)) throw error;
    return solverOf(setup, options, null, 'used-transitions');
  }
}

/** The same on a chain that keeps the source of every price. */
function gradientAt(endless: Endless, target: Objective): Gradient {
  if (target.kind !== 'clv') return linear(endless, functionalOf(endless, target));
  const above = linear(endless, valueOf(endless, target.discounted, false));
  const below = linear(endless, functionalOf(endless, { kind: 'acquired' }));
  return quotient(above, below);
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
      (sum, { state, entryEvent, weights }) =>
        sum + weights[group]! * (functional.start(state, entryEvent) + value[state]!),
      0,
    ) * arrived;
  const total = whole(0);

  const chances = new ChanceSums(chain.model.transitionIds);
  const spent = model.touchpoints.map(() => 0);
  const paid = model.touchpoints.map(() => 0);
  const taken = model.transitionIds.map(() => 0);
  const begins = beginsOf(model.setup.settings.counting);
  for (const { state, weights } of chain.starts) {
    spent[chain.touchpoint[state]!]! += weights[0]! * begins * arrived;
  }
  for (let s = 0; s < chain.size; s += 1) {
    const here = visits[s]! * arrived;
    if (here === 0) continue;
    const worth = new Map<number, number>();
    const source = chain.priceSource[s]!;
    const force = isDiscounted ? endless.force : 0;
    for (let a = first[s]!; a < first[s + 1]!; a += 1) {
      const w = chain.transition[a]!;
      const share = chance[a]!;
      const then = functional.arc(s, a) + factor(a) * value[target[a]!]!;
      // A transition may have several arcs: this is what taking it is worth, whatever its chance.
      worth.set(w, (worth.get(w) ?? 0) + chain.branch[a]! * then);
      const flow = here * share;
      taken[w]! += flow * factor(a);
      spent[chain.touchpoint[target[a]!]!]! += flow * factor(a);
      if (source >= 0) paid[source]! += flow * waitWorth(endless, chain.wait[a]!, force);
    }
    if (source >= 0 && chain.drop[s]! > 0) {
      const { dropOffAfter } = model.touchpoints[chain.touchpoint[s]!]!;
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
  const allShares = sumOf(shares);
  return {
    value: total,
    chances: chances.table(),
    touchpoints: Object.fromEntries(
      model.touchpoints.map(({ id, index }) => [
        id,
        {
          ...money(spent[index]!),
          price: functional.revenue * planRevenueOf(1, paid[index]!),
        },
      ]),
    ),
    transitions: valuesFor(model.transitionIds, (_, transition) => money(taken[transition]!)),
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

function quotient(above: Gradient, below: Gradient): Gradient {
  const value = fraction(above.value, below.value);
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
