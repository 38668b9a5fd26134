import { stacksOf } from './stacks';
import type { JournalEntry, UndoStep } from './types';

/** Steps of undo, and of redo, whose entries stay in the journal; and entries that stay in any case. */
const REACH = 500;
/** Entries that stay for the sake of undo and redo at most: several tabs may need their own. */
const MOST_KEPT = 2_000;

/**
 * The last entry of a journal that neither undo nor redo needs, for each tab among the last writers. No step is cut in
 * two: undo would end in the middle of a gesture.
 */
export function lastUnneeded(entries: readonly JournalEntry[], head: number): number {
  const late = entries.filter(({ seq }) => seq > head - REACH);
  const stacks = [...new Set(late.map(({ tab }) => tab))].map((tab) => stacksOf(entries, tab));
  const all = stacks.flatMap(({ undo, redo }) => [undo, redo]);
  const needed = all.flatMap((stack) => stack.slice(-REACH)).map(firstOf);
  const last = Math.min(head - REACH, ...needed.map((seq) => seq - 1));
  const cut = all
    .flat()
    .sort((one, other) => firstOf(other) - firstOf(one))
    .reduce(
      (at, step) => (firstOf(step) <= at && at < lastOf(step) ? firstOf(step) - 1 : at),
      last,
    );
  return Math.max(cut, head - MOST_KEPT);
}

const firstOf = ({ entries }: UndoStep): number => entries[0]?.seq ?? 0;
const lastOf = ({ entries }: UndoStep): number => entries.at(-1)?.seq ?? 0;
