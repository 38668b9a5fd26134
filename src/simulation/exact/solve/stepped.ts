import { dailyPrice } from '../../../map/records';
import { NotExact, square } from '../model';
import { type Blocks, blocksOf, type Chain, type Lattice, type SparseGraph } from '../chain';
import { ClockWork } from './clockWork';
import { FlowSums } from './flowSums';
import type { SeriesSums } from './series';
import { addStay, addEntry, addLeft, addMoney, emptySums, type Sums } from './sums';
import { Factored } from './factored';

/** Receives everything that happens, tick by tick; flows are shares of the customers of the run. */
export interface FlowListener {
  /** Arrives, at tick 0. */
  begin: (state: number, entryEvent: number, flow: number) => void;
  /** Waits in a state from one tick to another, then takes the arc unless that lies beyond the last tick. */
  move: (from: number, to: number, state: number, arc: number, flow: number) => void;
  /** Waits in a state from one tick to another, then drops off, as above. */
  leave: (from: number, to: number, state: number, flow: number) => void;
}

/** Propagates the whole cohort of a chain tick by tick up to a horizon. */
export class Stepped {
  readonly chain: Chain;
  readonly lattice: Lattice;
  readonly clock: ClockWork;
  private readonly longest: number;
  private readonly graph: SparseGraph;
  private readonly arcs: Int32Array;
  private readonly blocks: Blocks;
  private readonly atOnce: Float64Array;

  constructor(chain: Chain, lattice: Lattice, horizon: number) {
    this.chain = chain;
    this.lattice = lattice;
    this.clock = new ClockWork(chain.model.setup, lattice.tick, horizon);
    const { spreads } = lattice;
    this.atOnce = Float64Array.from(
      chain.chance,
      (chance, a) => chance * noTime(spreads[chain.wait[a]!]!),
    );
    const { graph, arcs } = withoutTime(chain, this.atOnce);
    this.graph = graph;
    this.arcs = arcs;
    this.blocks = blocksOf(this.graph);
    this.refuseLoopsInNoTime();
    const used = new Set(chain.wait);
    this.longest = Math.max(1, ...[...used].map((w) => spreads[w]!.ticks.at(-1) ?? 0));
  }

  /** Propagates a group; `stopped` states lead nowhere. Every flow is reported, also beyond the horizon. */
  propagate(
    group: number,
    listener: FlowListener,
    stopped: ReadonlySet<number> | null = null,
  ): void {
    const { chain, lattice, clock, graph, blocks } = this;
    const { first, target, chance, wait, drop, touchpoint } = chain;
    const { spreads, dropTicks } = lattice;
    const ring = Math.min(this.longest, clock.last) + 1;
    const coming = Array.from({ length: ring }, () => new Float64Array(chain.size));
    const weights = stopped ? this.atOnceWithout(stopped) : this.atOnce;
    const factored = new Factored(
      graph,
      blocks,
      Float64Array.from(this.arcs, (a) => weights[a]!),
    );
    for (const { state, entryEvent: what, weights: shares } of chain.starts) {
      coming[0]![state]! += shares[group]!;
      listener.begin(state, what, shares[group]!);
    }
    for (let k = 0; k <= clock.last; k += 1) {
      const slot = coming[k % ring]!;
      if (slot.every((share) => share === 0)) continue;
      const here = graph.target.length > 0 ? factored.forward(slot) : Float64Array.from(slot);
      slot.fill(0);
      for (let s = 0; s < chain.size; s += 1) {
        const visits = here[s]!;
        if (visits === 0 || stopped?.has(s)) continue;
        for (let a = first[s]!; a < first[s + 1]!; a += 1) {
          const { ticks, shares } = spreads[wait[a]!]!;
          for (let i = 0; i < ticks.length; i += 1) {
            const flow = visits * chance[a]! * shares[i]!;
            const then = k + ticks[i]!;
            listener.move(k, then, s, a, flow);
            if (then <= clock.last && ticks[i]! > 0) coming[then % ring]![target[a]!]! += flow;
          }
        }
        if (drop[s] === 0) continue;
        const { ticks, shares } = dropTicks[touchpoint[s]!]!;
        for (let i = 0; i < ticks.length; i += 1) {
          listener.leave(k, k + ticks[i]!, s, visits * drop[s]! * shares[i]!);
        }
      }
    }
  }

  private atOnceWithout(stopped: ReadonlySet<number>): Float64Array {
    const { first } = this.chain;
    const weights = Float64Array.from(this.atOnce);
    for (const s of stopped) weights.fill(0, first[s], first[s + 1]);
    return weights;
  }

