import { BAND, CARD_SIZE, PITCH } from '../sizes';
import { type Drawn, type TidyColumn, tidyColumnsOf, usualRows } from './columns';

/** A window on the canvas, in pixels, and what is always drawn below the cards, in canvas units. */
export interface Window {
  readonly width: number;
  readonly height: number;
  readonly below: number;
}

/**
 * About the number of rows with which a tidied map is drawn largest in a window (exact up to a dozen): more rows make its stages narrower and the
 * map taller. Of equals, the one nearest to the usual number.
 */
export function rowsToFit(map: Drawn, window: Window): number {
  const usual = usualRows(map);
  const members = new Map<string | null, number>();
  for (const { stage } of Object.values(map.touchpoints)) {
    members.set(stage, (members.get(stage) ?? 0) + 1);
  }
  const most = Math.max(1, ...members.values());
  let best = { rows: usual, zoom: zoomOf(map, usual, window) };
  for (const rows of rowsToTry(most)) {
    const zoom = zoomOf(map, rows, window);
    const isNearer = Math.abs(rows - usual) < Math.abs(best.rows - usual);
    // What is larger by less than nobody sees is no reason to move cards about.
    const isLarger = zoom > best.zoom * 1.001;
    if (isLarger || (zoom > best.zoom * 0.999 && isNearer)) best = { rows, zoom };
  }
  return best.rows;
}

/** Each of few; of many the more apart the more they are, since one row more or less changes little then. */
function rowsToTry(most: number): number[] {
  const rows: number[] = [];
  for (let next = 1; next <= most; next = Math.max(next + 1, Math.round(next * 1.08)))
    rows.push(next);
  return rows;
}

/** How large the map is drawn so that the whole of it is seen; 1 = as it is. */
function zoomOf(map: Drawn, rows: number, { width, height, below }: Window): number {
  const size = sizeOf(map, tidyColumnsOf(map, rows));
  return Math.min(width / size.width, height / (size.height + below));
}

/** How much room the bands take once their cards stand in these columns. */
function sizeOf(map: Drawn, columns: readonly TidyColumn[]) {
  const widths = new Map<string | null, number>(
    Object.keys(map.stages).map((stage) => [stage, BAND.minWidth]),
  );
  let tallest = 0;
  for (const { stage, place, ids } of columns) {
    const right = BAND.padding + place * PITCH.x + CARD_SIZE.width + BAND.padding;
    widths.set(stage, Math.max(widths.get(stage) ?? BAND.minWidth, right));
    tallest = Math.max(tallest, ids.length);
  }
  const width = [...widths.values()].reduce((sum, each) => sum + each + BAND.gap, 0);
  return { width, height: BAND.head + BAND.headGap + tallest * PITCH.y };
}
