/** What can be found by typing: a label and a quieter second text. */
export interface Searchable {
  readonly label: string;
  readonly hint?: string | undefined;
}

/** Letters that no decomposition takes apart, and how they are typed without their key. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  þ: 'th',
};
const UNDECOMPOSED = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/**
 * Text without case, accents and forms of width, so that `uber` finds `Über`, `strasse` finds `Straße` and
 * `abc` finds `ＡＢＣ`. Marks that are vowels of their script, as in Hindi or Thai, stay.
 */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(?=\p{M})\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(UNDECOMPOSED, (letter) => PLAIN[letter] ?? letter);
}

/** Returns the test that a text passes when it has every word of a query, in any order. */
export function finds(query: string): (text: string) => boolean {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  return (text) => {
    const plain = folded(text);
    return words.every((word) => plain.includes(word));
  };
}

/** The options whose label or hint has every word of the query; those that begin with it first. */
export function matching<Option extends Searchable>(
  options: readonly Option[],
  query: string,
): readonly Option[] {
  const first = folded(query).trim().replace(/\s+/g, ' ');
  if (first === '') return options;
  const isFound = finds(query);
  const found = options.filter(({ label, hint = '' }) => isFound(`${label} ${hint}`));
  const starts = (option: Option) => folded(option.label).startsWith(first);
  return [...found.filter(starts), ...found.filter((option) => !starts(option))];
}
