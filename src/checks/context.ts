import type { JourneyMap, Stage, Touchpoint, Transition } from '../map/schema';

export type Entry<Value> = readonly [id: string, record: Value];

/** A map with the indexes that several rules need, each built once and only when asked for. */
export interface CheckContext {
  readonly map: JourneyMap;
  readonly today: string;
  readonly stages: readonly Entry<Stage>[];
  /** In journey order: by stage, then from left to right, from top to bottom. */
  readonly touchpoints: readonly Entry<Touchpoint>[];
  readonly transitions: readonly Entry<Transition>[];
  readonly entries: readonly Entry<Touchpoint>[];
  /** Ways out of a touchpoint, in their order. */
  readonly outOf: (touchpoint: string) => readonly Entry<Transition>[];
  readonly into: (touchpoint: string) => readonly Entry<Transition>[];
  /** Touchpoints that can be come to from an entry, the entries included. */
  readonly reachable: ReadonlySet<string>;
}

const none: readonly never[] = [];

function byOrder(a: Entry<{ order: string }>, b: Entry<{ order: string }>): number {
  return compare(a[1].order, b[1].order) || compare(a[0], b[0]);
}

function compare<Value extends string | number>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Evaluates `make` at the first call and keeps the result. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function groupedBy(
  transitions: readonly Entry<Transition>[],
  end: 'from' | 'to',
): Map<string, Entry<Transition>[]> {
  const groups = new Map<string, Entry<Transition>[]>();
  for (const entry of transitions) {
    const group = groups.get(entry[1][end]);
    if (group) group.push(entry);
    else groups.set(entry[1][end], [entry]);
  }
  return groups;
}

export function contextOf(map: JourneyMap, today: string): CheckContext {
  const stages = once(() => Object.entries(map.stages).sort(byOrder));
  const touchpoints = once(() => {
    const rank = new Map(stages().map(([id], index) => [id, index]));
    const place = ({ stage }: Touchpoint) =>
      stage === null ? rank.size : (rank.get(stage) ?? rank.size);
    return Object.entries(map.touchpoints).sort(
      ([idA, a], [idB, b]) =>
        place(a) - place(b) ||
        compare(a.position.x, b.position.x) ||
        compare(a.position.y, b.position.y) ||
        compare(idA, idB),
    );
  });
  const transitions = once(() => Object.entries(map.transitions).sort(byOrder));
  const entries = once(() => touchpoints().filter(([, { kind }]) => kind === 'entry'));
  const out = once(() => groupedBy(transitions(), 'from'));
  const into = once(() => groupedBy(transitions(), 'to'));
  const reachable = once(() => {
    const seen = new Set(entries().map(([id]) => id));
    for (const id of seen) {
      for (const [, { to }] of out().get(id) ?? none) if (to in map.touchpoints) seen.add(to);
    }
    return seen;
  });
  return {
    map,
    today,
    get stages() {
      return stages();
    },
    get touchpoints() {
      return touchpoints();
    },
    get transitions() {
      return transitions();
    },
    get entries() {
      return entries();
    },
    outOf: (touchpoint) => out().get(touchpoint) ?? none,
    into: (touchpoint) => into().get(touchpoint) ?? none,
    get reachable() {
      return reachable();
    },
  };
}
