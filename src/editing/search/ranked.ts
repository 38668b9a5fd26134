import { folded } from '../../language';

/** A command as people may call it. */
export interface Called {
  readonly title: string;
  /** Other words for it, set apart by spaces. */
  readonly words: string;
}

const wordsOf = (text: string) => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** How well a word of the query fits, the less the better; null where it does not. */
function fit(asked: string, title: readonly string[], words: readonly string[]): number | null {
  if (title.includes(asked) || words.includes(asked)) return 0;
  if (title.some((word) => word.startsWith(asked))) return 1;
  if (words.some((word) => word.startsWith(asked))) return 2;
  // A part in the middle of a word says little of its own where it is short.
  if (asked.length > 2 && title.some((word) => word.includes(asked))) return 3;
  return null;
}

/**
 * Those that every word of the query fits, the best first: whole words before beginnings, beginnings before
 * parts; among equals those whose title begins with it, then as they come.
 */
export function ranked<One extends Called>(all: readonly One[], query: string): readonly One[] {
  const asked = wordsOf(query);
  if (asked.length === 0) return all;
  const found = all.flatMap((one) => {
    const title = wordsOf(one.title);
    const words = wordsOf(one.words);
    const fits = asked.map((word) => fit(word, title, words));
    const worst = fits.reduce((a, b) => (a === null || b === null ? null : Math.max(a, b)), 0);
    if (worst === null) return [];
    const begins = title.join(' ').startsWith(asked.join(' '));
    return [{ one, rank: worst * 2 + (begins ? 0 : 1) }];
  });
  return found.toSorted((a, b) => a.rank - b.rank).map(({ one }) => one);
}
