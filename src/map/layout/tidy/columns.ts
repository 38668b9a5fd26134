import { columnsInOrder, inOrder, incomingOf, outgoingOf } from '../../records';
import { type JourneyMap } from '../../schema';

/** What of a map tidying up reads. */
export type Drawn = Pick<JourneyMap, 'stages' | 'touchpoints' | 'transitions'>;

/** One column of cards in a stage's band; `ids` from top to bottom. */
export interface TidyColumn {
  readonly stage: string | null;
  /** 0 is the leftmost of its band. */
  readonly place: number;
  readonly ids: string[];
}

/** As many rows as keep the map about as wide as a wall. */
export function usualRows({ touchpoints }: Drawn): number {
  return Math.max(5, Math.ceil(Math.sqrt(Object.keys(touchpoints).length) * 0.85));
}

/** Spreads each stage over as few columns as hold its cards in so many rows: who comes early in it stands left. */
export function tidyColumnsOf(map: Drawn, rows = usualRows(map)): TidyColumn[] {
  const ids = Object.keys(map.touchpoints).sort();
  const depths = depthsOf(map);
  return columnsInOrder(map).flatMap(({ id: stage }) => {
    const members = ids
      .filter((id) => map.touchpoints[id]?.stage === stage)
      .sort((a, b) => (depths.get(a) ?? 0) - (depths.get(b) ?? 0));
    const deepest = new Set(members.map((id) => depths.get(id))).size;
    const count = Math.min(Math.ceil(members.length / rows), Math.max(deepest, 1));
    const perColumn = Math.ceil(members.length / Math.max(count, 1));
    return Array.from({ length: count }, (_, place) => ({
      stage,
      place,
      ids: members.slice(place * perColumn, (place + 1) * perColumn),
    }));
  });
}

/** Steps from where people come into the stage, walking inside of it; outcomes last. */
function depthsOf(map: Drawn): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  const rank = new Map(inOrder(map.stages).map(([id], index) => [id, index]));
  const stageOf = (id: string) => map.touchpoints[id]?.stage ?? null;
  const isDoor = (id: string) => {
    const before = incomingOf(map, id).filter(([, { from }]) => from !== id);
    const own = rank.get(stageOf(id) ?? '') ?? -1;
    return (
      map.touchpoints[id]?.kind === 'entry' ||
      before.length === 0 ||
      before.some(([, { from }]) => (rank.get(stageOf(from) ?? '') ?? -1) < own)
    );
  };
  const ids = Object.keys(map.touchpoints).sort();
  const queue = ids.filter(isDoor);
  for (const id of queue) depths.set(id, 0);
  for (const start of ids) {
    // What no door leads to begins a row of its own.
    if (!depths.has(start) && queue.every((id) => stageOf(id) !== stageOf(start))) {
      depths.set(start, 0);
      queue.push(start);
    }
  }
  for (let head = 0; head < queue.length; head++) {
    const id = queue[head] ?? '';
    for (const [, { to }] of outgoingOf(map, id)) {
      if (depths.has(to) || stageOf(to) !== stageOf(id)) continue;
      depths.set(to, (depths.get(id) ?? 0) + 1);
      queue.push(to);
    }
  }
  for (const id of ids) {
    if (map.touchpoints[id]?.kind === 'outcome') depths.set(id, (depths.get(id) ?? 0) + ids.length);
    else if (!depths.has(id)) depths.set(id, ids.length);
  }
  return depths;
}
