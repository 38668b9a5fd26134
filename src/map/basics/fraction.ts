/** A part of a whole, or a sum by a count; 0 of nothing. */
export function fraction(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
