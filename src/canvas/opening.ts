import type { Viewport } from '@xyflow/react';
import { displayOf, type Editor } from '../editing';
import { around, BAND, bottom, grown, type Rect } from '../map/layout';
import { curveBox } from './emotionBox';
import type { Scene } from './scene';

/** Nothing is shown larger than this to fit, however small it is. */
export const FIT_MOST = 1.25;
/** On a screen narrower than this, in pixels, a whole map could not be read: it opens at its beginning. */
const NARROW = 640;
const NARROW_ZOOM = 0.5;
/** Around the whole map, in pixels of the canvas. */
const MARGIN = 24;

/** How each open map was last looked at: whoever comes back from another view finds it as it was. */
export const lastViewports = new WeakMap<Editor, Viewport>();

/**
 * The view of the whole map: it hangs from the top, where the stages' names are.
 * @param curve where the feelings are drawn; see {@link curveOf}
 */
export function wholeMap(
  scene: Scene,
  { width, height }: Size,
  curve: Rect | null = null,
): Viewport | null {
  const box = allOf(scene, curve);
  if (!box || width === 0) return null;
  const room = grown(box, MARGIN);
  const zoom = Math.min(width / room.width, height / room.height, FIT_MOST);
  return { x: (width - room.width * zoom) / 2 - room.x * zoom, y: -room.y * zoom, zoom };
}

/** The box of everything drawn, with the feelings at `curve`; null for an empty map. */
export function allOf({ bands, cards, notes, routes }: Scene, curve: Rect | null): Rect | null {
  const lines = [...routes.values()].map(({ bounds }) => bounds);
  const items = [...cards.values(), ...notes.values(), ...lines, ...(curve ? [curve] : [])];
  return around([...shortened(bands, cards), ...items]);
}

/** How a map is first seen: the whole of it where that can be read, else its beginning. */
export function openingView(scene: Scene, size: Size, curve: Rect | null = null): Viewport | null {
  const whole = wholeMap(scene, size, curve);
  const first = scene.bands[0];
  if (!whole || !first || size.width >= NARROW || whole.zoom >= NARROW_ZOOM) return whole;
  const zoom = NARROW_ZOOM;
  return { x: (MARGIN - first.x) * zoom, y: (MARGIN - first.y) * zoom, zoom };
}

/** Where the feelings are drawn just now; null where they are hidden or there are none. */
export function curveOf(editor: Editor, scene: Scene): Rect | null {
  if (!displayOf(editor).getState().emotions) return null;
  return curveBox(editor.store.getState().map.touchpoints, scene);
}

/** The bars that lie over the foot of the canvas, as boxes of the page. */
export function barsOf(canvas: HTMLElement): DOMRect[] {
  return [...canvas.querySelectorAll('[data-bar]')].map((bar) => bar.getBoundingClientRect());
}

/** How much of the canvas's foot bars lie over, in pixels. */
export function footOf(canvas: HTMLElement): number {
  const { bottom } = canvas.getBoundingClientRect();
  return Math.max(0, ...barsOf(canvas).map(({ top }) => bottom - top));
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Bands without the empty part below their last card. */
function shortened(bands: Scene['bands'], cards: Scene['cards']): readonly Rect[] {
  const lowest = Math.max(0, ...[...cards.values()].map(bottom)) + BAND.padding;
  return bands.map((band) => ({ ...band, height: Math.min(band.height, lowest - band.y) }));
}
