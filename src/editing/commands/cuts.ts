import { applyEdit, type Edit, replayed } from '../../map/edits';
import { type JourneyMap } from '../../map/schema';
import { type Editor } from '../editor';
import { type Step, stepFrom, takeBack } from '../history';
import { type Selection } from '../selection';

// Somebody cuts a touchpoint and pastes it in another stage. They mean to move it. So the paste takes
// the cut back, which brings the same records with their ids and all that went with them, and puts
// them where they are pasted.

/** What was cut last: how to bring it back into the map as it is by then. */
export interface Cut {
  readonly targets: Selection;
  /** null when something of it is there again: then the paste makes copies. */
  readonly bringBack: (map: JourneyMap) => Edit | null;
}

const lastCuts = new WeakMap<Editor, { readonly text: string; readonly cut: Cut }>();

/** Remembers a cut of `targets` from `map`, with the text that went to the clipboard. */
export function rememberCut(
  editor: Editor,
  text: string,
  map: JourneyMap,
  taking: Edit,
  targets: Selection,
): void {
  const { map: after, patches, inverse } = applyEdit(map, taking);
  const step = stepFrom('command.edit.cut', '', patches, inverse, after);
  lastCuts.set(editor, {
    text,
    cut: { targets, bringBack: (now) => takenBack(now, step, targets) },
  });
}

/** The last cut of this editor, if it is what the text holds. */
export function lastCutOf(editor: Editor, text: string): Cut | null {
  const last = lastCuts.get(editor);
  // A clipboard may change the ends of lines.
  return last && text.replaceAll('\r', '') === last.text ? last.cut : null;
}

function takenBack(map: JourneyMap, step: Step, targets: Selection): Edit | null {
  const isThere = targets.some(({ collection, id }) => Object.hasOwn(map[collection], id));
  if (isThere) return null;
  const { patches } = takeBack(map, step);
  return replayed(patches);
}
