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

/** The next option that can be chosen, going round; -1 when there is none. */
export function nextEnabled(options: readonly ComboOption[], from: number, step: 1 | -1): number {
  for (let tried = 1; tried <= options.length; tried += 1) {
    const index = (from + step * tried + options.length * (tried + 1)) % options.length;
    if (!options[index]?.disabled) return index;
  }
  return -1;
}
