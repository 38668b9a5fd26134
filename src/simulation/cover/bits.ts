/** A set of small whole numbers, as bits. */
export type Bits = Uint32Array;

/** A set of numbers below `size`. */
export function bitsOf(size: number, members: Iterable<number>): Bits {
  const bits = new Uint32Array(Math.ceil(size / 32));
  for (const member of members) bits[member >>> 5]! |= 1 << (member & 31);
  return bits;
}

/** Is the number in the set? */
export function has(bits: Bits, member: number): boolean {
  return (bits[member >>> 5]! & (1 << (member & 31))) !== 0;
}

/** Is everything of the one in the other? */
export function isSubset(inner: Bits, outer: Bits): boolean {
  for (let k = 0; k < inner.length; k += 1) if ((inner[k]! & ~outer[k]!) !== 0) return false;
  return true;
}

/** The numbers of the first that are not in the second; both of one size. */
export function without(bits: Bits, other: Bits): Bits {
  return bits.map((word, k) => word & ~other[k]!);
}

/** The numbers that are in both; both of one size. */
export function both(bits: Bits, other: Bits): Bits {
  return bits.map((word, k) => word & other[k]!);
}

/** How many numbers it has. */
export function countOf(bits: Bits): number {
  let count = 0;
  for (let word of bits) for (; word !== 0; word &= word - 1) count += 1;
  return count;
}

/** How many members the two have in common. */
export function shared(bits: Bits, other: Bits): number {
  let count = 0;
  for (let k = 0; k < bits.length; k += 1) {
    for (let word = bits[k]! & other[k]!; word !== 0; word &= word - 1) count += 1;
  }
  return count;
}

/** Its numbers, in rising order. */
export function* membersOf(bits: Bits): Generator<number> {
  for (let k = 0; k < bits.length; k += 1) {
    for (let word = bits[k]!; word !== 0; word &= word - 1) {
      yield k * 32 + 31 - Math.clz32(word & -word);
    }
  }
}
