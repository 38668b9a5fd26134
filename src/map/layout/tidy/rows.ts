import { average } from '../../basics';
import { type TidyColumn } from './columns';
import { type RankLink } from './crossings';
import { neighboursOf } from './order';

const SWEEPS = 6;

/**
 * Gives every card a row, a whole number from 0: near the mean row of its neighbours, in the order
 * of its column, no two in one row. Whole rows keep the gaps between them free for transitions.
 */
export function tidyRowsOf(columns: readonly TidyColumn[], links: readonly RankLink[]) {
  const neighbours = neighboursOf(links);
  const tallest = Math.max(0, ...columns.map(({ ids }) => ids.length));
  const row = new Map<string, number>();
  for (const { ids } of columns) {
    const first = Math.floor((tallest - ids.length) / 2);
    ids.forEach((id, place) => row.set(id, first + place));
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const { ids } of sweep % 2 === 0 ? columns : columns.toReversed()) {
      const wishes = ids.map((id) => {
        const others = (neighbours.get(id) ?? []).map((other) => row.get(other) ?? 0);
        return others.length ? average(others) : (row.get(id) ?? 0);
      });
      fitted(wishes, tallest).forEach((value, place) => row.set(ids[place] ?? '', value));
    }
  }
  const top = Math.min(...row.values());
  return new Map([...row].map(([id, value]) => [id, value - top]));
}

/** Rising whole numbers within 0 … rows − 1, near the wishes. */
function fitted(wishes: readonly number[], rows: number): number[] {
  // Blocks of cards that want the same place share it as a run around the mean of their wishes.
  const blocks: { sum: number; size: number }[] = [];
  wishes.forEach((wish, place) => {
    blocks.push({ sum: wish - place, size: 1 });
    for (;;) {
      const last = blocks.at(-1);
      const before = blocks.at(-2);
      if (!last || !before || before.sum / before.size < last.sum / last.size) break;
      blocks.splice(-2, 2, { sum: before.sum + last.sum, size: before.size + last.size });
    }
  });
  const room = rows - wishes.length;
  const shifts = blocks.flatMap(({ sum, size }) =>
    Array.from({ length: size }, () => Math.min(Math.max(Math.round(sum / size), 0), room)),
  );
  return shifts.map((shift, place) => shift + place);
}
