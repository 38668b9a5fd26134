import { DAYS_PER_YEAR } from '../../../language';
import { exp } from '../../chance';
import { arrivalDiscount, log1p, NotExact, square, stream } from '../model';
import { type Blocks, blocksOf, type Chain } from '../chain';
import { addStay, addEntry, addLeft, addMoney, emptySums, type Sums } from './sums';
import { Factored } from './factored';

/** Force of interest a day. */
function forceOf({ model }: Chain): number {
  return log1p(model.setup.settings.discountRate) / DAYS_PER_YEAR;
}

/** How likely a walk ends as asked, from each state, and where it drops off. */
export interface Tilt {
  readonly at: Float64Array;
  /** 1 where dropping off at the state counts, 0 where it does not. */
  readonly atDrop: Uint8Array;
}

/** A chain without a horizon, factored once for all its questions. */
export class Endless {
  readonly chain: Chain;
  readonly blocks: Blocks;
  /** Laplace transform of each wait at the force of interest. */
  readonly laplace: Float64Array;
  readonly force: number;
  readonly plain: Factored;
  /** The same with every arc discounted over its wait. */
  readonly discounted: Factored;
  private readonly visits = new Map<number, Float64Array>();
  private readonly visitsNow = new Map<number, Float64Array>();

  constructor(chain: Chain) {
    this.chain = chain;
    this.blocks = blocksOf(chain);
    refuseTraps(chain, this.blocks);
    this.force = forceOf(chain);
    const { waits } = chain.model;
    this.laplace = Float64Array.from(waits, ({ laplace }) => laplace(this.force));
    this.plain = new Factored(chain, this.blocks, chain.chance);
    this.discounted = this.force === 0 ? this.plain : this.factored(this.laplace);
  }

  /** Factored with every chance times the factor of its wait. */
  factored(byWait: Float64Array): Factored {
    const { chain, blocks } = this;
    return new Factored(
      chain,
      blocks,
      chain.chance.map((chance, a) => chance * byWait[chain.wait[a]!]!),
    );
  }

  /** Where a group's customers begin: shares of all customers by state. */
  begin(group: number): Float64Array {
    const begin = new Float64Array(this.chain.size);
    for (const { state, weights } of this.chain.starts) begin[state]! += weights[group]!;
    return begin;
  }

  /** Expected visits of a group to each state, per customer of the run. */
  visitsOf(group: number): Float64Array {
    let found = this.visits.get(group);
    if (!found) {
      found = this.plain.forward(this.begin(group));
      this.visits.set(group, found);
    }
    return found;
  }

  /** The same, each visit discounted to the customer's arrival. */
  visitsNowOf(group: number): Float64Array {
    if (this.force === 0) return this.visitsOf(group);
    let found = this.visitsNow.get(group);
    if (!found) {
      found = this.discounted.forward(this.begin(group));
      this.visitsNow.set(group, found);
    }
    return found;
  }

  /** Everything a group does, or only those of its walks that end as `tilt` asks. */
  sumsOf(group: number, tilt: Tilt | null = null): Sums {
    const { chain, force, laplace } = this;
    const { model, first, target, chance, transition, wait, entryEvent, touchpoint } = chain;
    const { counting } = model.setup.settings;
    const sums = emptySums(chain);
    const x = this.visitsOf(group);
    const y = this.visitsNowOf(group);
    const arrived = this.arrived();
    const begins = counting === 'start' ? 1 : counting === 'end' ? 0 : 0.5;
    for (const { state, entryEvent: what, weights } of chain.starts) {
      const flow = weights[group]! * (tilt ? tilt.at[state]! : 1);
      if (flow === 0) continue;
      sums.share += flow;
      sums.arrivals[touchpoint[state]!]! += flow;
      addEntry(sums, chain, state, what, flow, {
        happens: 1,
        counts: begins,
        now: arrived,
        countsNow: begins * arrived,
      });
    }
    for (let s = 0; s < chain.size; s += 1) {
      const visits = x[s]!;
      if (visits === 0) continue;
      const here = touchpoint[s]!;
      const ratio = (y[s]! / visits) * arrived;
      for (let a = first[s]!; a < first[s + 1]!; a += 1) {
        const t = target[a]!;
        const flow = visits * chance[a]! * (tilt ? tilt.at[t]! : 1);
        if (flow === 0) continue;
        const { mean, square } = model.waits[wait[a]!]!;
        const shrunk = laplace[wait[a]!]!;
        const now = shrunk * ratio;
        sums.taken[transition[a]!]! += flow;
        addMoney(sums, model.moneyOf[transition[a]!]!, flow, flow * now);
        addEntry(sums, chain, t, entryEvent[a]!, flow, {
          happens: 1,
          counts: 1,
          now,
          countsNow: now,
        });
        addLeft(sums, here, flow, mean, square);
        if (mean === 0) continue;
        const daysNow = force === 0 ? mean : (1 - shrunk) / force;
        addStay(sums, chain, s, flow * mean, flow * daysNow * ratio);
      }
      const gone = visits * chain.drop[s]! * (tilt ? tilt.atDrop[s]! : 1);
      if (gone === 0) continue;
      const { dropOffAfter } = model.touchpoints[here]!;
      sums.dropOffs[here]! += gone;
      if (chain.choices[chain.choice[s]!]!.noRule) sums.noRule[here]! += gone;
      addLeft(sums, here, gone, dropOffAfter, square(dropOffAfter));
      if (dropOffAfter === 0) continue;
      const now = stream(force, dropOffAfter);
      addStay(sums, chain, s, gone * dropOffAfter, gone * now * ratio);
    }
    return sums;
  }

