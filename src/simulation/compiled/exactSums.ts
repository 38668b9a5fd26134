/**
 * Sums whose order cannot matter. Every addend is rounded to a multiple of 2^-40 (a trillionth) and
 * split into a whole number of 2^12 and a rest below it; both parts are then added without any
 * rounding (up to 2^65), so adding in any order, or merging any parts, gives the same bits.
 */

const UNIT = 0x10000000000;
const LIMB = 0x1000;

export class ExactSums {
  readonly high: Float64Array;
  /** Always in [0, 2^12), which makes the pair unique. */
  readonly low: Float64Array;

  constructor(length: number) {
    this.high = new Float64Array(length);
    this.low = new Float64Array(length);
  }

  add(index: number, value: number): void {
    const rounded = Math.round(value * UNIT) / UNIT;
    const high = Math.floor(rounded / LIMB) * LIMB;
    this.addParts(index, high, rounded - high);
  }

  private addParts(index: number, high: number, low: number): void {
    let sum = this.low[index]! + low;
    let carried = this.high[index]! + high;
    if (sum >= LIMB) {
      sum -= LIMB;
      carried += LIMB;
    }
    this.low[index] = sum;
    this.high[index] = carried;
  }

  merge(other: ExactSums): void {
    for (let index = 0; index < this.low.length; index += 1) {
      this.addParts(index, other.high[index]!, other.low[index]!);
    }
  }

  value(index: number): number {
    return this.high[index]! + this.low[index]!;
  }
}
