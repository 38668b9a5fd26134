import type { ReactNode } from 'react';
import type { ColorName } from './colors';

export interface ComboOption {
  readonly id: string;
  readonly label: string;
  /** A quieter second text, e.g. the stage of a touchpoint; searched too. */
  readonly hint?: string | undefined;
  readonly color?: ColorName | undefined;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
}

/** Text without case and marks, so that `uber` finds `Über`. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The options whose label or hint has every word of the query; those that begin with it first. */
export function matching(options: readonly ComboOption[], query: string): readonly ComboOption[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return options;
  const first = words.join(' ');
  const found = options.filter(({ label, hint = '' }) => {
    const text = folded(`${label} ${hint}`);
    return words.every((word) => text.includes(word));
  });
  const starts = (option: ComboOption) => folded(option.label).startsWith(first);
  return [...found.filter(starts), ...found.filter((option) => !starts(option))];
}

/** The next option that can be chosen, going round; -1 when there is none. */
export function nextEnabled(options: readonly ComboOption[], from: number, step: 1 | -1): number {
  for (let tried = 1; tried <= options.length; tried += 1) {
    const index = (from + step * tried + options.length * (tried + 1)) % options.length;
    if (!options[index]?.disabled) return index;
  }
  return -1;
}
