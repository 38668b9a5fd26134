const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The characters of a text as people see them, each of one code point or several. */
export function charactersOf(text: string): string[] {
  // The segmenter is slow, and in plain ASCII without line breaks every unit is a character.
  if (/^[ -~]*$/.test(text)) return text.split('');
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/**
 * The beginning of a text, at most `most` UTF-16 units long, as schemas count. It ends between characters as people see
 * them: an emoji of several code points stays whole or goes.
 */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = graphemes.segment(text).containing(most)?.index ?? most;
  // One endless character: better half of it than nothing.
  return end > 0 ? text.slice(0, end) : text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}

/** The text, or its beginning with an ellipsis: `most` UTF-16 units in all. */
export function elided(text: string, most: number): string {
  return text.length <= most ? text : `${cut(text, Math.max(1, most - 1)).trimEnd()}…`;
}
