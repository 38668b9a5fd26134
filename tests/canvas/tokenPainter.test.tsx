import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { tokenPainter } from '../../src/canvas/layers/tokenPainter';
import type { TokenSource } from '../../src/runs/replay';
import { type Asked, fakePen } from './pen';
import { frameOf, GROUND } from './tokenFrames';

let asked: Asked = [];

beforeEach(() => {
  asked = fakePen();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const VIEW = { x: 0, y: 0, zoom: 1 };
const frame = frameOf(
  [
    { token: 1, place: 0 },
    { token: 2, place: 1 },
  ],
  [4, 0],
);

function source(followed: ReturnType<TokenSource['followed']> = null): TokenSource {
  return {
    touchpoints: [],
    transitions: [],
    looks: [{ color: 'teal', shape: 'circle', letter: 'A' }],
    subscribe: () => () => undefined,
    read: () => frame,
    followed: () => followed,
    pick: () => undefined,
  };
}

const calls = (name: string) => asked.filter(([each]) => each === name);

describe('a painted frame', () => {
  test('has every token and every count, and says afterwards which token is where', () => {
    const painter = tokenPainter(document.createElement('canvas'));
    painter.paint(GROUND, source(), VIEW);
    expect(calls('drawImage')).toHaveLength(2);
    expect(calls('fillText')).toEqual([
      ['fillText', 'A', 0, 0.5],
      ['fillText', '4', 1, 80.5],
    ]);
    const [, , x, y, size] = calls('drawImage')[0] as [string, unknown, number, number, number];
    expect(painter.tokenAt({ x: x + size / 2, y: y + size / 2 })).toBe(1);
    expect(painter.tokenAt({ x: 900, y: 500 })).toBeNull();
    expect(painter.followedAt()).toBeNull();
  });

  test('draws a picture of a token once for all that look the same, and anew in another theme', () => {
    const painter = tokenPainter(document.createElement('canvas'));
    painter.paint(GROUND, source(), VIEW);
    painter.paint(GROUND, source(), VIEW);
    expect(calls('fill').length - 2).toBe(1);
    painter.forgetColors();
    painter.paint(GROUND, source(), VIEW);
    expect(calls('fill').length - 3).toBe(2);
  });

  test('shows the trail of the followed token below all, and the token with a ring on top', () => {
    const painter = tokenPainter(document.createElement('canvas'));
    painter.paint(GROUND, source({ token: 2, from: 0, to: 1 }), VIEW);
    expect(calls('lineTo')).toEqual([
      ['lineTo', 200, 40],
      ['lineTo', 300, 40],
    ]);
    const names = asked.map(([name]) => name);
    expect(names.indexOf('lineTo')).toBeLessThan(names.indexOf('drawImage'));
    expect(names.lastIndexOf('arc')).toBeLessThan(names.lastIndexOf('drawImage'));
    const at = painter.followedAt();
    expect(calls('arc')).toEqual([['arc', at?.x, at?.y, 15, 0, 2 * Math.PI]]);
  });
});

test('a canvas that has no size yet is left alone', () => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect());
  tokenPainter(document.createElement('canvas')).paint(GROUND, source(), VIEW);
  expect(asked).toEqual([]);
});
