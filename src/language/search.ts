/** What can be found by typing: a label and a quieter second text. */
export interface Searchable {
  readonly label: string;
  readonly hint?: string | undefined;
}

/** Text without case and marks, so that `uber` finds `Über`. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The options whose label or hint has every word of the query; those that begin with it first. */
export function matching<Option extends Searchable>(
  options: readonly Option[],
  query: string,
): readonly Option[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return options;
  const first = words.join(' ');
  const found = options.filter(({ label, hint = '' }) => {
    const text = folded(`${label} ${hint}`);
    return words.every((word) => text.includes(word));
  });
  const starts = (option: Option) => folded(option.label).startsWith(first);
  return [...found.filter(starts), ...found.filter((option) => !starts(option))];
}