  /** Everything the group does within the run; `series` receives it period by period. */
  sumsOf(group: number, series: SeriesSums | null = null): Sums {
    const { chain, clock } = this;
    const { model, touchpoint, target, transition, entryEvent, price } = chain;
    const sums = emptySums(chain);
    const { tick } = clock;
    // What an arc does is the same at every tick: how often, and when, is added up first.
    const arcs = new FlowSums(chain.target.length, clock);
    const drops = new FlowSums(chain.size, clock);
    this.propagate(group, {
      begin: (state, what, flow) => {
        sums.share += flow;
        sums.arrivals[touchpoint[state]!]! += flow;
        addEntry(sums, chain, state, what, flow, clock.atStart);
        series?.enter(0, state, what, flow, true);
      },
      move: (from, to, state, a, flow) => {
        arcs.add(a, from, to, flow);
        if (!series) return;
        const daily = dailyPrice(price[state]!);
        if (to > from && daily !== 0) series.plan(from, to, daily * flow);
        // Whoever arrives later than on day 0 meets the horizon before the last tick.
        if (clock.share(to) === 0) return;
        series.book(to, model.moneyOf[transition[a]!]!, flow);
        series.enter(to, target[a]!, entryEvent[a]!, flow, false);
      },
      leave: (from, to, state, flow) => {
        drops.add(state, from, to, flow);
        if (!series) return;
        const daily = dailyPrice(price[state]!);
        if (to > from && daily !== 0) series.plan(from, to, daily * flow);
        if (clock.share(to) > 0) series.leave(to, state, flow, 'dropOffs');
      },
    });
    const waited = (flows: FlowSums, k: number, state: number) => {
      const here = touchpoint[state]!;
      const stays = flows.happens[k]!;
      sums.waiting[here]! += flows.begun[k]! - stays;
      const [mean, squares] = [flows.ticks[k]! * tick, flows.squares[k]! * square(tick)];
      if (stays > 0) addLeft(sums, here, stays, mean / stays, squares / stays);
      if (flows.days[k]! > 0) addStay(sums, chain, state, flows.days[k]!, flows.daysNow[k]!);
    };
    for (let s = 0; s < chain.size; s += 1) {
      for (let a = chain.first[s]!; a < chain.first[s + 1]!; a += 1) {
        if (arcs.begun[a] === 0) continue;
        waited(arcs, a, s);
        const worth = arcs.worth(a);
        sums.taken[transition[a]!]! += worth.happens;
        addMoney(sums, model.moneyOf[transition[a]!]!, worth.happens, worth.now);
        addEntry(sums, chain, target[a]!, entryEvent[a]!, 1, worth);
      }
      if (drops.begun[s] === 0) continue;
      waited(drops, s, s);
      sums.dropOffs[touchpoint[s]!]! += drops.happens[s]!;
      if (chain.choices[chain.choice[s]!]!.noRule)
        sums.noRule[touchpoint[s]!]! += drops.happens[s]!;
    }
    return sums;
  }

  /** Share of all customers of the run who are in the group and ever come to one of the states. */
  reachedBy(group: number, states: readonly number[]): number {
    const wanted = new Set(states);
    let reached = 0;
    this.propagate(
      group,
      {
        begin: (state, _, flow) => {
          if (wanted.has(state)) reached += flow * this.clock.happens[0]!;
        },
        move: (_, to, __, a, flow) => {
          if (wanted.has(this.chain.target[a]!)) reached += flow * this.clock.share(to);
        },
        leave: () => undefined,
      },
      wanted,
    );
    return reached;
  }

  /** Going round for ever without a moment passing is the one thing a horizon does not end. */
  private refuseLoopsInNoTime(): void {
    const { chain, graph, blocks, atOnce } = this;
    const { starts, members, blockOf } = blocks;
    for (let b = 0; b + 1 < starts.length; b += 1) {
      let isTrap = graph.first[members[starts[b]!]! + 1]! > graph.first[members[starts[b]!]!]!;
      for (let i = starts[b]!; i < starts[b + 1]! && isTrap; i += 1) {
        const s = members[i]!;
        let stays = 0;
        for (let a = chain.first[s]!; a < chain.first[s + 1]!; a += 1) {
          if (blockOf[chain.target[a]!] === b) stays += atOnce[a]!;
        }
        isTrap = stays >= 1 - 1e-12;
      }
      if (!isTrap) continue;
      const { id } = chain.model.touchpoints[chain.touchpoint[members[starts[b]!]!]!]!;
      throw new NotExact('cannot-end', { collection: 'touchpoints', id });
    }
  }
}

const noTime = ({ ticks, shares }: Lattice['spreads'][number]) => (ticks[0] === 0 ? shares[0]! : 0);

/** The arcs that can take no time, and which arcs of the chain they are. */
function withoutTime(
  chain: Chain,
  weights: Float64Array,
): { graph: SparseGraph; arcs: Int32Array } {
  const first = new Int32Array(chain.size + 1);
  const arcs: number[] = [];
  for (let s = 0; s < chain.size; s += 1) {
    for (let a = chain.first[s]!; a < chain.first[s + 1]!; a += 1) {
      if (weights[a]! > 0) arcs.push(a);
    }
    first[s + 1] = arcs.length;
  }
  const target = Int32Array.from(arcs, (a) => chain.target[a]!);
  return { graph: { size: chain.size, first, target }, arcs: Int32Array.from(arcs) };
}
