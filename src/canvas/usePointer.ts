import { type MouseEvent, type PointerEvent, useRef } from 'react';
import { type Editor, isSelected } from '../editing';
import type { Point } from '../map/layout';
import type { Target } from '../map/schema';
import { useTools } from './CanvasContext';
import type { GestureContext } from './gestures/gesture';
import { targetOf } from './gestures/hit';

/**
 * What the pointer does besides gestures: it is followed, marks what it is over, and a click, a double or a right
 * click means what it hits. A frozen canvas is looked at only.
 */
export function usePointer(context: GestureContext, isFrozen: boolean) {
  const { editor, store, make } = useTools();
  const pointer = useRef<() => Point | null>(() => null);

  function onDoubleClick(event: MouseEvent) {
    const target = targetOf(event.target);
    if (target) editor.rename(target);
    else if ((event.target as Element).matches('.react-flow__pane')) {
      const at = context.toCanvas(event);
      make(({ addAt }) => {
        addAt(at);
      });
    }
  }

  function onClick(event: MouseEvent) {
    const insert = (event.target as Element).closest<HTMLElement>('[data-insert]')?.dataset.insert;
    if (insert === undefined) return;
    make(({ insertOn }) => {
      insertOn(insert);
    });
  }

  const handlers = {
    onPointerMove(event: PointerEvent) {
      const { clientX, clientY, target } = event;
      const isOver = !(target as Element).closest('[data-bar], button:not([data-insert])');
      // The view may move below a pointer that rests.
      pointer.current = () => (isOver ? context.toCanvas({ clientX, clientY }) : null);
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
  /**
   * Returns where the pointer is, in canvas coordinates as they are when asked; null while it is elsewhere, or on what
   * stands in front.
   */
  return { pointer, handlers };
}

/** A right click means what it hits: that is selected, unless it already is among others. */
function selectFor(editor: Editor, target: Target | null): void {
  const { selection } = editor.store.getState();
  if (!target) editor.select([]);
  else if (!isSelected(selection, target)) editor.select([target]);
}
