/** Words of so many letters may be wider than what they stand in. */
const LONG = /\p{L}{12,}/gu;
/**
 * Before a consonant that a vowel follows, and at least three letters from the beginning: where German and Malay words
 * may be broken, and long words of other languages can be. `ch`, `ck`, `ph`, `sch` and `th` stay together.
 */
const BREAK =
  /(?<=\p{L}{3})(?<![cpst](?=h)|s(?=ch))(?=(?:s?ch|ck|[pt]h|[^\P{L}aeiouyäöü])[aeiouyäöü]\p{L})/giu;

/**
 * A text whose long words have soft hyphens, at which they break if they must. Browsers hyphenate by themselves only in
 * languages they have a dictionary of; without, a word is broken anywhere and no hyphen tells.
 */
export function withSoftBreaks(text: string): string {
  return text.replace(LONG, (word) => word.replace(BREAK, '\u00AD'));
}
