import { type RefObject, useEffect } from 'react';

/**
 * Pinching on a touchpad, which browsers report as the wheel with Ctrl, over tools and panels in front
 * of the map zooms the map below them, and not the page.
 */
export function usePinchOver(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const canvas = root.current;
    if (!canvas) return;
    const onWheel = (event: WheelEvent) => {
      // What React Flow takes it prevents: over the map itself.
      if (!event.ctrlKey || event.defaultPrevented) return;
      event.preventDefault();
      const { deltaX, deltaY, deltaMode, clientX, clientY } = event;
      const below = { deltaX, deltaY, deltaMode, clientX, clientY, ctrlKey: true };
      const pane = canvas.querySelector('.react-flow__pane');
      pane?.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, ...below }));
    };
    // React listens passively, and a passive listener cannot keep the page from zooming.
    canvas.addEventListener('wheel', onWheel, { passive: false });
    return () => canvas.removeEventListener('wheel', onWheel);
  }, [root]);
}
