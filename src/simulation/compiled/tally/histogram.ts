import { sumOf } from '../../../map/basics';
import { BINS } from './layout';

const bits = new DataView(new ArrayBuffer(8));
const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);
/** Where this machine keeps the exponent. */
const HIGH_WORD = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;
const SMALLEST = 1 / 4096;
/** Exponent and three bits of fraction of 2^-12. */
const FIRST = (1023 - 12) << 3;

/** The bin of a time in days. */
export function binOf(days: number): number {
  if (!(days >= SMALLEST)) return 0;
  number[0] = days;
  const octaves = (words[HIGH_WORD]! >>> 17) - FIRST + 1;
  return octaves < BINS ? octaves : BINS - 1;
}

/** Lower end of a bin in days; bin 0 begins at 0. */
function startOfBin(bin: number): number {
  if (bin === 0) return 0;
  bits.setUint32(0, (bin - 1 + FIRST) << 17);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

/** The time below which a share of the counts lies, evenly within its bin; 0 where there are none. */
export function quantileOfBins(bins: Float64Array, share: number): number {
  const total = sumOf(bins);
  let below = 0;
  for (let bin = 0; bin < BINS; bin += 1) {
    const count = bins[bin]!;
    if (count > 0 && below + count >= share * total) {
      const start = startOfBin(bin);
      const end = startOfBin(bin + 1);
      // Below the first bin lie the waits of nothing.
      return bin === 0 ? 0 : start + ((end - start) * (share * total - below)) / count;
    }
    below += count;
  }
  return 0;
}
