/** A sparse chain: arcs of state s stand from `first[s]` to `first[s + 1]`. */
export interface SparseGraph {
  readonly size: number;
  readonly first: Int32Array;
  readonly target: Int32Array;
}

/** States that can come to one another, the later blocks first: arcs lead to the same or an earlier block. */
export interface Blocks {
  readonly members: Int32Array;
  /** Block b holds `members` from `starts[b]` to `starts[b + 1]`. */
  readonly starts: Int32Array;
  readonly blockOf: Int32Array;
  /** Place of a state within its block. */
  readonly placeOf: Int32Array;
}

/** Strongly connected components (Tarjan 1972, without recursion), in reverse topological order. */
export function blocksOf({ size, first, target }: SparseGraph): Blocks {
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const blockOf = new Int32Array(size).fill(-1);
  const placeOf = new Int32Array(size);
  const members = new Int32Array(size);
  const starts: number[] = [0];
  const stack: number[] = [];
  const path: number[] = [];
  const next = Int32Array.from(first.subarray(0, size));
  let counter = 0;
  let filled = 0;
  for (let root = 0; root < size; root += 1) {
    if (order[root]! >= 0) continue;
    path.push(root);
    while (path.length > 0) {
      const s = path[path.length - 1]!;
      if (order[s]! < 0) {
        order[s] = low[s] = counter;
        counter += 1;
        stack.push(s);
      }
      let isDeeper = false;
      while (next[s]! < first[s + 1]!) {
        const t = target[next[s]!]!;
        next[s]! += 1;
        if (order[t]! < 0) {
          path.push(t);
          isDeeper = true;
          break;
        }
        if (blockOf[t]! < 0) low[s] = Math.min(low[s]!, order[t]!);
      }
      if (isDeeper) continue;
      path.pop();
      const parent = path[path.length - 1];
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[s]!);
      if (low[s] !== order[s]) continue;
      const block = starts.length - 1;
      const from = filled;
      for (;;) {
        const t = stack.pop()!;
        blockOf[t] = block;
        placeOf[t] = filled - from;
        members[filled] = t;
        filled += 1;
        if (t === s) break;
      }
      starts.push(filled);
    }
  }
  return { members, starts: Int32Array.from(starts), blockOf, placeOf };
}
