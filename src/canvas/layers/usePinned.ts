import { useStoreApi } from '@xyflow/react';
import { type RefObject, useLayoutEffect } from 'react';
import type { Band } from '../../map/layout';
import { cutOf } from './cutOf';

/**
 * Holds the layer of the stages' heads at the upper edge of the canvas once its own place is above it, and the text of
 * each head in the part of its stage that is in sight. Both are done by styles, so that panning renders nothing.
 */
export function usePinned(layer: RefObject<HTMLElement | null>, bands: readonly Band[]): void {
  const flow = useStoreApi();
  useLayoutEffect(() => {
    const { y: top = 0 } = bands[0] ?? {};
    const heads = layer.current;
    const known: string[] = [];
    const follow = () => {
      const { transform, width } = flow.getState();
      const [x, y, zoom] = transform;
      const down = Math.max(0, -y / zoom - top);
      heads?.toggleAttribute('data-pinned', down > 0);
      heads?.style.setProperty('transform', `translateY(${down}px)`);
      for (const [at, band] of bands.entries()) {
        const { start, end } = cutOf(band, -x / zoom, (width - x) / zoom);
        const cut = `${start}px ${end}px`;
        if (known[at] === cut) continue;
        known[at] = cut;
        const head = heads?.children[at];
        if (!(head instanceof HTMLElement)) continue;
        head.style.setProperty('--cut-start', `${start}px`);
        head.style.setProperty('--cut-end', `${end}px`);
      }
    };
    follow();
    return flow.subscribe(follow);
  }, [flow, layer, bands]);
}
