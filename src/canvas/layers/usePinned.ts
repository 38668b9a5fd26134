import { useStoreApi } from '@xyflow/react';
import { type RefObject, useLayoutEffect } from 'react';

/**
 * Holds a layer at the upper edge of the canvas once its own place, `top` in pixels of the canvas, is
 * above it. It is moved by its style, so that panning renders nothing.
 */
export function usePinned(layer: RefObject<HTMLElement | null>, top: number): void {
  const flow = useStoreApi();
  useLayoutEffect(() => {
    const follow = () => {
      const [, y, zoom] = flow.getState().transform;
      const down = Math.max(0, -y / zoom - top);
      layer.current?.toggleAttribute('data-pinned', down > 0);
      layer.current?.style.setProperty('transform', `translateY(${down}px)`);
    };
    follow();
    return flow.subscribe(follow);
  }, [flow, layer, top]);
}
