import { useReactFlow } from '@xyflow/react';
import { type RefObject, useMemo } from 'react';
import { useTools } from './CanvasContext';
import type { FlowNode } from './flowNodes';
import type { GestureContext } from './gestures/gesture';
import type { Scene } from './scene';

export type { GestureContext } from './gestures/gesture';

/** What gestures work with, from React Flow and the element of the canvas. */
export function useGestureContext(
  root: RefObject<HTMLElement | null>,
  scene: RefObject<Scene>,
): GestureContext {
  const { editor, store, language, make } = useTools();
  const flow = useReactFlow<FlowNode>();
  return useMemo(
    () => ({
      editor,
      store,
      language,
      make,
      scene: () => scene.current,
      toCanvas: ({ clientX: x, clientY: y }) => flow.screenToFlowPosition({ x, y }),
      zoom: () => flow.getZoom(),
      bounds: () => root.current?.getBoundingClientRect() ?? null,
      pan: (by) => {
        const { x, y, zoom } = flow.getViewport();
        void flow.setViewport({ x: x + by.x, y: y + by.y, zoom });
      },
    }),
    [editor, store, language, make, flow, root, scene],
  );
}
