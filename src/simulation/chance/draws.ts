import { block, philox } from './philox';

/**
 * A draw is a function of (seed, customer, purpose, id, visit) and of nothing else. The seed is the
 * key of the block; customer, id and visit its counter. Ids enter by their own hash, never by their
 * place in the map, so a touchpoint added elsewhere changes nobody's luck.
 */

export const PURPOSES = {
  /** Which persona. */
  persona: 1,
  /** The value of an attribute; keyed by the attribute. */
  attribute: 2,
  /** Which entry. */
  entry: 3,
  /** A visit to a touchpoint: words 0–1 choose the way on, words 2–3 its delay. */
  visit: 4,
  /** The arm of a campaign; keyed by the campaign. */
  arm: 5,
  /** A random-share clause; keyed by the clause. */
  share: 6,
} as const;

/** 64 bits that stand for an id. */
export interface IdKey {
  readonly low: number;
  readonly high: number;
}

/** Two independent 32-bit hashes (FNV-1a steps, finished as in MurmurHash3). */
export function keyOfId(id: string): IdKey {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let index = 0; index < id.length; index += 1) {
    const code = id.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x5bd1e995);
    high ^= high >>> 15;
  }
  return { low: finish(low ^ id.length), high: finish(high ^ low) };
}

function finish(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

const NO_ID: IdKey = { low: 0, high: 0 };
const TWO_26 = 0x4000000;
const TWO_52 = 0x10000000000000;

/** A uniform number strictly between 0 and 1 from two words: 52 bits and a half. */
function uniformOf(highWord: number, lowWord: number): number {
  return ((highWord >>> 6) * TWO_26 + (lowWord >>> 6) + 0.5) / TWO_52;
}

/** All draws under one seed. */
export class Draws {
  readonly keyLow: number;
  readonly keyHigh: number;

  /** `seed`: an integer from 0 to 2^53 − 1. */
  constructor(seed: number) {
    this.keyLow = seed | 0;
    this.keyHigh = Math.floor(seed / 0x100000000) | 0;
  }

  /** One uniform for a purpose; where it needs no id, none is given. */
  once(customer: number, purpose: number, { low, high }: IdKey = NO_ID): number {
    philox(customer, low, high, purpose << 24, this.keyLow, this.keyHigh);
    return uniformOf(block[0]!, block[1]!);
  }

  /** Makes the block of a visit (from 1); read it with `choice` and `delay` before the next. */
  visit(customer: number, { low, high }: IdKey, visit: number): void {
    philox(customer, low, high, (PURPOSES.visit << 24) | visit, this.keyLow, this.keyHigh);
  }

  /** Which way on, of the visit last made. */
  choice(): number {
    return uniformOf(block[0]!, block[1]!);
  }

  /** How long, of the visit last made. */
  delay(): number {
    return uniformOf(block[2]!, block[3]!);
  }
}
