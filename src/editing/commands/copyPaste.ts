import { removeRecords } from '../../map/edits';
import { type Point } from '../../map/layout';
import { type Editor } from '../editor';
import { idsOf } from '../selection';
import { copied } from './clipboard';
import { type CanvasPort, type Command, type CommandContext } from './command';
import { hasSelection, hasTouchpoint } from './context';
import type * as Copies from './copies';
import { rememberCut } from './cuts';
import type * as Pasting from './pasteInto';

const copy: Command = {
  id: 'edit.copy',
  title: 'command.edit.copy',
  group: 'edit',
  keys: ['Mod+C'],
  byBrowser: true,
  menus: ['touchpoint', 'note', 'stage', 'record', 'selection'],
  isEnabled: hasSelection,
  run: async ({ state, shell, editor }) => {
    const text = copied(state.map, state.selection);
    if (text === null) return;
    await shell.writeClipboard(text);
    editor.announce('command.said.copied', { count: state.selection.length });
  },
};

const cut: Command = {
  id: 'edit.cut',
  title: 'command.edit.cut',
  group: 'edit',
  keys: ['Mod+X'],
  byBrowser: true,
  menus: ['touchpoint', 'note', 'record', 'selection'],
  isEnabled: hasSelection,
  run: async ({ state, shell, editor }) => {
    const text = copied(state.map, state.selection);
    if (text === null) return;
    await shell.writeClipboard(text);
    cutSelection(editor, text);
  },
};

const paste: Command = {
  id: 'edit.paste',
  title: 'command.edit.paste',
  group: 'edit',
  keys: ['Mod+V'],
  byBrowser: true,
  menus: ['canvas', 'touchpoint', 'stage', 'record'],
  run: async ({ editor, shell, canvas, from }) => {
    const text = await shell.readClipboard();
    if (text === null) editor.announce('command.said.noClipboard', {}, true);
    else await pasteText(editor, text, canvas, from);
  },
};

/** Takes the selection out after it was copied as `text`. */
export function cutSelection(editor: Editor, text: string): void {
  const { map, selection } = editor.store.getState();
  const taking = removeRecords(selection);
  const done = editor.edit('command.edit.cut', taking, {
    select: [],
    asked: selection,
    said: { id: 'command.said.cut', values: { count: selection.length } },
  });
  if (done) rememberCut(editor, text, map, taking, selection);
}

type Parts = typeof Pasting & typeof Copies;
let pasting: Parts | null = null;

/**
 * Fetches what only copies need: the parser of files, and what gives copies their ids. From then on a paste is
 * done in the event of its key: what waits for code is lost where the page is left meanwhile.
 */
export async function preparePaste(): Promise<Parts> {
  pasting ??= { ...(await import('./pasteInto')), ...(await import('./copies')) };
  return pasting;
}

/** Puts copies of what is selected beside it, or `by` so far away. */
export function duplicated(editor: Editor, by?: Point): void | Promise<void> {
  if (pasting) pasting.duplicateSelection(editor, by);
  else return preparePaste().then(({ duplicateSelection }) => duplicateSelection(editor, by));
}

/**
 * Pastes a text of the clipboard into the map: records of ours, or lines written elsewhere. One that
 * cannot be is refused on screen.
 */
export async function pasteText(
  editor: Editor,
  text: string,
  canvas: CanvasPort | null,
  from?: CommandContext['from'],
): Promise<void> {
  const { pasteInto } = pasting ?? (await preparePaste());
  pasteInto(editor, text, canvas, from);
}

const duplicate: Command = {
  id: 'edit.duplicate',
  title: 'command.edit.duplicate',
  group: 'edit',
  keys: ['Mod+D'],
  menus: ['touchpoint', 'note', 'selection'],
  isEnabled: (context) =>
    hasTouchpoint(context) || idsOf(context.state.selection, 'notes').length > 0,
  run: ({ editor }) => duplicated(editor),
};

/** Cut, copy, paste and duplicate. */
export const COPY_COMMANDS: readonly Command[] = [cut, copy, paste, duplicate];
