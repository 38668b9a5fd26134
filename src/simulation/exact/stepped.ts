import { square } from './numbers';
import { DAYS_PER_MONTH } from '../setup/setUp';
import { type Blocks, blocksOf, Factored, type Graph } from './blocks';
import type { Chain } from './chain';
import { ClockWork } from './clockWork';
import type { Lattice } from './lattice';
import { NotExact } from './reasons';
import type { SeriesSums } from './seriesSums';
import { addDays, addEntry, addLeft, addMoney, emptySums, type Sums } from './sums';

/** Hears of everything that happens, tick by tick; flows are shares of the customers of the run. */
export interface Ledger {
  enter: (tick: number, state: number, happening: number, flow: number) => void;
  take: (tick: number, way: number, flow: number) => void;
  /** Waits from one tick to another in a state. */
  wait: (from: number, to: number, state: number, flow: number) => void;
  dropOff: (tick: number, state: number, flow: number) => void;
}

/** A chain walked tick by tick up to a horizon: the whole cohort at once. */
export class Stepped {
  readonly chain: Chain;
  readonly lattice: Lattice;
  readonly clock: ClockWork;
  private readonly longest: number;
  private readonly graph: Graph;
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

  /** Walks a group; `stopped` states lead nowhere. Every flow is told before the horizon is asked. */
  walk(group: number, ledger: Ledger, stopped: ReadonlySet<number> | null = null): void {
    const { chain, lattice, clock, graph, blocks } = this;
    const { first, target, chance, way, wait, happening, drop, spot } = chain;
    const { spreads, dropTicks } = lattice;
    const ring = Math.min(this.longest, clock.last) + 1;
    const coming = Array.from({ length: ring }, () => new Float64Array(chain.size));
    const weights = stopped ? this.atOnceWithout(stopped) : this.atOnce;
    const factored = new Factored(
      graph,
      blocks,
      Float64Array.from(this.arcs, (a) => weights[a]!),
    );
    for (const { state, happening: what, weights: shares } of chain.starts) {
      coming[0]![state]! += shares[group]!;
      ledger.enter(-1, state, what, shares[group]!);
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
            ledger.wait(k, then, s, flow);
            if (then > clock.last) continue;
            ledger.take(then, way[a]!, flow);
            ledger.enter(then, target[a]!, happening[a]!, flow);
            if (ticks[i]! > 0) coming[then % ring]![target[a]!]! += flow;
          }
        }
        if (drop[s] === 0) continue;
        const { ticks, shares } = dropTicks[spot[s]!]!;
        for (let i = 0; i < ticks.length; i += 1) {
          const flow = visits * drop[s]! * shares[i]!;
          ledger.wait(k, k + ticks[i]!, s, flow);
          if (k + ticks[i]! <= clock.last) ledger.dropOff(k + ticks[i]!, s, flow);
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

  /** Everything the group does within the run; `series` hears of it period by period. */
  sumsOf(group: number, series: SeriesSums | null = null): Sums {
    const { chain, clock } = this;
    const { model, spot } = chain;
    const sums = emptySums(chain);
    const { tick } = clock;
    this.walk(group, {
      enter: (k, state, happening, flow) => {
        if (k < 0) {
          sums.share += flow;
          sums.arrivals[spot[state]!]! += flow;
        }
        addEntry(sums, chain, state, happening, flow, k < 0 ? clock.atStart : clock.worth(k));
        series?.enter(Math.max(0, k), state, happening, flow, k < 0);
      },
      take: (k, way, flow) => {
        const worth = clock.worth(k);
        sums.taken[way]! += flow * worth.happens;
        addMoney(sums, model.moneyOf[way]!, flow * worth.happens, flow * worth.now);
        series?.book(k, model.moneyOf[way]!, flow);
      },
      wait: (from, to, state, flow) => {
        const here = spot[state]!;
        const stays = flow * clock.share(to);
        sums.waiting[here]! += flow * clock.share(from) - stays;
        addLeft(sums, here, stays, (to - from) * tick, square((to - from) * tick));
        if (to === from) return;
        addDays(sums, chain, state, flow * clock.days(from, to), flow * clock.daysNow(from, to));
        const daily = chain.price[state]! / DAYS_PER_MONTH;
        if (daily !== 0) series?.plan(from, to, daily * flow);
      },
      dropOff: (k, state, flow) => {
        const gone = flow * clock.share(k);
        sums.dropOffs[spot[state]!]! += gone;
        if (chain.choices[chain.choice[state]!]!.noRule) sums.noRule[spot[state]!]! += gone;
        series?.leave(k, state, flow, 'dropOffs');
      },
    });
    return sums;
  }

  /** Share of all customers of the run who are in the group and ever come to one of the states. */
  reachedBy(group: number, states: readonly number[]): number {
    const wanted = new Set(states);
    let reached = 0;
    this.walk(
      group,
      {
        enter: (k, state, _, flow) => {
          if (wanted.has(state))
            reached += flow * (k < 0 ? this.clock.happens[0]! : this.clock.share(k));
        },
        take: () => undefined,
        wait: () => undefined,
        dropOff: () => undefined,
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
      const { id } = chain.model.spots[chain.spot[members[starts[b]!]!]!]!;
      throw new NotExact('cannot-end', { collection: 'touchpoints', id });
    }
  }
}

const noTime = ({ ticks, shares }: Lattice['spreads'][number]) => (ticks[0] === 0 ? shares[0]! : 0);

/** The arcs that can take no time, and which arcs of the chain they are. */
function withoutTime(chain: Chain, weights: Float64Array): { graph: Graph; arcs: Int32Array } {
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
