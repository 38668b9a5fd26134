import { duplicate } from '../../map/edits';
import { type Point } from '../../map/layout';
import { type JourneyMap } from '../../map/schema';
import { type Editor } from '../editor';
import { freeShift, rectsOf } from './freeShift';

/**
 * Puts copies of what is selected `by` so far away; without that below it where they cover nothing, or as far as the
 * last copies were moved from what they are copies of.
 */
export function duplicateSelection(editor: Editor, by?: Point): void {
  const { map, selection } = editor.store.getState();
  const originals = selection.map(({ id }) => id);
  const { edit, made } = duplicate(
    map,
    selection,
    by ?? freeShift(map, rectsOf(map, selection), repeatedOffset(editor, originals, map) ?? STAY),
  );
  const select = made.filter(({ collection }) => collection !== 'transitions');
  if (!editor.edit('command.edit.duplicate', edit, { select: [...select] })) return;
  lastCopies.set(editor, { originals, copies: select.map(({ id }) => id) });
  editor.announce('command.said.duplicated', { count: select.length });
}

const STAY = { x: 0, y: 0 };

const lastCopies = new WeakMap<Editor, { originals: string[]; copies: string[] }>();

/** Duplicating the last copies again keeps the distance somebody has moved them by. */
function repeatedOffset(editor: Editor, selected: string[], map: JourneyMap) {
  const last = lastCopies.get(editor);
  const [original, copy] = [last?.originals[0], last?.copies[0]];
  if (original === undefined || copy === undefined || copy !== selected[0]) return undefined;
  const [a, b] = [map.touchpoints[original], map.touchpoints[copy]];
  if (!a || !b || a.stage !== b.stage) return undefined;
  return { x: b.position.x - a.position.x, y: b.position.y - a.position.y };
}
