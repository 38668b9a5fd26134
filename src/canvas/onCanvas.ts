/** True where the canvas, what is around it, or nothing has the focus: a button elsewhere keeps its Enter and its letters. */
export function isOnCanvas(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target.matches('body, main')) return true;
  // The skip link leads to the view, not into it.
  if (target.querySelector('[data-canvas]') !== null) return true;
  return target.closest('[data-canvas]') !== null && target.closest('button, a, input') === null;
}
