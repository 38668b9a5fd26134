import { describe, expect, test } from 'vitest';
import { curveThrough, emotionStrip } from '../../src/canvas/layers/emotionLines';
import { cardsOf, notesOf } from '../../src/map/layout';
import { newMap } from '../../src/map/records';

const [rita, ben] = ['persona-of-rita', 'persona-of-ben'];
const feels = (now: number | null, own: Readonly<Record<string, number>> = {}) => ({
  default: { emotion: { now } },
  byPersona: Object.fromEntries(
    Object.entries(own).map(([id, emotion]) => [id, { emotion: { now: emotion } }]),
  ),
});

function strip(...experiences: ReturnType<typeof feels>[]) {
  const map = newMap({
    personas: { [rita]: { name: 'Rita' }, [ben]: { name: 'Ben', order: 'a1' } },
    touchpoints: Object.fromEntries(
      experiences.map((experience, index) => [
        `touchpoint-${index}`,
        { experience, position: { x: 40 + Math.floor(index / 2) * 300, y: (index % 2) * 160 } },
      ]),
    ),
  });
  return emotionStrip(map, { cards: cardsOf(map), notes: notesOf(map) });
}

describe('the feelings below the map', () => {
  test('are one line for everybody, and one for each persona who feels otherwise', () => {
    const found = strip(feels(0), feels(1), feels(2, { [ben]: -2 }));
    expect(found?.lines.map(({ persona }) => persona)).toEqual([null, ben]);
  });

  test('count what stands under one another by its mean, best on top', () => {
    const found = strip(feels(0), feels(1), feels(2), feels(2));
    const [line] = found?.lines ?? [];
    const height = found?.box.height ?? 0;
    const top = found?.box.y ?? 0;
    expect(line?.points.map(({ y }) => (y - top) / height)).toEqual([0.375, 0]);
  });

  test('leave out touchpoints that say nothing, and are absent where none does', () => {
    expect(strip(feels(null), feels(null), feels(null))).toBeNull();
    expect(strip(feels(1), feels(null), feels(-1), feels(null))?.lines[0]?.points.length).toBe(2);
  });

  test('run as a curve that turns nowhere but at its points', () => {
    expect(
      curveThrough([
        { x: 0, y: 0 },
        { x: 10, y: 4 },
      ]),
    ).toBe('M0 0C5 0 5 4 10 4');
  });
});
