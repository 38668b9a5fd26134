import type { ReactNode } from 'react';
import type { ColorName } from './colors';

/** One line of the list of a combo box. */
export interface ComboOption {
  readonly id: string;
  readonly label: string;
  /** A quieter second text, e.g. the stage of a touchpoint; searched too. */
  readonly hint?: string | undefined;
  readonly color?: ColorName | undefined;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
}
