import { ENDS } from './layout';
import { keyOfPath, LONGEST_PATH } from './walkCodes';
import type { VisitLog } from '../engine';

const FIRST_SIZE = 1 << 10;

/**
 * How often each path was walked. A path is looked up by its numbers, in a table with open addresses,
 * because making a text of every walk takes as long as walking it.
 */
export class PathCounts {
  /** Place in the lists below plus one; 0 = free. At most half is taken. */
  private table = new Int32Array(FIRST_SIZE);
  private size = 0;
  private hashes = new Int32Array(FIRST_SIZE);
  private counts = new Int32Array(FIRST_SIZE);
  /** Twice the end, and one more where the path is cut. */
  private codes = new Uint8Array(FIRST_SIZE);
  /** Where each begins among the touchpoints; it ends where the next begins. */
  private starts = new Int32Array(FIRST_SIZE + 1);
  private touchpoints = new Uint16Array(8 * FIRST_SIZE);

  add({ length, touchpoints, end }: VisitLog): void {
    const isCut = length > LONGEST_PATH;
    const told = isCut ? LONGEST_PATH : length;
    const code = 2 * ENDS.indexOf(end) + (isCut ? 1 : 0);
    let hash = code + 1;
    for (let k = 0; k < told; k += 1) hash = Math.imul(hash ^ touchpoints[k]!, 0x9e3779b1);
    hash ^= hash >>> 15;
    const mask = this.table.length - 1;
    let at = hash & mask;
    for (let place = this.table[at]!; place > 0; place = this.table[at]!) {
      if (this.isAt(place - 1, hash, code, told, touchpoints)) {
        this.counts[place - 1]! += 1;
        return;
      }
      at = (at + 1) & mask;
    }
    this.append(hash, code, told, touchpoints);
    this.table[at] = this.size;
    if (2 * this.size >= this.table.length) this.grow();
  }

  private isAt(index: number, hash: number, code: number, told: number, touchpoints: Int32Array) {
    const start = this.starts[index]!;
    if (this.hashes[index] !== hash || this.codes[index] !== code) return false;
    if (this.starts[index + 1]! - start !== told) return false;
    for (let k = 0; k < told; k += 1)
      if (this.touchpoints[start + k] !== touchpoints[k]) return false;
    return true;
  }

  private append(hash: number, code: number, told: number, touchpoints: Int32Array): void {
    const start = this.starts[this.size]!;
    if (start + told > this.touchpoints.length) {
      const more = new Uint16Array(2 * this.touchpoints.length);
      more.set(this.touchpoints);
      this.touchpoints = more;
    }
    for (let k = 0; k < told; k += 1) this.touchpoints[start + k] = touchpoints[k]!;
    this.hashes[this.size] = hash;
    this.codes[this.size] = code;
    this.counts[this.size] = 1;
    this.size += 1;
    this.starts[this.size] = start + told;
  }

  private grow(): void {
    const length = 2 * this.table.length;
    const longer = <List extends Int32Array | Uint8Array>(list: List, more: List): List => {
      more.set(list);
      return more;
    };
    this.hashes = longer(this.hashes, new Int32Array(length));
    this.counts = longer(this.counts, new Int32Array(length));
    this.codes = longer(this.codes, new Uint8Array(length));
    this.starts = longer(this.starts, new Int32Array(length + 1));
    this.table = new Int32Array(length);
    for (let index = 0; index < this.size; index += 1) {
      let at = this.hashes[index]! & (length - 1);
      while (this.table[at] !== 0) at = (at + 1) & (length - 1);
      this.table[at] = index + 1;
    }
  }

  /** Adds what was kept to paths by text, in the order in which they were first walked. */
  settle(paths: Map<string, number>): void {
    for (let index = 0; index < this.size; index += 1) {
      const code = this.codes[index]!;
      const touchpoints = this.touchpoints.subarray(this.starts[index], this.starts[index + 1]);
      const key = keyOfPath(code >> 1, (code & 1) === 1, touchpoints);
      paths.set(key, (paths.get(key) ?? 0) + this.counts[index]!);
    }
    this.table.fill(0);
    this.size = 0;
  }
}