  /** What money on the customer's first day is worth on day 0, on average. */
  arrived(force = this.force): number {
    const { setup } = this.chain.model;
    const { discountFirstPeriod, cycleDays } = setup.settings;
    const shift = discountFirstPeriod ? exp(-force * cycleDays) : 1;
    return arrivalDiscount(setup, force) * shift;
  }

  /** Chance, from each state, that the walk ends where `ends` says. */
  tilt(endsAt: (state: number) => boolean, dropsAt: (state: number) => boolean): Tilt {
    const { chain } = this;
    const atDrop = new Uint8Array(chain.size);
    const rewards = new Float64Array(chain.size);
    for (let s = 0; s < chain.size; s += 1) {
      atDrop[s] = dropsAt(s) ? 1 : 0;
      rewards[s] = chain.isEnd[s] === 1 ? Number(endsAt(s)) : chain.drop[s]! * atDrop[s]!;
    }
    return { at: this.plain.backward(rewards), atDrop };
  }

  /** Share of all customers of the run who are in the group and ever come to one of the states. */
  reachedBy(group: number, states: readonly number[], tilt: Tilt | null = null): number {
    const hits = this.firstHits(group, states);
    return states.reduce((sum, s, i) => sum + hits[i]! * (tilt ? tilt.at[s]! : 1), 0);
  }

  /** First visits to a set of states, by state: with nothing leading on from them, all visits are first. */
  private firstHits(group: number, states: readonly number[]): readonly number[] {
    const x = this.visitsOf(group);
    if (states.length === 1 && this.isOnce(states[0]!)) return [x[states[0]!]!];
    const stopped = this.stoppedAt(states);
    const visits = stopped.forward(this.begin(group));
    return states.map((s) => visits[s]!);
  }

  private isOnce(state: number): boolean {
    const { starts, blockOf } = this.blocks;
    const block = blockOf[state]!;
    const { first, target } = this.chain;
    if (starts[block + 1]! - starts[block]! > 1) return false;
    return !target.subarray(first[state], first[state + 1]).includes(state);
  }

  private readonly stopped = new Map<string, Factored>();

  private stoppedAt(states: readonly number[]): Factored {
    const key = states.join();
    let found = this.stopped.get(key);
    if (!found) {
      const { chain, blocks, plain } = this;
      const weights = Float64Array.from(chain.chance);
      for (const s of states) weights.fill(0, chain.first[s], chain.first[s + 1]);
      found = new Factored(chain, blocks, weights, { like: plain, changed: states });
      this.stopped.set(key, found);
    }
    return found;
  }
}

/** A walk that reaches a set of states without an exit never ends: such sets are found first, and named. */
function refuseTraps(chain: Chain, { members, starts, blockOf }: Blocks): void {
  const { first, target, chance, drop, isEnd, model, touchpoint } = chain;
  for (let b = 0; b + 1 < starts.length; b += 1) {
    let leaves = false;
    for (let i = starts[b]!; i < starts[b + 1]! && !leaves; i += 1) {
      const s = members[i]!;
      leaves = isEnd[s] === 1 || drop[s]! > 0;
      for (let a = first[s]!; a < first[s + 1]! && !leaves; a += 1) {
        leaves = blockOf[target[a]!] !== b && chance[a]! > 0;
      }
    }
    if (leaves) continue;
    const { id } = model.touchpoints[touchpoint[members[starts[b]!]!]!]!;
    throw new NotExact('cannot-end', { collection: 'touchpoints', id });
  }
}
