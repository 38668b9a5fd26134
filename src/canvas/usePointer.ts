import { type MouseEvent, type PointerEvent, useRef } from 'react';
import { addTouchpoint, freePlace, insertOnTransition, kindOfNext } from '../editing/commands';
import { type Editor, fold, isSelected } from '../editing';
import { CARD_SIZE, placeAt, type Point } from '../map/layout';
import { newId } from '../map/records';
import type { Target } from '../map/schema';
import { useTools } from './CanvasContext';
import type { GestureContext } from './gestures/gesture';
import { targetOf } from './gestures/hit';

/**
 * What the pointer does besides gestures: it is followed, marks what it is over, and a click, a double or a right
 * click means what it hits. A frozen canvas is looked at only.
 */
export function usePointer(context: GestureContext, isFrozen: boolean) {
  const { editor, store } = useTools();
  const pointer = useRef<() => Point | null>(() => null);

  function onDoubleClick(event: MouseEvent) {
    const target = targetOf(event.target);
    if (target) editor.rename(target);
    else if ((event.target as Element).matches('.react-flow__pane')) addAt(context, event);
  }

  function onClick(event: MouseEvent) {
    const insert = (event.target as Element).closest<HTMLElement>('[data-insert]')?.dataset.insert;
    if (insert !== undefined) insertOnTransition(editor, insert);
  }

  const handlers = {
    onPointerMove(event: PointerEvent) {
      const { clientX, clientY } = event;
      // The view may move below a pointer that rests.
      pointer.current = () => context.toCanvas({ clientX, clientY });
      const hovered = targetOf(event.target)?.id ?? null;
      if (store.getState().hovered !== hovered) store.setState({ hovered });
    },
    onPointerLeave() {
      pointer.current = () => null;
      store.setState({ hovered: null });
    },
    onDoubleClick: isFrozen ? undefined : onDoubleClick,
    onClick: isFrozen ? undefined : onClick,
    onContextMenu(event: MouseEvent) {
      if (!isFrozen) selectFor(editor, targetOf(event.target));
    },
  };
  /** Tells where the pointer is, in canvas coordinates as they are when asked; null while it is elsewhere. */
  return { pointer, handlers };
}

/** A right click means what it hits: that is selected, unless it already is among others. */
function selectFor(editor: Editor, target: Target | null): void {
  const { selection } = editor.store.getState();
  if (!target) editor.select([]);
  else if (!isSelected(selection, target)) editor.select([target]);
}

function addAt({ editor, scene, toCanvas }: GestureContext, event: MouseEvent): void {
  const at = toCanvas(event);
  const corner = { x: at.x - CARD_SIZE.width / 2, y: at.y - CARD_SIZE.height / 2 };
  // The stage is the one under the pointer, even where the card sticks out of it.
  const { stage } = placeAt(scene().bands, at);
  const left = scene().bands.find((band) => band.stage === stage)?.x ?? 0;
  const target = { collection: 'touchpoints', id: newId() } as const;
  if (stage !== null) fold(editor, stage, false);
  const { map } = editor.store.getState();
  const kind = kindOfNext(map);
  const place = freePlace(map, { stage, x: corner.x - left, y: corner.y });
  const edit = addTouchpoint(target.id, place, { kind });
  if (editor.edit('canvas.step.add', edit, { select: [target] })) editor.rename(target);
}
