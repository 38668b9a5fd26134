import type { Blocks, SparseGraph } from '../chain';
import { NotExact } from '../model';
import { Lu } from './lu';

/** Largest loop that is solved densely. */
const LARGEST_BLOCK = 3_000;

/**
 * (I − Q) factored block by block, where Q has `weights` on the arcs of the graph: a journey is
 * mostly a line, so only what can come back to itself needs LU, and the rest is substitution.
 */
export class Factored {
  private readonly graph: SparseGraph;
  private readonly blocks: Blocks;
  private readonly weights: Float64Array;
  private readonly diagonal: Float64Array;
  private readonly lus: readonly (Lu | null)[];
  private readonly scratch: Float64Array;

  /** `like` = the same graph factored with weights that differ only on the arcs of `changed` states. */
  constructor(
    graph: SparseGraph,
    blocks: Blocks,
    weights: Float64Array,
    known?: { like: Factored; changed: readonly number[] },
  ) {
    this.graph = graph;
    this.blocks = blocks;
    this.weights = weights;
    const { starts, members, blockOf, placeOf } = blocks;
    const { first, target } = graph;
    this.diagonal = new Float64Array(graph.size).fill(1);
    let largest = 1;
    const lus: (Lu | null)[] = [];
    const isChanged = known && new Set(known.changed.map((s) => blockOf[s]!));
    for (let b = 0; b + 1 < starts.length; b += 1) {
      const n = starts[b + 1]! - starts[b]!;
      if (n === 1) {
        const s = members[starts[b]!]!;
        for (let a = first[s]!; a < first[s + 1]!; a += 1) {
          if (target[a] === s) this.diagonal[s]! -= weights[a]!;
        }
        lus.push(null);
        continue;
      }
      if (n > LARGEST_BLOCK) throw new NotExact('too-large-a-loop', null, { count: LARGEST_BLOCK });
      largest = Math.max(largest, n);
      if (known && !isChanged?.has(b)) {
        lus.push(known.like.lus[b]!);
        continue;
      }
      const matrix = new Float64Array(n * n);
      for (let i = 0; i < n; i += 1) {
        const s = members[starts[b]! + i]!;
        matrix[i * n + i]! += 1;
        for (let a = first[s]!; a < first[s + 1]!; a += 1) {
          const t = target[a]!;
          if (blockOf[t] === b) matrix[i * n + placeOf[t]!]! -= weights[a]!;
        }
      }
      lus.push(new Lu(matrix, n));
    }
    this.lus = lus;
    this.scratch = new Float64Array(largest);
  }

  /** x (I − Q) = b: expected visits to each state, from where customers begin. */
  forward(begin: Float64Array): Float64Array {
    const { graph, blocks, weights, lus, diagonal } = this;
    const { first, target } = graph;
    const { members, starts, blockOf } = blocks;
    const x = Float64Array.from(begin);
    for (let b = starts.length - 2; b >= 0; b -= 1) {
      const from = starts[b]!;
      const n = starts[b + 1]! - from;
      const lu = lus[b];
      if (!lu) x[members[from]!]! /= diagonal[members[from]!]!;
      else {
        const part = this.scratch.subarray(0, n);
        let isEmpty = true;
        for (let i = 0; i < n; i += 1) {
          part[i] = x[members[from + i]!]!;
          if (part[i] !== 0) isEmpty = false;
        }
        if (isEmpty) continue;
        lu.solveTransposed(part);
        for (let i = 0; i < n; i += 1) x[members[from + i]!] = part[i]!;
      }
      for (let i = from; i < from + n; i += 1) {
        const s = members[i]!;
        const visits = x[s]!;
        if (visits === 0) continue;
        for (let a = first[s]!; a < first[s + 1]!; a += 1) {
          const t = target[a]!;
          if (blockOf[t] !== b) x[t]! += visits * weights[a]!;
        }
      }
    }
    return x;
  }

  /** (I − Q) v = r: expected total of `r` from each state on. */
  backward(rewards: Float64Array): Float64Array {
    const { graph, blocks, weights, lus, diagonal } = this;
    const { first, target } = graph;
    const { members, starts, blockOf } = blocks;
    const v = Float64Array.from(rewards);
    for (let b = 0; b + 1 < starts.length; b += 1) {
      const from = starts[b]!;
      const n = starts[b + 1]! - from;
      for (let i = from; i < from + n; i += 1) {
        const s = members[i]!;
        for (let a = first[s]!; a < first[s + 1]!; a += 1) {
          const t = target[a]!;
          if (blockOf[t] !== b) v[s]! += weights[a]! * v[t]!;
        }
      }
      const lu = lus[b];
      if (!lu) v[members[from]!]! /= diagonal[members[from]!]!;
      else {
        const part = this.scratch.subarray(0, n);
        for (let i = 0; i < n; i += 1) part[i] = v[members[from + i]!]!;
        lu.solve(part);
        for (let i = 0; i < n; i += 1) v[members[from + i]!] = part[i]!;
      }
    }
    return v;
  }
}
