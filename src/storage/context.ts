import type { News } from './newsRelay';
import type { LetterCopies } from './letterCopies';
import type { BadRow } from './quarantine';
import type { Letterbox, Store } from './store';

/** What every part of storage works with. */
export interface Context {
  readonly store: Store;
  /** Where leaving pages put their last edits. */
  readonly letters: Letterbox;
  /** The same letters where nothing can hold them up. */
  readonly copies: LetterCopies;
  readonly tab: string;
  /** UTC timestamp of now. */
  now(): string;
  /** Notifies this tab's and other tabs' listeners. */
  announce(news: News): void;
  /** Puts rows that could not be read into quarantine; false if that failed. Never rejects. */
  report(bad: readonly BadRow[]): Promise<boolean>;
}
