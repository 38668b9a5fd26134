import type { EndKind } from '../results';
import { ENDS } from './layout';
import type { Log } from './walker';

/** Touchpoints a path tells before it is cut. */
const LONGEST_PATH = 40;

/** A path as text: end, cut or whole, then one character per touchpoint (there are at most 20,000). */
export function pathKey({ length, spots, end }: Log): string {
  const told = Math.min(length, LONGEST_PATH);
  let key = String(ENDS.indexOf(end)) + (length > told ? '+' : '.');
  for (let k = 0; k < told; k += 1) key += String.fromCharCode(spots[k]!);
  return key;
}

export function readPath(key: string): { end: EndKind; cut: boolean; spots: number[] } {
  return {
    end: ENDS[Number(key[0])]!,
    cut: key[1] === '+',
    spots: Array.from({ length: key.length - 2 }, (_, k) => key.charCodeAt(k + 2)),
  };
}

/** [end, clock of the end, then touchpoint, way and clock of each entry]. */
export function encodeWalk({ length, spots, ways, clocks, end, endClock }: Log): Float64Array {
  const code = new Float64Array(2 + 3 * length);
  code[0] = ENDS.indexOf(end);
  code[1] = endClock;
  for (let k = 0; k < length; k += 1) {
    code[2 + 3 * k] = spots[k]!;
    code[3 + 3 * k] = ways[k]!;
    code[4 + 3 * k] = clocks[k]!;
  }
  return code;
}
