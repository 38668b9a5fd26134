/** Walks kept for replay. */
const MOST_WALKS = 2_000;
/** Steps of all kept walks together: as columns of numbers some 5 MB. */
const MOST_STEPS = 200_000;
/** Numbers of an encoded walk before its steps, and numbers a step. */
const HEAD = 2;
const STEP = 3;

/** The walk of one customer as `encodeWalk` writes it. */
type WalkCode = Float64Array;

/**
 * Whole walks of customers evenly spread over a run: every `stride`-th. Where walks are so long that the kept ones have
 * more than `mostSteps` steps, the stride doubles until they have not. Samples of any parts of a run, merged in any
 * order, are the sample of the whole, for a part never needs a wider stride than the whole.
 */
export class WalkSample implements Iterable<readonly [number, WalkCode]> {
  private readonly codes = new Map<number, WalkCode>();
  private readonly mostSteps: number;
  private steps = 0;
  private every: number;

  /** @param customers of the whole run */
  constructor(customers: number, mostSteps = MOST_STEPS) {
    this.every = Math.max(1, Math.ceil(customers / MOST_WALKS));
    this.mostSteps = mostSteps;
  }

  /** One walk is kept for so many customers. */
  get stride(): number {
    return this.every;
  }

  wants(customer: number): boolean {
    return customer % this.every === 0;
  }

  /** Takes in the walk of a customer it wants. */
  add(customer: number, code: WalkCode): void {
    this.codes.set(customer, code);
    this.steps += stepsOf(code);
    while (this.steps > this.mostSteps && this.codes.size > 1) this.widen(2 * this.every);
  }

  /** Takes in the sample of another part of the same run, with the stride it ended with. */
  merge(walks: Iterable<readonly [number, WalkCode]>, stride: number): void {
    if (stride > this.every) this.widen(stride);
    for (const [customer, code] of walks) if (this.wants(customer)) this.add(customer, code);
  }

  [Symbol.iterator](): Iterator<readonly [number, WalkCode]> {
    return this.codes.entries();
  }

  private widen(stride: number): void {
    this.every = stride;
    for (const [customer, code] of this.codes) {
      if (this.wants(customer)) continue;
      this.codes.delete(customer);
      this.steps -= stepsOf(code);
    }
  }
}

function stepsOf(code: WalkCode): number {
  return (code.length - HEAD) / STEP;
}
