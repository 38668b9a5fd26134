/** The box that a chart is drawn in, in units of its drawing: 1,000 across, whatever its width on screen. */
export interface Frame {
  readonly height: number;
  /** Where the grid begins and ends; values are written left of it, places below it. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Units across every chart. */
export const CHART_WIDTH = 1000;

interface FrameRoom {
  /** For the values at the left. */
  readonly left?: number;
  readonly right?: number;
  readonly top?: number;
  /** For the places below. */
  readonly below?: number;
}

/** A frame of a height, with room for what is written around the grid. */
export function frameOf(height: number, room: FrameRoom = {}): Frame {
  const { left = 64, right = 0, top = 12, below = 28 } = room;
  return { height, left, right: CHART_WIDTH - right, top, bottom: height - below };
}

/** A value or a place with its line or its label. */
export interface Mark {
  /** Where, in units of the drawing. */
  readonly at: number;
  readonly text?: string;
  /** Drawn stronger: 0, or the middle of a scale. */
  readonly isStrong?: boolean;
}

/** What a chart needs of a scale of d3. */
interface ValueScale {
  (value: number): number;
  ticks: (count: number) => number[];
}

/** About so many round values of a scale; 0 is strong. */
export function valueMarks(
  scale: ValueScale,
  count: number,
  write: (value: number) => string,
): Mark[] {
  return scale
    .ticks(count)
    .map((value) => ({ at: scale(value), text: write(value), isStrong: value === 0 }));
}

/** Where steps of equal width stand between the ends of a grid: step 0 begins at 0, its middle is at a half. */
export function stepScale(steps: number, { left, right }: Frame): (step: number) => number {
  return (step) => left + (step / Math.max(1, steps)) * (right - left);
}

/** As many of the places, evenly, as have room for a label: every one, every second … */
export function placeMarks<Item>(
  items: readonly Item[],
  at: (index: number) => number,
  write: (item: Item, index: number) => string,
  most = 12,
): Mark[] {
  const every = Math.ceil(items.length / most);
  return items.flatMap((item, index) =>
    index % every === 0 ? [{ at: at(index), text: write(item, index) }] : [],
  );
}
