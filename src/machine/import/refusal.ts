import { type MachineProblem, problem } from './finding';

/** Nested values, as in any file; a rule at its own limit stays well below. */
const DEEPEST = 100;
/** Objects, lists and simple values together. */
const MOST_VALUES = 5_000_000;
/** Assigning it would change what an object inherits. */
const FORBIDDEN = '__proto__';

interface Place {
  readonly value: unknown;
  readonly key: string;
  readonly parent: Place | null;
  readonly depth: number;
}

/** Refuses what is too deep (a cycle is), too large or dangerous, before anybody walks it. */
export function refusalOf(value: unknown): MachineProblem | null {
  const open: Place[] = [{ value, key: '', parent: null, depth: 0 }];
  let count = 0;
  for (let here = open.pop(); here; here = open.pop()) {
    if (typeof here.value !== 'object' || here.value === null) continue;
    if (here.depth >= DEEPEST) return problem('nested-too-deep', pathOf(here), DEEPEST);
    const entries = Object.entries(here.value);
    count += entries.length;
    if (count > MOST_VALUES) return problem('too-many-values', [], MOST_VALUES);
    for (const [key, inner] of entries) {
      if (key === FORBIDDEN) return problem('forbidden-name', pathOf(here), key);
      open.push({ value: inner, key, parent: here, depth: here.depth + 1 });
    }
  }
  return null;
}

function pathOf(place: Place): string[] {
  const path: string[] = [];
  for (let here = place; here.parent; here = here.parent) path.push(here.key);
  return path.reverse();
}
