import { around, bottom, middle, type Rect } from '../map/layout';
import type { JourneyMap, Touchpoint } from '../map/schema';
import type { Scene } from './scene';

/** From the lowest card or note to the strip, and how tall it is, in pixels of the canvas. */
const GAP = 110;
const HEIGHT = 260;
/** Below the strip: the names of its lines, as large as they are written where a whole map is seen. */
const NAMES = 85;
/** Cards whose middles are nearer than this stand under one another. */
export const FILE = 120;

/** Where the feelings along the journey are drawn: below everything, from the first card to the last. */
export function emotionBox({ cards, notes }: Pick<Scene, 'cards' | 'notes'>): Rect | null {
  const box = around(cards.values());
  if (!box) return null;
  const lowest = Math.max(bottom(box), ...[...notes.values()].map(bottom));
  const inset = (cards.values().next().value?.width ?? 0) / 2;
  return { x: box.x + inset, y: lowest + GAP, width: box.width - 2 * inset, height: HEIGHT };
}

/** The same with the names below it; null where the map has no feeling in two places. */
export function curveBox(touchpoints: JourneyMap['touchpoints'], scene: Scene): Rect | null {
  const felt = [...scene.cards].filter(([id]) => isFelt(touchpoints[id])).map(([, card]) => card);
  const reach = felt.map((card) => middle(card).x);
  if (Math.max(...reach) - Math.min(...reach) < FILE) return null;
  const box = felt.length > 1 ? emotionBox(scene) : null;
  return box && { ...box, height: box.height + NAMES };
}

function isFelt(touchpoint: Touchpoint | undefined): boolean {
  if (!touchpoint) return false;
  const { default: own, byPersona } = touchpoint.experience;
  return [own, ...Object.values(byPersona)].some(({ emotion }) => emotion.now !== null);
}
