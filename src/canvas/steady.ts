import { same } from '../map/shape';

/** Returns the last value as long as the next ones are the same, so that what depends on it is not drawn again. */
export function steady<Value>(isSame: (a: Value, b: Value) => boolean) {
  let last: Value | null = null;
  return (next: Value): Value => {
    if (last === null || !isSame(last, next)) last = next;
    return last;
  };
}

/** `next` with every value that says the same as before as the same object; `before` itself where all do. */
export function keepingValues<Value>(
  before: Readonly<Record<string, Value>>,
  next: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  let isNew = Object.keys(before).length !== Object.keys(next).length;
  const kept: Record<string, Value> = {};
  for (const id in next) {
    const [old, value] = [before[id], next[id] as Value];
    const isSame = old !== undefined && same(old, value);
    kept[id] = isSame ? old : value;
    isNew ||= !isSame;
  }
  return isNew ? kept : before;
}

/** Returns an entry that is unchanged as the same object, and the same map where all are. */
export function steadyEntries<Value>(isSame: (a: Value, b: Value) => boolean) {
  let last: ReadonlyMap<string, Value> = new Map();
  return (next: ReadonlyMap<string, Value>) => (last = keepingEntries(last, next, isSame));
}

function keepingEntries<Value>(
  before: ReadonlyMap<string, Value>,
  next: ReadonlyMap<string, Value>,
  isSame: (a: Value, b: Value) => boolean,
): ReadonlyMap<string, Value> {
  let isNew = before.size !== next.size;
  const kept = new Map<string, Value>();
  for (const [id, value] of next) {
    const old = before.get(id);
    const isKept = old !== undefined && isSame(old, value);
    kept.set(id, isKept ? old : value);
    isNew ||= !isKept;
  }
  return isNew ? kept : before;
}
