import type { Viewport } from '@xyflow/react';
import { within } from '../../map/basics';
import { ZOOM } from '../state';
import type { Viewing } from '../viewing';

/** Two fingers: the middle between them, in pixels of the page, and how far apart they are. */
interface Pinch {
  readonly x: number;
  readonly y: number;
  readonly apart: number;
}

/**
 * Two fingers of which one is on tools in front of the map zoom the map below them, and not the page. Where
 * both are on the map itself React Flow does. Returns how to stop.
 */
export function pinchByFingers(
  canvas: HTMLElement,
  flow: Pick<Viewing, 'getViewport' | 'setViewport'>,
): () => void {
  let last: Pinch | null = null;
  const onStart = (event: TouchEvent) => {
    last = isInFront(event, canvas) ? pinchOf(event) : null;
    if (last) keep(event);
  };
  const onMove = (event: TouchEvent) => {
    const now = last && pinchOf(event);
    if (!last || !now) return;
    keep(event);
    const { left, top } = canvas.getBoundingClientRect();
    void flow.setViewport(pinched(flow.getViewport(), last, now, { x: left, y: top }));
    last = now;
  };
  const onEnd = () => {
    last = null;
  };
  // In the capture phase: React Flow would pan by the finger that it knows of.
  const how = { passive: false, capture: true };
  canvas.addEventListener('touchstart', onStart, how);
  canvas.addEventListener('touchmove', onMove, how);
  canvas.addEventListener('touchend', onEnd, how);
  canvas.addEventListener('touchcancel', onEnd, how);
  return () => {
    canvas.removeEventListener('touchstart', onStart, how);
    canvas.removeEventListener('touchmove', onMove, how);
    canvas.removeEventListener('touchend', onEnd, how);
    canvas.removeEventListener('touchcancel', onEnd, how);
  };
}

function keep(event: TouchEvent): void {
  if (event.cancelable) event.preventDefault();
  event.stopPropagation();
}

function isInFront({ touches }: TouchEvent, canvas: HTMLElement): boolean {
  const map = canvas.querySelector('.react-flow__renderer');
  return [...touches].some(({ target }) => !(target instanceof Node && map?.contains(target)));
}

/** null for one finger or three. */
function pinchOf({ touches }: TouchEvent): Pinch | null {
  const [a, b, more] = touches;
  if (!a || !b || more) return null;
  return {
    x: (a.clientX + b.clientX) / 2,
    y: (a.clientY + b.clientY) / 2,
    apart: Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)),
  };
}

/** The view after a pinch: what was between the fingers stays there. `corner` is that of the canvas on the page. */
export function pinched(
  { x, y, zoom }: Viewport,
  from: Pinch,
  to: Pinch,
  corner: { readonly x: number; readonly y: number },
): Viewport {
  const next = within((zoom * to.apart) / from.apart, ZOOM.least, ZOOM.most);
  const by = next / zoom;
  return {
    x: to.x - corner.x - (from.x - corner.x - x) * by,
    y: to.y - corner.y - (from.y - corner.y - y) * by,
    zoom: next,
  };
}
