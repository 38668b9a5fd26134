import type { LoggedStep } from '../../simulation';

/** The draws from `low` to below `high` lead here. */
export interface DrawRange {
  /** Null = they leave. */
  readonly transition: string | null;
  readonly low: number;
  readonly high: number;
}

type Choices = Pick<LoggedStep, 'possible' | 'dropOff'>;

/** Sums of chances that differ by less are one number. */
const SAME = 1e-9;

/** Which draws, 0…1, lead where: the chances laid end to end in their order, what takes the rest behind them. */
export function drawRanges({ possible, dropOff }: Choices): DrawRange[] {
  const open = possible.filter(({ chance }) => chance > 0);
  const shares: (readonly [string | null, number])[] = [
    ...open.filter(({ otherwise }) => !otherwise),
    ...open.filter(({ otherwise }) => otherwise),
  ].map(({ transition, chance }) => [transition, chance]);
  if (dropOff > 0) shares.push([null, dropOff]);
  let low = 0;
  return shares.map(([transition, share]) => {
    const range = { transition, low, high: low + share };
    low = range.high;
    return range;
  });
}

/** Where a draw leads; null = they leave. */
export function leadsTo(choices: Choices, drawn: number): string | null {
  const ranges = drawRanges(choices);
  return (ranges.find(({ high }) => drawn < high) ?? ranges.at(-1))?.transition ?? null;
}

/** The range that was chosen and those beside it: which draws would have led elsewhere. */
export interface DrawNeighbours {
  readonly taken: DrawRange;
  readonly below: DrawRange | undefined;
  readonly above: DrawRange | undefined;
}

/** Null where what was chosen had no chance. */
export function drawNeighbours(
  ranges: readonly DrawRange[],
  chosen: string | null,
): DrawNeighbours | null {
  const taken = ranges.find(({ transition }) => transition === chosen);
  if (!taken) return null;
  return {
    taken,
    below: ranges.find(({ high }) => Math.abs(high - taken.low) < SAME),
    above: ranges.find(({ low }) => Math.abs(low - taken.high) < SAME),
  };
}
