import { type JourneyMap } from '../schema';

type Comments = Readonly<Record<string, Pick<JourneyMap['comments'][string], 'parent'>>>;

/** Does following `parent` from this comment lead back to it? */
export function answersItself(comments: Comments, id: string): boolean {
  const seen = new Set<string>();
  let next = comments[id]?.parent ?? null;
  while (next !== null && !seen.has(next)) {
    if (next === id) return true;
    seen.add(next);
    next = comments[next]?.parent ?? null;
  }
  return false;
}

/** One comment of every ring of comments that answer one another. Linear in their number. */
export function cyclicComments(comments: Comments): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  for (const start of Object.keys(comments)) {
    const trail = new Set<string>();
    let next: string | null = start;
    while (next !== null && !done.has(next) && !trail.has(next)) {
      trail.add(next);
      next = comments[next]?.parent ?? null;
    }
    if (next !== null && trail.has(next)) found.push(next);
    for (const id of trail) done.add(id);
  }
  return found;
}
