import { within } from '../../map/basics';
/** How far one lever would have to move until nothing is lost. */
export type BreakEven =
  /** At `factor` times its chance the profit is 0. */
  | { readonly kind: 'found'; readonly factor: number; readonly slope: number }
  /** Not even as far as it can go. */
  | { readonly kind: 'cannot'; readonly factor: number; readonly profit: number };

/** Where a break-even factor is looked for. */
export interface BreakEvenOptions {
  /** Profit at a factor; the same factor gives the same profit. */
  readonly profitAt: (factor: number) => Promise<number>;
  /** Profit as it is, at factor 1. */
  readonly profit: number;
  /** The furthest factor worth trying: above 1 to end a loss, below 1 to find what a profit can bear. */
  readonly limit: number;
  /** What profit is thought to gain per unit of the factor; 0 = no idea. It says where to look first. */
  readonly slope?: number;
  /** A profit this near to 0 is 0. */
  readonly tolerance: number;
}

const FIRST_TRY = 0.1;
const SMALLEST_TRY = 0.02;
const MOST_TRIES = 12;

/**
 * Finds where profit is 0 between 1 and `limit`: a first step gives the slope, then regula falsi with
 * the Illinois rule (Dowell & Jarratt 1971), halving where that would stall. Runs with common random
 * numbers make profit smooth in the factor, so a handful of them is enough.
 */
export async function findBreakEven(options: BreakEvenOptions): Promise<BreakEven> {
  const { profitAt, profit, limit, tolerance, slope: thought = 0 } = options;
  const sign = Math.sign(profit);
  const isDone = (value: number) => Math.abs(value) <= tolerance;
  if (profit === 0) return { kind: 'found', factor: 1, slope: 0 };
  const room = Math.abs(limit - 1);
  const wanted = thought > 0 ? Math.abs(profit) / thought : FIRST_TRY;
  // Where that is more than there is room for, the furthest it can go settles it.
  const reach = within(wanted, SMALLEST_TRY, room);
  const step = reach === room ? limit : 1 + (limit > 1 ? reach : -reach);
  const first = await profitAt(step);
  const slope = (first - profit) / (step - 1);
  let near = { factor: 1, value: profit };
  let far = { factor: step, value: first };
  if (Math.sign(first) === sign && !isDone(first) && step !== limit) {
    near = far;
    const guess = slope === 0 ? limit : 1 - (1.2 * profit) / slope;
    const isInside =
      (guess - step) * (limit - step) > 0 && Math.abs(guess - 1) < Math.abs(limit - 1);
    const tried = isInside ? guess : limit;
    far = { factor: tried, value: await profitAt(tried) };
    if (Math.sign(far.value) === sign && !isDone(far.value) && tried !== limit) {
      near = far;
      far = { factor: limit, value: await profitAt(limit) };
    }
  }
  if (isDone(far.value)) return { kind: 'found', factor: far.factor, slope };
  if (Math.sign(far.value) === sign) {
    return { kind: 'cannot', factor: far.factor, profit: far.value };
  }
  let a = near.value;
  let b = far.value;
  let [low, high] = [near.factor, far.factor];
  let factor = low - (a * (high - low)) / (b - a);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const value = await profitAt(factor);
    if (isDone(value)) break;
    if (Math.sign(value) === Math.sign(b)) {
      [high, b] = [factor, value];
      a /= 2;
    } else {
      [low, a] = [factor, value];
      b /= 2;
    }
    factor = low - (a * (high - low)) / (b - a);
  }
  return { kind: 'found', factor, slope };
}

/** Nobody can be asked for more than everybody: a rise beyond a share of 1 is none that can be had. */
export function withinEverybody(answer: BreakEven, share: number): BreakEven {
  return answer.kind === 'found' && answer.factor > 1 && answer.factor * share > 1
    ? { kind: 'cannot', factor: answer.factor, profit: 0 }
    : answer;
}
