import { addTouchpoint, freePlace, placeBeside, sayConnected } from '../../editing/commands';
import type { Editor } from '../../editing';
import { connect, inTurn, reroute } from '../../map/edits';
import { CARD_SIZE, middle, placeAt, type Point, right } from '../../map/layout';
import { newId } from '../../map/records';
import { cardAt } from '../scene';
import { AT_REST } from '../state';
import type { DragGesture, GestureContext } from './gesture';

/** Pulls a new transition out of a touchpoint: onto another, or into the open for a new one. */
export function pullTransition(context: GestureContext, from: string): DragGesture {
  const { store, editor } = context;
  const card = context.scene().cards.get(from);
  const fixed: Point = card ? { x: right(card), y: middle(card).y } : { x: 0, y: 0 };
  return {
    move(event) {
      const loose = context.toCanvas(event);
      const over = cardAt(context.scene(), loose);
      store.setState({ line: { fixed, loose, isEnd: true, over, transition: null } });
    },
    end(event) {
      store.setState(AT_REST);
      const at = context.toCanvas(event);
      const over = cardAt(context.scene(), at);
      if (over !== null) {
        join(editor, from, over);
        return;
      }
      const corner = { x: at.x, y: at.y - CARD_SIZE.height / 2 };
      const place = placeAt(context.scene().bands, corner);
      addConnected(editor, from, freePlace(editor.store.getState().map, place));
    },
    cancel() {
      store.setState(AT_REST);
    },
  };
}

/** A new touchpoint that follows another, its name ready to be typed. */
export function addConnected(
  editor: Editor,
  from: string,
  place = placeBeside(editor.store.getState().map, from, { x: 1, y: 0 }),
): void {
  const id = newId();
  const target = { collection: 'touchpoints', id } as const;
  const edit = inTurn(addTouchpoint(id, place), connect(from, id));
  if (editor.edit('canvas.step.add', edit, { select: [target] })) editor.rename(target);
}

/** Carries one end of a transition to another touchpoint. */
export function carryEnd(
  context: GestureContext,
  transition: string,
  end: 'from' | 'to',
): DragGesture {
  const { store, editor } = context;
  const route = context.scene().routes.get(transition);
  const fixed = (end === 'to' ? route?.start : route?.end) ?? { x: 0, y: 0 };
  return {
    move(event) {
      const loose = context.toCanvas(event);
      const over = cardAt(context.scene(), loose);
      store.setState({ line: { fixed, loose, isEnd: end === 'to', over, transition } });
    },
    end(event) {
      store.setState(AT_REST);
      const over = cardAt(context.scene(), context.toCanvas(event));
      const { map } = editor.store.getState();
      const before = map.transitions[transition];
      if (over === null || !before || before[end] === over) return;
      editor.edit('canvas.step.reroute', reroute(transition, end, over));
      if (end === 'from') sayConnected(editor, over, before.to);
      else sayConnected(editor, before.from, over);
    },
    cancel() {
      store.setState(AT_REST);
    },
  };
}

/** Joins two touchpoints and announces it. */
function join(editor: Editor, from: string, to: string): void {
  const id = newId();
  const select = [{ collection: 'transitions', id } as const];
  if (!editor.edit('canvas.step.connect', connect(from, to, {}, id), { select })) return;
  sayConnected(editor, from, to);
}
