import { average } from '../../map/basics';
import { middle, type Point, type Rect } from '../../map/layout';
import { inOrder } from '../../map/records';
import type { Color, JourneyMap, Touchpoint } from '../../map/schema';
import { emotionBox, FILE } from '../emotionBox';
import type { Scene } from '../scene';

/** How one persona, or with persona null everybody, feels along the journey. */
export interface EmotionLine {
  readonly persona: string | null;
  readonly color: Color | null;
  readonly points: readonly Point[];
}

interface EmotionStrip {
  readonly box: Rect;
  readonly lines: readonly EmotionLine[];
}

/**
 * The feelings of the journey below it: one line for everybody, and one for each persona who feels
 * otherwise somewhere. What stands under one another counts by its mean.
 * @returns null where the map says nothing of feelings
 */
export function emotionStrip(
  map: Pick<JourneyMap, 'touchpoints' | 'personas'>,
  scene: Pick<Scene, 'cards' | 'notes'>,
): EmotionStrip | null {
  const placed = [...scene.cards]
    .flatMap(([id, card]) => {
      const touchpoint = map.touchpoints[id];
      return touchpoint ? [{ touchpoint, card, x: middle(card).x }] : [];
    })
    .sort((a, b) => a.x - b.x);
  const box = emotionBox(scene);
  if (!box) return null;

  const pointsOf = (feel: (touchpoint: Touchpoint) => number | null): Point[] => {
    const files: { x: number; felt: number[] }[] = [];
    for (const { touchpoint, x } of placed) {
      const emotion = feel(touchpoint);
      if (emotion === null) continue;
      const file = files.at(-1);
      if (file && x - file.x < FILE) file.felt.push(emotion);
      else files.push({ x, felt: [emotion] });
    }
    return files.map(({ x, felt }) => {
      const mean = average(felt);
      return { x, y: box.y + (box.height * (2 - mean)) / 4 };
    });
  };

  const everybody = pointsOf(({ experience }) => experience.default.emotion.now);
  const own = inOrder(map.personas)
    .filter(([id]) => placed.some(({ touchpoint }) => feelingOf(touchpoint, id) !== null))
    .map(([persona, { color }]) => ({
      persona,
      color,
      points: pointsOf(
        (touchpoint) => feelingOf(touchpoint, persona) ?? touchpoint.experience.default.emotion.now,
      ),
    }));
  const lines = [{ persona: null, color: null, points: everybody }, ...own].filter(
    ({ points }) => points.length > 1,
  );
  return lines.length === 0 ? null : { box, lines };
}

function feelingOf({ experience }: Touchpoint, persona: string): number | null {
  return experience.byPersona[persona]?.emotion.now ?? null;
}

/** A soft curve through points that go from left to right, never beyond two neighbours' heights. */
export function curveThrough(points: readonly Point[]): string {
  return points
    .map(({ x, y }, index) => {
      const before = points[index - 1];
      if (!before) return `M${x} ${y}`;
      const reach = (x - before.x) / 2;
      return `C${before.x + reach} ${before.y} ${x - reach} ${y} ${x} ${y}`;
    })
    .join('');
}
