import { addRecord, connect, inTurn, removeRecords } from '../../map/edits';
import { bandsOf, NOTE_SIZE, notesOf, right } from '../../map/layout';
import { newId } from '../../map/records';
import type { JourneyMap, Target } from '../../map/schema';
import type { Editor } from '../editor';
import type { Made } from '../editorState';
import { makeNamed } from '../firstName';
import { whereabouts } from '../whereabouts';
import { sayWhoGoes } from './connected';
import { freePlace } from './freePlace';
import { addStage, addTouchpoint, landing, placeBeside } from './placing';

/** A new touchpoint that follows another, its name typed next. */
export function makeConnected(
  editor: Editor,
  from: string,
  place = placeBeside(editor.store.getState().map, from, { x: 1, y: 0 }),
  after?: Target,
): Target | null {
  const target = { collection: 'touchpoints', id: newId() } as const;
  const edit = inTurn(addTouchpoint(target.id, place), connect(from, target.id));
  const options = after ? { after } : {};
  if (!makeNamed(editor, 'canvas.step.add', edit, target, options)) return null;
  if (!sayWhoGoes(editor, from, target.id)) sayAdded(editor, target);
  return target;
}

/**
 * Makes what comes after something that has just been named: after a touchpoint one that follows it, below an outcome
 * another, behind a stage the next stage, beside a note another note. Without a name it goes again ({@link giveUp}).
 */
export function makeNext(editor: Editor, after: Target): Target | null {
  const { map } = editor.store.getState();
  const { collection, id } = after;
  const isOutcome = map.touchpoints[id]?.kind === 'outcome';
  if (collection === 'touchpoints' && !isOutcome) {
    return makeConnected(editor, id, undefined, after);
  }
  const target = { collection, id: newId() };
  const [label, edit] = nextOf(map, after, target.id);
  if (!makeNamed(editor, label, edit, target, { after })) return null;
  sayAdded(editor, target);
  return target;
}

function nextOf(map: JourneyMap, { collection, id }: Target, next: string) {
  if (collection === 'stages') return ['command.insert.stage', addStage(next, id)] as const;
  if (collection === 'touchpoints') {
    const below = placeBeside(map, id, { x: 0, y: 1 });
    return ['command.insert.outcome', addTouchpoint(next, below, { kind: 'outcome' })] as const;
  }
  const rect = notesOf(map).get(id) ?? { x: 0, y: 0, ...NOTE_SIZE };
  const beside = landing(bandsOf(map), { ...rect, x: right(rect) + GAP });
  const { stage, ...position } = freePlace(
    map,
    { stage: beside.stage, ...beside.position },
    NOTE_SIZE,
  );
  const color = map.notes[id]?.color;
  return ['command.insert.note', addRecord('notes', { stage, position, color }, next)] as const;
}

/** Between two notes. */
const GAP = 24;

/** Takes what was made in passing and got no name off the map. */
export function giveUp(editor: Editor, target: Target, { map }: Made): void {
  // Where nothing else has changed since, it is as if it had not been made.
  if (editor.store.getState().map === map) editor.undo();
  else editor.edit('command.edit.delete', removeRecords([target]));
}

/** Announces that something was added, and where. */
export function sayAdded(editor: Editor, target: Target): void {
  const place = whereabouts(editor.store.getState().map, target);
  if (place) editor.announce('canvas.said.added', place);
}
