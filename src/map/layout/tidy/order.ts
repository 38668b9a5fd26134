import { average } from '../../basics';
import { type TidyColumn } from './columns';
import { disturbance, type RankLink, type Ranks, ranksOf } from './crossings';

const SWEEPS = 8;

/**
 * Orders the cards of each column for few crossings: towards the mean of their neighbours, sweep by
 * sweep, then by swapping pairs as long as that helps. Changes `columns` in place and always ends
 * the same way for the same map.
 */
export function orderColumns(columns: readonly TidyColumn[], links: readonly RankLink[]): void {
  const neighbours = neighboursOf(links);
  let best = columns.map(({ ids }) => [...ids]);
  let least = disturbance(links, ranksOf(columns));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const ranks = ranksOf(columns);
    const order = sweep % 2 === 0 ? columns : columns.toReversed();
    for (const column of order) towardsNeighbours(column, neighbours, ranks);
    const now = disturbance(links, ranks);
    if (now < least) {
      least = now;
      best = columns.map(({ ids }) => [...ids]);
    }
  }
  columns.forEach(({ ids }, index) => ids.splice(0, ids.length, ...(best[index] ?? [])));
  swap(columns, links);
}

function towardsNeighbours(
  { ids }: TidyColumn,
  neighbours: ReadonlyMap<string, readonly string[]>,
  { row }: Ranks,
): void {
  const wish = new Map(
    ids.map((id) => {
      const rows = (neighbours.get(id) ?? []).map((other) => row.get(other) ?? 0);
      const own = row.get(id) ?? 0;
      return [id, rows.length ? average(rows) : own];
    }),
  );
  ids.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0));
  ids.forEach((id, place) => row.set(id, place));
}

function swap(columns: readonly TidyColumn[], links: readonly RankLink[]): void {
  const ranks = ranksOf(columns);
  const touching = new Map<string, RankLink[]>();
  for (const link of links) {
    for (const id of [link.from, link.to]) touching.set(id, [...(touching.get(id) ?? []), link]);
  }
  const place = (id: string, row: number) => ranks.row.set(id, row);
  for (let round = 0, better = true; better && round < SWEEPS; round++) {
    better = false;
    for (const { ids } of columns) {
      for (let row = 0; row + 1 < ids.length; row++) {
        const [a, b] = [ids[row] ?? '', ids[row + 1] ?? ''];
        const concerned = [...new Set([...(touching.get(a) ?? []), ...(touching.get(b) ?? [])])];
        const before = disturbance(concerned, ranks);
        place(a, row + 1);
        place(b, row);
        if (disturbance(concerned, ranks) < before - 1e-9) {
          ids[row] = b;
          ids[row + 1] = a;
          better = true;
        } else {
          place(a, row);
          place(b, row + 1);
        }
      }
    }
  }
}

/** The other ends of each touchpoint's links, in both directions; one that is joined twice is there twice. */
export function neighboursOf(links: readonly RankLink[]): ReadonlyMap<string, readonly string[]> {
  const neighbours = new Map<string, string[]>();
  for (const { from, to } of links) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
    neighbours.set(to, [...(neighbours.get(to) ?? []), from]);
  }
  return neighbours;
}
