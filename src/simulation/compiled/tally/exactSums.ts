/**
 * Sums whose order cannot matter. Every addend is rounded to a multiple of 2^-40 (a trillionth) and
 * split into limbs that are added without any rounding, so adding in any order, or merging any
 * parts, gives the same bits. Exact while a sum stays below 2^100.
 */

const TWO_32 = 0x100000000;
const LIMB = 0x1000;
/** Up to here `TO_UNITS` rounds to a whole unit; beyond, and below 0, to half of one. */
const HALF_LIMB = LIMB / 2;
/** Adding and taking away 1.5 × 2^(52 + k) rounds to a multiple of 2^k. */
const TO_UNITS = 1.5 * LIMB;
const TO_LIMBS = 1.5 * TWO_32 * TWO_32;
const TO_TOPS = 1.5 * TWO_32 * TWO_32 * TWO_32 * 64;
/** What `high` may hold before it is passed on to `top`. */
const MOST = TWO_32 * 0x10000000;

/** Sums by index, as three limbs each; a sum is `top + high + low`. */
export class ExactSums {
  /** Multiples of 2^50; 0 unless a sum is enormous. */
  readonly top: Float64Array;
  /** Multiples of 2^12. */
  readonly high: Float64Array;
  /** Multiples of 2^-40, always in [0, 2^12). */
  readonly low: Float64Array;

  constructor(length: number) {
    this.top = new Float64Array(length);
    this.high = new Float64Array(length);
    this.low = new Float64Array(length);
  }

  add(index: number, value: number): void {
    let high = 0;
    let rest = value;
    if (value > HALF_LIMB || value < -HALF_LIMB) {
      if (value > MOST || value < -MOST) {
        const top = value + TO_TOPS - TO_TOPS;
        this.top[index]! += top;
        rest -= top;
      }
      high = rest + TO_LIMBS - TO_LIMBS;
      rest -= high;
    }
    this.addParts(index, high, rest + TO_UNITS - TO_UNITS);
  }

  private addParts(index: number, high: number, low: number): void {
    let sum = this.low[index]! + low;
    if (sum >= LIMB) {
      sum -= LIMB;
      high += LIMB;
    } else if (sum < 0) {
      sum += LIMB;
      high -= LIMB;
    }
    this.low[index] = sum;
    if (high === 0) return;
    const carried = this.high[index]! + high;
    if (carried < MOST && carried > -MOST) this.high[index] = carried;
    else {
      const top = carried + TO_TOPS - TO_TOPS;
      this.top[index]! += top;
      this.high[index] = carried - top;
    }
  }

  merge(other: ExactSums): void {
    for (let index = 0; index < this.low.length; index += 1) this.take(index, other, index);
  }

  /** Adds one sum of another. */
  take(index: number, other: ExactSums, from: number): void {
    this.top[index]! += other.top[from]!;
    this.addParts(index, other.high[from]!, other.low[from]!);
  }

  clear(index: number): void {
    this.top[index] = this.high[index] = this.low[index] = 0;
  }

  value(index: number): number {
    return this.top[index]! + this.high[index]! + this.low[index]!;
  }
}
