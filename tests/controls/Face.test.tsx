import { describe, expect, test } from 'vitest';
import { emotionVar } from '../../src/controls/colors';
import { emotionLevel, emotionName } from '../../src/controls/emotions';
import { Face } from '../../src/controls/Face';
import { show } from './render';

const LEVELS = [-2, -1, 0, 1, 2] as const;

async function drawn(level: number, plain = false) {
  const { container } = await show(<Face level={level} plain={plain} />);
  return container.querySelector('svg')!;
}

describe('a face', () => {
  test('has another shape for each emotion, so that it is told without its colour', async () => {
    const shapes = new Set<string>();
    for (const level of LEVELS) {
      const paths = (await drawn(level, true)).querySelectorAll('path');
      shapes.add([...paths].map((path) => path.getAttribute('d')).join());
    }
    expect(shapes.size).toBe(LEVELS.length);
  });

  test('has the colour of its emotion, or where it is plain that of the text', async () => {
    expect(await drawn(-2)).toHaveAttribute('stroke', emotionVar(-2));
    expect(await drawn(-2, true)).toHaveAttribute('stroke', 'currentColor');
  });

  test('says nothing to screen readers', async () => {
    expect(await drawn(1)).toHaveAttribute('aria-hidden', 'true');
  });
});

test('an emotion between two levels takes the nearest, one outside the nearest end', () => {
  expect([-7, -1.4, 0.4, 1.6, 9].map(emotionLevel)).toEqual([-2, -1, 0, 2, 2]);
  expect(emotionVar(-1.4, 'soft')).toBe('var(--emotion-n1-soft)');
});

test('an emotion is named by its level, and what nobody said has a name too', () => {
  expect(emotionName(1.2)).toBe('control.emotion.good');
  expect(emotionName(null)).toBe('control.emotion.unset');
});
