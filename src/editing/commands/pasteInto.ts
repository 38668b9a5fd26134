import type { Editor } from '../editor';
import type { CanvasPort, CommandContext } from './command';
import { lastCutOf } from './cuts';
import { besides, pasted } from './paste';
import { MOST_LINES, pastedLines, textLinesOf } from './pasteLines';
import { placeAfter } from './placing';

/**
 * Pastes a text into the map: records of ours, or lines written elsewhere. One that cannot be is
 * refused on screen.
 */
export function pasteInto(
  editor: Editor,
  text: string,
  canvas: CanvasPort | null,
  from?: CommandContext['from'],
): void {
  const { map, selection } = editor.store.getState();
  const listed = from === 'outline' ? placeAfter(map, selection) : null;
  const place = listed ?? canvas?.pointer() ?? null;
  const [chosen = ''] = selection.map(({ id }) => id);
  const near = map.stages[chosen] ? chosen : (map.touchpoints[chosen] ?? map.notes[chosen])?.stage;
  const into = near ?? place?.stage ?? null;
  const ours = pasted(map, text, place && besides(map, place), into, lastCutOf(editor, text));
  const lines = ours ? null : textLinesOf(text);
  if (lines && lines.length > MOST_LINES) {
    editor.announce('command.said.tooMany', { count: lines.length, most: MOST_LINES }, true);
    return;
  }
  const asNotes = map.notes[chosen] !== undefined;
  const paste = ours ?? (lines && pastedLines(map, lines, { place, asNotes }));
  if (!paste) {
    editor.announce('command.said.notOurs', {}, true);
    return;
  }
  const { edit, select, made } = paste;
  const said = { id: 'command.said.pasted', values: { count: select.length } } as const;
  editor.edit('command.edit.paste', edit, { select, asked: made, said });
  canvas?.reveal(...select);
}
