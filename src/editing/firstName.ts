import type { MessageId } from '../language';
import type { Edit } from '../map/edits';
import type { Target } from '../map/schema';
import type { Editor } from './editor';
import type { Made, RenamePlace } from './editorState';

/** Where a first name is typed, and after what the record was made. */
interface MakeOptions {
  readonly at?: RenamePlace | undefined;
  readonly after?: Target;
}

/**
 * Makes something new, selects it and has its first name typed: making and naming are one step. Returns whether it was
 * made.
 */
export function makeNamed(
  editor: Editor,
  label: MessageId,
  edit: Edit,
  target: Target,
  { at, after }: MakeOptions = {},
): boolean {
  if (!editor.edit(label, edit, { select: [target], gesture: gestureOf(target) })) return false;
  const { map } = editor.store.getState();
  editor.rename(target, at, { label, map, ...(after && { after }) });
  return true;
}

/** Gives a record the name that was typed; the first name of one just made (`made`) joins the step that made it. */
export function giveName(editor: Editor, target: Target, edit: Edit, made?: Made): void {
  if (made) editor.edit(made.label, edit, { gesture: gestureOf(target) });
  else editor.edit('canvas.step.rename', edit);
}

const gestureOf = ({ collection, id }: Target) => `new ${collection} ${id}`;
