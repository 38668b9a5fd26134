import { type JourneyMap } from '../schema';

/** Does following `parent` from this comment lead back to it? */
export function answersItself(
  comments: Readonly<Record<string, Pick<JourneyMap['comments'][string], 'parent'>>>,
  id: string,
): boolean {
  const seen = new Set<string>();
  let next = comments[id]?.parent ?? null;
  while (next !== null && !seen.has(next)) {
    if (next === id) return true;
    seen.add(next);
    next = comments[next]?.parent ?? null;
  }
  return false;
}
