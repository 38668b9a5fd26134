/**
 * True where the canvas, what is around it, or nothing has the focus. A button keeps its Enter and its arrows; a letter
 * (`isLetter`) means nothing to one that stands in front of the canvas, so it is for the canvas.
 */
export function isOnCanvas(target: EventTarget | null, isLetter = false): boolean {
  if (!(target instanceof Element) || target.matches('body, main')) return true;
  // The skip link leads to the view, not into it.
  if (target.querySelector('[data-canvas]') !== null) return true;
  if (target.closest('[data-canvas]') === null) return false;
  const control = target.closest('button, a, input');
  return control === null || (isLetter && control.matches('button'));
}
