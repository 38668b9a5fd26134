import { isSelected, toggle } from '../../editing';
import type { Target } from '../../map/schema';
import { carryStage } from './carryStage';
import {
  afterSlack,
  type DragGesture,
  type Gesture,
  type GestureContext,
  type PointerInput,
} from './gesture';
import type { Hit } from './hit';
import { marquee } from './marquee';
import { moveCards } from './moveCards';
import { carryEnd, pullTransition } from './pull';

/** The gesture that begins when the main button is pressed on something. */
export function press(context: GestureContext, event: PointerInput, hit: Hit): Gesture {
  const { editor } = context;
  switch (hit.kind) {
    case 'pull':
      return afterSlack(
        event,
        () => pullTransition(context, hit.touchpoint),
        () => {
          context.make(({ addConnected }) => {
            addConnected(hit.touchpoint);
          });
        },
      );
    case 'grip':
      return afterSlack(
        event,
        () => carryEnd(context, hit.transition, hit.end),
        () => undefined,
      );
    case 'item':
      return pressItem(context, event, hit.target);
    case 'pane':
      return afterSlack(
        event,
        () => marquee(context, event),
        () => {
          if (!event.shiftKey) editor.select([]);
        },
      );
  }
}

function pressItem(context: GestureContext, event: PointerInput, target: Target): Gesture {
  const { editor } = context;
  const before = editor.store.getState().selection;
  const wasSelected = isSelected(before, target);
  // Selected at once, so that a drag carries it; a click on one of several keeps only that one.
  if (event.shiftKey) editor.select(toggle(before, target));
  else if (!wasSelected) editor.select([target]);
  return afterSlack(
    event,
    () => {
      if (event.shiftKey && wasSelected) editor.select(before);
      if (target.collection === 'stages') return carryStage(context, target.id);
      return target.collection === 'transitions' ? NO_DRAG : moveCards(context, event);
    },
    () => {
      if (!event.shiftKey && wasSelected && before.length > 1) editor.select([target]);
    },
  );
}

/** A transition is selected by a press and dragged by its ends only. */
const NO_DRAG: DragGesture = {
  move: () => undefined,
  end: () => undefined,
  cancel: () => undefined,
};
