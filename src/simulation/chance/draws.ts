import { firstOfPcg4d, pcg4d } from './pcg4d';

/**
 * A draw is a function of (seed, customer, purpose, id, visit) and of nothing else. Ids enter by
 * their own hash, never by their place in the map, so a touchpoint added elsewhere changes nobody's
 * luck.
 */

export const PURPOSES = {
  /** Which persona. */
  persona: 1,
  /** The value of an attribute; keyed by the attribute. */
  attribute: 2,
  /** Which entry. */
  entry: 3,
  /** A visit to a touchpoint: word 0 chooses the transition, words 2 and 3 its delay. */
  visit: 4,
  /** The arm of a campaign; keyed by the campaign. */
  arm: 5,
  /** A random-share clause; keyed by the clause. */
  share: 6,
} as const;

const VISIT = PURPOSES.visit << 24;

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
const TWO_32 = 0x100000000;
/** Exact, so multiplying is dividing by 2^52, and by 2^32. */
const PER_52 = 1 / 0x10000000000000;
const PER_32 = 1 / TWO_32;

/** A uniform number strictly between 0 and 1 from two words: 52 bits and a half. */
function uniformOf(highWord: number, lowWord: number): number {
  return ((highWord >>> 6) * TWO_26 + (lowWord >>> 6) + 0.5) * PER_52;
}

/** The lowest bits of a word hardly change from one visit to the next: the highest are laid over them. */
const folded = (word: number): number => (word ^ (word >>> 16)) >>> 0;

/** The word of a choice below which a share of 1 lies: `choice() < share` exactly where the word is less. */
export const wordOfShare = (share: number): number => Math.ceil(share * TWO_32 - 0.5);

/**
 * All draws under one seed. Each customer has a key of 128 bits of their own (pcg4d twice over seed and
 * number, one-to-one, so no two customers share one), and each draw a block made from that key, the
 * id, the purpose and the visit.
 */
export class Draws {
  /** The block last made: word 0 chooses, 2 and 3 are the delay; `once` reads 0 and 1. */
  private readonly words = new Int32Array(4);
  private readonly key = new Int32Array(4);
  private readonly seedLow: number;
  private readonly seedHigh: number;
  private customer = -1;

  /** `seed`: an integer from 0 to 2^53 − 1. */
  constructor(seed: number) {
    this.seedLow = seed | 0;
    this.seedHigh = Math.floor(seed / TWO_32) | 0;
  }

  /** One uniform for a purpose; where it needs no id, none is given. */
  once(customer: number, purpose: number, { low, high }: IdKey = NO_ID): number {
    this.make(customer, low, high, purpose << 24);
    return uniformOf(this.words[0]!, this.words[1]!);
  }

  /** Makes the block of a visit (from 1); read it with `choice` and `delay` before the next. */
  visit(customer: number, { low, high }: IdKey, visit: number): void {
    this.make(customer, low, high, VISIT | visit);
  }

  /** The same for the customer whose key was made last; returns the word of the choice. */
  visitWord(low: number, high: number, visit: number): number {
    const { key, words } = this;
    pcg4d(key[0]! ^ low, key[1]! ^ high, (key[2]! + (VISIT | visit)) | 0, key[3]!, words);
    return folded(words[0]!);
  }

  /** The choice of a transition, of the visit last made: 32 bits and a half. */
  choice(): number {
    return (folded(this.words[0]!) + 0.5) * PER_32;
  }

  /** How long, of the visit last made. */
  delay(): number {
    return uniformOf(this.words[2]!, this.words[3]!);
  }

  /** The customer's own key: four words. */
  keyOf(customer: number): Int32Array {
    const { key } = this;
    if (customer !== this.customer) {
      pcg4d(customer, this.seedLow, this.seedHigh, 0, key);
      pcg4d(key[0]!, key[1]!, key[2]!, key[3]!, key);
      this.customer = customer;
    }
    return key;
  }

  private make(customer: number, low: number, high: number, what: number): void {
    const key = this.keyOf(customer);
    pcg4d(key[0]! ^ low, key[1]! ^ high, (key[2]! + what) | 0, key[3]!, this.words);
  }
}

/** The first word of a visit's block, by the customer's key: what `choice` reads. */
export function choiceWord(
  key0: number,
  key1: number,
  key2: number,
  key3: number,
  low: number,
  high: number,
  visit: number,
): number {
  return folded(firstOfPcg4d(key0 ^ low, key1 ^ high, (key2 + (VISIT | visit)) | 0, key3));
}
