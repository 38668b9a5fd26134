import { isSelected, type Selection, toggle } from '../../editing/selection';
import type { CollectionName, Target } from '../../map/schema';
import { carryStage } from './carryStage';
import { afterSlack, type Gesture, type Hands } from './gesture';
import { marquee } from './marquee';
import { moveCards } from './moveCards';
import { addConnected, carryEnd, pullTransition } from './pull';

const COLLECTIONS_OF: Readonly<Record<string, CollectionName>> = {
  touchpoint: 'touchpoints',
  note: 'notes',
  stage: 'stages',
  transition: 'transitions',
};

/** The record an element of the canvas stands for. */
export function targetOf(element: EventTarget | null): Target | null {
  const item = element instanceof Element ? element.closest<HTMLElement>('[data-item]') : null;
  const collection = COLLECTIONS_OF[item?.dataset.item ?? ''];
  const id = item?.dataset.id;
  return collection && id !== undefined ? { collection, id } : null;
}

/** What begins when the main button goes down here; null for what is none of ours. */
export function press(hands: Hands, event: PointerEvent): Gesture | null {
  const { editor } = hands;
  const element = event.target as Element;
  if (element.closest('textarea, input, button, a')) return null;
  const pulled = element.closest<HTMLElement>('[data-pull]')?.dataset.pull;
  if (pulled !== undefined) {
    return afterSlack(
      event,
      () => pullTransition(hands, pulled),
      () => {
        addConnected(editor, pulled);
      },
    );
  }
  const target = targetOf(element);
  const grip = element.closest<SVGElement>('[data-grip]')?.dataset.grip;
  if (target && (grip === 'from' || grip === 'to')) {
    return afterSlack(
      event,
      () => carryEnd(hands, target.id, grip),
      () => undefined,
    );
  }
  if (target) return pressItem(hands, event, target);
  if (element.closest('[data-item]') || !element.closest('.react-flow__pane')) return null;
  return afterSlack(
    event,
    () => marquee(hands, event),
    () => {
      if (!event.shiftKey) editor.select([]);
    },
  );
}

function pressItem(hands: Hands, event: PointerEvent, target: Target): Gesture {
  const { editor } = hands;
  const before = editor.store.getState().selection;
  const wasSelected = isSelected(before, target);
  // Selected at once, so that a drag carries it; a click on one of several keeps only that one.
  if (event.shiftKey) editor.select(toggle(before, target));
  else if (!wasSelected) editor.select([target]);
  const select = (selection: Selection) => {
    editor.select(selection);
  };
  return afterSlack(
    event,
    () => {
      if (event.shiftKey && wasSelected) select(before);
      if (target.collection === 'stages') return carryStage(hands, target.id);
      if (target.collection === 'transitions')
        return { move: () => undefined, end: () => undefined, cancel: () => undefined };
      return moveCards(hands, event);
    },
    () => {
      if (!event.shiftKey && wasSelected && before.length > 1) select([target]);
    },
  );
}
