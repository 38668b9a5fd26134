import { type Drawn, type TidyColumn } from './columns';

/** Where each touchpoint stands while the order is sought: column by column, row by row. */
export interface Ranks {
  readonly column: ReadonlyMap<string, number>;
  readonly row: Map<string, number>;
}

/** Two touchpoints that something joins, by id. */
export interface RankLink {
  readonly from: string;
  readonly to: string;
}

/** `column` counts all columns of the map, from 0; `row` may be changed while an order is sought. */
export function ranksOf(columns: readonly TidyColumn[]): Ranks {
  const column = new Map<string, number>();
  const row = new Map<string, number>();
  columns.forEach(({ ids }, index) => {
    ids.forEach((id, place) => {
      column.set(id, index);
      row.set(id, place);
    });
  });
  return { column, row };
}

/** Each pair of joined touchpoints once, loops left out. */
export function rankLinksOf(map: Drawn): RankLink[] {
  const seen = new Set<string>();
  const links: RankLink[] = [];
  for (const id of Object.keys(map.transitions).sort()) {
    const { from, to } = map.transitions[id] ?? { from: '', to: '' };
    const key = `${from} ${to}`;
    if (from === to || seen.has(key)) continue;
    seen.add(key);
    links.push({ from, to });
  }
  return links;
}

/**
 * How much links disturb the picture: crossings among them, drawn straight; steps over neighbours
 * and upwards in one column; and the height they climb.
 */
export function disturbance(links: readonly RankLink[], ranks: Ranks): number {
  const segments = links.map((link) => segment(link, ranks));
  let sum = 0;
  for (const [index, a] of segments.entries()) {
    const climb = Math.abs(a.y1 - a.y2);
    if (a.x1 === a.x2) sum += (climb - 1) * 0.8 + (a.y2 < a.y1 ? 0.4 : 0);
    else sum += climb * 0.15;
    for (let other = index + 1; other < segments.length; other++) {
      const b = segments[other];
      if (b && cross(a, b)) sum += 1;
    }
  }
  return sum;
}

interface LineSegment {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

function segment({ from, to }: RankLink, { column, row }: Ranks): LineSegment {
  const [x1, x2] = [column.get(from) ?? 0, column.get(to) ?? 0];
  const [y1, y2] = [row.get(from) ?? 0, row.get(to) ?? 0];
  return x1 <= x2 ? { x1, y1, x2, y2 } : { x1: x2, y1: y2, x2: x1, y2: y1 };
}

function cross(a: LineSegment, b: LineSegment): boolean {
  const [from, to] = [Math.max(a.x1, b.x1), Math.min(a.x2, b.x2)];
  if (from >= to) return false;
  return (heightAt(a, from) - heightAt(b, from)) * (heightAt(a, to) - heightAt(b, to)) < 0;
}

function heightAt({ x1, y1, x2, y2 }: LineSegment, x: number): number {
  return y1 + ((y2 - y1) * (x - x1)) / (x2 - x1);
}
