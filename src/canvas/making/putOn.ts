import {
  addStage,
  addTouchpoint,
  freePlace,
  kindOfNext,
  makeRoom,
  type Placeable,
  sayAdded,
} from '../../editing/commands';
import { type Editor, fold, makeNamed, whereabouts } from '../../editing';
import type { MessageId } from '../../language';
import { addRecord, type Edit, insertIntoTransition, inTurn, reorder } from '../../map/edits';
import { CARD_SIZE, NOTE_SIZE, placeAt, type Point } from '../../map/layout';
import { newId } from '../../map/records';
import type { Target } from '../../map/schema';
import { type Scene, stageSlot, transitionAt } from '../scene';

/** Puts something new at a point of the canvas and has its name typed; on a transition, a card is inserted into it. */
export function putOn(editor: Editor, scene: Scene, kind: Placeable, at: Point): void {
  const onto = insertsInto(scene, kind, at);
  const { target, label, edit } = additionOf(editor, scene, kind, at, onto);
  if (!makeNamed(editor, label, edit, target)) return;
  const place = whereabouts(editor.store.getState().map, target);
  if (onto !== null && place) editor.announce('canvas.said.inserted', place);
  else sayAdded(editor, target);
}

/** The transition that a card put at a point is inserted into: nobody goes on from an outcome, or into an entry. */
export function insertsInto(scene: Scene, kind: Placeable, at: Point): string | null {
  return kind === 'touchpoint' || kind === 'decision' ? transitionAt(scene, at) : null;
}

/** The top left corner, in its stage, of something whose middle is at a point: the stage is the one under the point. */
export function cornerAt({ bands }: Scene, at: Point, size: typeof CARD_SIZE | typeof NOTE_SIZE) {
  const { stage, x, y } = placeAt(bands, at);
  return { stage, x: x - size.width / 2, y: y - size.height / 2 };
}

/** What is added to the map, and how the step is called. */
interface Addition {
  readonly target: Target;
  readonly label: MessageId;
  readonly edit: Edit;
}

function additionOf(
  editor: Editor,
  scene: Scene,
  kind: Placeable,
  at: Point,
  onto: string | null,
): Addition {
  const { map } = editor.store.getState();
  const id = newId();
  if (kind === 'stage') {
    const { before } = stageSlot(scene, at.x);
    const edit = inTurn(addStage(id, null), reorder('stages', id, before));
    return { target: { collection: 'stages', id }, label: 'command.insert.stage', edit };
  }
  const size = kind === 'note' ? NOTE_SIZE : CARD_SIZE;
  const corner = cornerAt(scene, at, size);
  if (corner.stage !== null) fold(editor, corner.stage, false);
  if (kind === 'note') {
    const { stage, ...position } = freePlace(map, corner, size);
    const edit = addRecord('notes', { stage, position }, id);
    return { target: { collection: 'notes', id }, label: 'command.insert.note', edit };
  }
  const target = { collection: 'touchpoints', id } as const;
  const input = { kind: kind === 'touchpoint' ? kindOfNext(map) : kind };
  if (onto === null) {
    const edit = addTouchpoint(id, freePlace(map, corner), input);
    return { target, label: `command.insert.${kind}`, edit };
  }
  const edit = inTurn(
    addTouchpoint(id, corner, input),
    insertIntoTransition(onto, id),
    makeRoom(id),
  );
  return { target, label: 'canvas.step.insert', edit };
}
