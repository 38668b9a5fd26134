import type { JourneyMap, Scenario } from '../../src/map/schema';
import { type RunResult, simulate } from '../../src/simulation';
import { named } from './read';

/** Customers the case's fixed campaign costs are stated for. */
const STATED_FOR = 100_000;

/** The case told by runs: everything per customer who arrives, in dollars, discounted. */
export class Story {
  readonly #map: JourneyMap;
  readonly #customers: number;
  readonly #scenario: Scenario;

  constructor(map: JourneyMap, customers: number) {
    this.#map = map;
    this.#customers = customers;
    this.#scenario = named(map.scenarios, 'Baseline, 24 months');
  }

  baseline(): Promise<RunResult> {
    return this.#run({});
  }

  campaign(name: string): Promise<RunResult> {
    return this.#run({ campaigns: { [named(this.#map.campaigns, name).id]: true } });
  }

  /** Chances of `lifted` grow by `rise` (0.1 = 10 %), in every row, at the expense of `rest`. */
  raised(from: string, lifted: readonly string[], rest: string, rise: number): Promise<RunResult> {
    const transitions = lifted.map((to) => this.#transition(from, to));
    const taker = this.#transition(from, rest);
    const values = new Map<string, number>();
    const grow = (path: string, of: (transition: TransitionWithId) => number) => {
      const growth = transitions.reduce((sum, transition) => sum + of(transition) * rise, 0);
      for (const transition of transitions)
        values.set(`${transition.id} ${path}`, of(transition) * (1 + rise));
      values.set(`${taker.id} ${path}`, of(taker) - growth);
    };
    grow('/chance/base', ({ chance }) => chance.base);
    for (const segment of Object.keys(taker.chance.bySegment)) {
      grow(
        `/chance/bySegment/${segment}/value`,
        ({ chance }) => chance.bySegment[segment]?.value ?? 0,
      );
    }
    const overrides = [...values].map(([where, value], i) => {
      const [id = '', path = ''] = where.split(' ');
      const key = `override${String(i).padStart(6, '0')}`;
      return [key, { collection: 'transitions' as const, id, path, value, order: 'a0' }] as const;
    });
    return this.#run({ overrides: Object.fromEntries(overrides) });
  }

  #transition(from: string, to: string): TransitionWithId {
    const [start, end] = [
      named(this.#map.touchpoints, from).id,
      named(this.#map.touchpoints, to).id,
    ];
    const found = Object.entries(this.#map.transitions).find(
      ([, transition]) => transition.from === start && transition.to === end,
    );
    if (!found) throw new Error(`no transition from ${from} to ${to}`);
    return { ...found[1], id: found[0] };
  }

  #run(what: Partial<Scenario>): Promise<RunResult> {
    return simulate(this.#map, { ...this.#scenario, customers: this.#customers, ...what });
  }
}

type TransitionWithId = JourneyMap['transitions'][string] & { id: string };

/** Contribution per customer, discounted; the fixed cost spread over the customers it is stated for. */
export function netOf({ total, campaignFixedCost }: RunResult): number {
  return total.money.discountedPerCustomer.value - campaignFixedCost / STATED_FOR;
}

/**
 * The smallest rise at which `net` is no longer negative, by halving the interval; null where even
 * `highest` is not enough.
 */
export async function breakEven(
  net: (rise: number) => Promise<number>,
  highest: number,
  steps: number,
): Promise<number | null> {
  if ((await net(highest)) < 0) return null;
  let [low, high] = [0, highest];
  for (let step = 0; step < steps; step += 1) {
    const middle = (low + high) / 2;
    if ((await net(middle)) < 0) low = middle;
    else high = middle;
  }
  return high;
}
