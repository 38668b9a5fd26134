import type { EndKind } from '../../results';
import { ENDS } from './layout';
import type { VisitLog } from '../engine';

/** Touchpoints of a path before it is cut. */
export const LONGEST_PATH = 40;

/** A path as text: end, cut or whole, then one character per touchpoint (there are at most 20,000). */
export function keyOfPath(end: number, isCut: boolean, touchpoints: Uint16Array): string {
  return String(end) + (isCut ? '+' : '.') + String.fromCharCode(...touchpoints);
}

/** The path that a key of `paths` stands for. */
export function readPath(key: string): { end: EndKind; cut: boolean; touchpoints: number[] } {
  return {
    end: ENDS[Number(key[0])]!,
    cut: key[1] === '+',
    touchpoints: Array.from({ length: key.length - 2 }, (_, k) => key.charCodeAt(k + 2)),
  };
}

/** [end, clock of the end, then touchpoint, transition and clock of each entry]. */
export function encodeWalk({
  length,
  touchpoints,
  transitions,
  clocks,
  end,
  endClock,
}: VisitLog): Float64Array {
  const code = new Float64Array(2 + 3 * length);
  code[0] = ENDS.indexOf(end);
  code[1] = endClock;
  for (let k = 0; k < length; k += 1) {
    code[2 + 3 * k] = touchpoints[k]!;
    code[3 + 3 * k] = transitions[k]!;
    code[4 + 3 * k] = clocks[k]!;
  }
  return code;
}
