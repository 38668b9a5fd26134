import type { News } from './announce';
import type { BadRow } from './quarantine';
import type { Store } from './store';

/** What every part of storage works with. */
export interface Context {
  readonly store: Store;
  readonly tab: string;
  /** UTC timestamp of now. */
  now(): string;
  /** Tells this tab's and other tabs' listeners. */
  announce(news: News): void;
  /** Hands over rows that could not be read. */
  report(bad: readonly BadRow[]): Promise<void>;
}
