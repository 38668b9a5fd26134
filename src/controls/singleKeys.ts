import { createContext, use } from 'react';

/** Whether shortcuts of a single key (WCAG 2.1.4) work, and how to turn them on or off. */
export interface SingleKeys {
  readonly areOn: boolean;
  readonly turn: (on: boolean) => void;
}

/** On without a provider, and then nothing turns them off. */
export const SingleKeysContext = createContext<SingleKeys>({ areOn: true, turn: () => undefined });

/** Whoever listens for letters, digits or signs that no field gets asks this. */
export function useSingleKeys(): SingleKeys {
  return use(SingleKeysContext);
}
