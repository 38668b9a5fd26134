import type { ReactFlowInstance, Viewport } from '@xyflow/react';
import { type RefObject, useCallback, useState } from 'react';
import type { Rect } from '../map/layout';
import { useTools } from './CanvasContext';
import type { FlowNode } from './flowNodes';
import { curveOf, footOf, lastViewports, openingView } from './opening';
import type { Scene } from './scene';
import { detailAt } from './state';
import { drawnPart, sameRect } from './view';

/** With more cards than this a map is shown a task later. */
const LARGE = 600;

/** The part of the canvas to draw, and what makes it follow the viewport. */
interface DrawnPart {
  readonly view: Rect;
  /** Takes over a viewport: the drawn part, the detail of the cards, and where the map opens next. */
  readonly follow: (viewport: Viewport) => void;
  /** Shows the map where it was last seen, or from its beginning. */
  readonly onInit: (instance: ReactFlowInstance<FlowNode>) => void;
}

/** `onZoom` is called with the scale whenever the viewport has moved. */
export function useDrawnPart(
  root: RefObject<HTMLElement | null>,
  scene: RefObject<Scene>,
  onZoom: ((zoom: number) => void) | undefined,
): DrawnPart {
  const { editor, store } = useTools();
  const [view, setView] = useState(() => drawnPart({ x: 0, y: 0, zoom: 1 }, 1600, 1000));

  const follow = useCallback(
    (viewport: Viewport) => {
      const { width = 0, height = 0 } = root.current?.getBoundingClientRect() ?? {};
      const next = drawnPart(viewport, width, height);
      setView((before) => (sameRect(before, next) ? before : next));
      const now = detailAt(viewport.zoom);
      if (store.getState().detail !== now) store.setState({ detail: now });
      lastViewports.set(editor, viewport);
      onZoom?.(viewport.zoom);
    },
    [editor, store, onZoom, root],
  );

  function onInit(instance: ReactFlowInstance<FlowNode>): void {
    const canvas = root.current;
    const { width = 0, height = 0 } = canvas?.getBoundingClientRect() ?? {};
    const size = { width, height: height - (canvas ? footOf(canvas) : 0) };
    const curve = curveOf(editor, scene.current);
    const start = lastViewports.get(editor) ?? openingView(scene.current, size, curve);
    follow(start ?? instance.getViewport());
    if (!start) return;
    const show = () => void instance.setViewport(start);
    // React Flow draws what is in view of all nodes it has: of a large map, those that are drawn from afar are set first.
    if (scene.current.cards.size > LARGE) setTimeout(show);
    else show();
  }

  return { view, follow, onInit };
}
