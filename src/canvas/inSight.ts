import type { Viewport } from '@xyflow/react';
import { displayOf, type Editor } from '../editing';
import type { Rect } from '../map/layout';
import { shiftTo, sightOf } from './framing';
import { allOf, curveOf, footOf, wholeMap } from './opening';
import type { Scene } from './scene';
import type { Viewing } from './viewing';

/** For so long after a press or a choice what was meant must not move from under the hand, in ms. */
const HAND = 500;
/** A view counts as the one that shows the whole map when it differs by less, in pixels and in percent of the zoom. */
const NEARLY = 1;

interface Size {
  readonly width: number;
  readonly height: number;
}

interface KeepParts {
  readonly editor: Editor;
  readonly flow: Pick<Viewing, 'getViewport' | 'setViewport'>;
  readonly scene: () => Scene;
  readonly canvas: HTMLElement;
}

/**
 * Keeps in view what was in view when the canvas becomes narrower or wider, as by a panel at its side: the whole map
 * stays whole, else what was in the middle stays there; and what is selected stays in sight. Returns how to stop.
 */
export function keepInSight({ editor, flow, scene, canvas }: KeepParts): () => void {
  let before = sizeOf(canvas);
  let pressedAt = -Infinity;
  let chosenAt = -Infinity;
  let wasPresenting = false;

  const observer = new ResizeObserver(() => {
    const was = before;
    const now = sizeOf(canvas);
    before = now;
    const { isPresenting } = displayOf(editor).getState();
    const isOther = isPresenting || wasPresenting;
    wasPresenting = isPresenting;
    // Presenting frames the map itself, and restores the view afterwards.
    if (isOther || was.width === 0 || now.width === 0 || was.width === now.width) return;
    const view = flow.getViewport();
    // The second click of two must meet what the first one met.
    const isHeld = performance.now() - pressedAt < HAND;
    const kept = isHeld ? view : keptView(scene(), view, was, now);
    const next = withSelection(kept, view, was, now);
    if (next !== view) void flow.setViewport(next);
  });

  function keptView(drawn: Scene, view: Viewport, was: Size, now: Size): Viewport {
    const foot = footOf(canvas);
    const curve = curveOf(editor, drawn);
    const [room, roomNow] = [above(was, foot), above(now, foot)];
    const shifted = { ...view, x: view.x + (now.width - was.width) / 2 };
    const whole = wholeMap(drawn, room, curve);
    const all = allOf(drawn, curve);
    const isWhole = whole !== null && isNearly(view, whole);
    const isLost = all !== null && isShown(all, view, room) && !isShown(all, shifted, roomNow);
    return (isWhole || isLost ? wholeMap(drawn, roomNow, curve) : null) ?? shifted;
  }

  function withSelection(kept: Viewport, view: Viewport, was: Size, now: Size): Viewport {
    const { selection, map } = editor.store.getState();
    const [first] = selection;
    if (!first) return kept;
    const isNew = performance.now() - chosenAt < HAND;
    const old = shiftTo(scene(), map, [first], sightOf(canvas, view, was));
    if (!isNew && (old.x !== 0 || old.y !== 0)) return kept;
    const { x, y } = shiftTo(scene(), map, [first], sightOf(canvas, kept, now));
    if (x === 0 && y === 0) return kept;
    return { ...kept, x: kept.x - x * kept.zoom, y: kept.y - y * kept.zoom };
  }

  const onPress = () => {
    pressedAt = performance.now();
  };
  const stop = editor.store.subscribe(({ selection }, { selection: earlier }) => {
    if (selection !== earlier) chosenAt = performance.now();
  });
  canvas.addEventListener('pointerdown', onPress, true);
  observer.observe(canvas);
  return () => {
    observer.disconnect();
    canvas.removeEventListener('pointerdown', onPress, true);
    stop();
  };
}

function sizeOf(canvas: HTMLElement): Size {
  const { width, height } = canvas.getBoundingClientRect();
  return { width, height };
}

const above = ({ width, height }: Size, foot: number): Size => ({ width, height: height - foot });

/** Is all of a box seen on a canvas of a size? */
function isShown(box: Rect, { x, y, zoom }: Viewport, { width, height }: Size): boolean {
  const [left, top] = [box.x * zoom + x, box.y * zoom + y];
  return (
    left >= 0 && top >= 0 && left + box.width * zoom <= width && top + box.height * zoom <= height
  );
}

function isNearly(a: Viewport, b: Viewport): boolean {
  const isNear = (one: number, other: number) => Math.abs(one - other) < NEARLY;
  return isNear(a.x, b.x) && isNear(a.y, b.y) && isNear((a.zoom / b.zoom) * 100, 100);
}
