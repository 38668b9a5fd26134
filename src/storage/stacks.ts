import type { JournalEntry, UndoStacks, UndoStep } from './types';

/**
 * The undo and redo stacks a tab had, from what it wrote. Steps whose beginning was compacted away
 * keep what is left: an undo without its edit can still be redone, and the other way round.
 */
export function stacksOf(entries: readonly JournalEntry[], tab: string): UndoStacks {
  const undo: UndoStep[] = [];
  let redo: UndoStep[] = [];
  for (const entry of entries) {
    if (entry.tab !== tab) continue;
    const step = { gesture: entry.gesture, label: entry.label, entries: [entry] };
    if (entry.kind === 'undo') {
      take(undo, entry.gesture);
      push(redo, step);
    } else if (entry.kind === 'redo') {
      take(redo, entry.gesture);
      push(undo, step);
    } else {
      redo = [];
      push(undo, step);
    }
  }
  return { undo, redo };
}

/** Several entries of one gesture are one step. */
function push(stack: UndoStep[], step: UndoStep): void {
  const top = stack.at(-1);
  if (top?.gesture === step.gesture) top.entries.push(...step.entries);
  else stack.push(step);
}

function take(stack: UndoStep[], gesture: string): void {
  const place = stack.findLastIndex((step) => step.gesture === gesture);
  if (place >= 0) stack.splice(place, 1);
}
