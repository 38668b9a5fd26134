import { type RefObject, useEffect } from 'react';
import type { Lit } from '../editing/lit';
import { useTools } from './CanvasContext';

/**
 * Marks the canvas while what is not lit steps back: by an attribute, so that no card renders for it.
 * In the hand of somebody who drags, all is equally visible, unless a filter asks for less.
 */
export function useDims(root: RefObject<HTMLElement | null>, lit: Lit | null): void {
  const { store } = useTools();
  useEffect(() => {
    const mark = () => {
      const how = lit === null ? null : lit.hard ? 'hard' : 'soft';
      const dims = how === 'soft' && store.getState().held ? null : how;
      const element = root.current;
      if (!element || element.getAttribute('data-dims') === dims) return;
      if (dims === null) element.removeAttribute('data-dims');
      else element.setAttribute('data-dims', dims);
    };
    mark();
    return store.subscribe(mark);
  }, [root, store, lit]);
}
