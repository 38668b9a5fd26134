import { reroute } from '../../map/edits';
import { middle, type Point, right } from '../../map/layout';
import { cardAt } from '../scene';
import { AT_REST } from '../state';
import type { DragGesture, GestureContext } from './gesture';

/** Pulls a new transition out of a touchpoint: onto another, or into the open for a new one. */
export function pullTransition(context: GestureContext, from: string): DragGesture {
  const { store } = context;
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
      context.make((making) => {
        if (over !== null) making.join(from, over);
        else making.addConnected(from, at);
      });
    },
    cancel() {
      store.setState(AT_REST);
    },
  };
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
      context.make(({ sayConnected }) => {
        if (end === 'from') sayConnected(over, before.to);
        else sayConnected(before.from, over);
      });
    },
    cancel() {
      store.setState(AT_REST);
    },
  };
}
