import type { Score } from './score';

/** Of those who are on the way at a place of the replay, the one with the longest walk; at the end, of all. */
export function longestWalk({ walks: { first }, endPlace }: Score, place: number): number {
  const length = (walk: number) => first[walk + 1]! - first[walk]!;
  const isOnTheWay = (walk: number) => endPlace[walk]! > place;
  let found = 0;
  for (let walk = 1; walk < first.length - 1; walk += 1) {
    const better = Number(isOnTheWay(walk)) - Number(isOnTheWay(found));
    if (better > 0 || (better === 0 && length(walk) > length(found))) found = walk;
  }
  return found;
}
