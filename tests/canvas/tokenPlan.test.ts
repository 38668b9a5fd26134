import { describe, expect, test } from 'vitest';
import { followBy, planTokens, tokenNear, type TokenView } from '../../src/canvas/layers/tokenPlan';
import { tokenPointOf } from '../../src/canvas/layers/tokens';
import { frameOf, GROUND } from './tokenFrames';

const VIEW: TokenView = { x: 0, y: 0, zoom: 1 };
const SIZE = { width: 1_000, height: 600 };
const planned = (
  frame: ReturnType<typeof frameOf>,
  followed: { readonly token: number } | null = null,
  view = VIEW,
) => planTokens(GROUND, frame, followed, view, SIZE);

describe('where a token is', () => {
  test('at its touchpoint it waits below the card, at a place of its own', () => {
    const spots = [1, 2, 3].map((token) =>
      tokenPointOf(GROUND, frameOf([{ token, place: 0 }]), 0)!,
    );
    for (const { x, y } of spots) {
      expect(x).toBeGreaterThanOrEqual(8);
      expect(x).toBeLessThanOrEqual(200);
      expect(y).toBeGreaterThan(80);
    }
    expect(new Set(spots.map(({ x }) => x)).size).toBe(3);
  });

  test('on its way it is between the two places, nearer to its goal the farther it has come', () => {
    const at = (share: number) =>
      tokenPointOf(GROUND, frameOf([{ token: 1, place: 1, share, isComing: true }]), 0)!.x;
    const start = tokenPointOf(GROUND, frameOf([{ token: 1, place: 0 }]), 0)!.x;
    const goal = tokenPointOf(GROUND, frameOf([{ token: 1, place: 1 }]), 0)!.x;
    expect(at(0)).toBeCloseTo(start);
    expect([at(0.3), at(0.6), at(0.9)]).toEqual([at(0.3), at(0.6), at(0.9)].sort((a, b) => a - b));
    expect(at(0.9)).toBeLessThan(goal);
    expect(at(1)).toBeCloseTo(goal);
  });

  test('whoever leaves moves off from the touchpoint and fades', () => {
    const leaving = (share: number) => frameOf([{ token: 1, place: 0, share, isLeaving: true }]);
    expect(tokenPointOf(GROUND, leaving(1), 0)).not.toEqual(tokenPointOf(GROUND, leaving(0), 0));
    expect(planned(leaving(0.25)).tokens[0]?.alpha).toBeCloseTo(0.75);
  });

  test('one whose touchpoint is not on the map is nowhere', () => {
    expect(tokenPointOf(GROUND, frameOf([{ token: 1, place: 2 }]), 0)).toBeNull();
    expect(planned(frameOf([{ token: 1, place: 2 }])).tokens).toEqual([]);
  });
});

describe('what a frame shows', () => {
  const two = frameOf(
    [
      { token: 7, place: 0, look: 1 },
      { token: 8, place: 1, isAgain: true },
    ],
    [3, 0],
  );

  test('every token with its look, and how many stand at each touchpoint but none', () => {
    const { tokens, counts, followed } = planned(two);
    expect(tokens).toMatchObject([
      { token: 7, look: 1, isAgain: false, alpha: 1 },
      { token: 8, look: 0, isAgain: true, alpha: 1 },
    ]);
    expect(counts).toEqual([{ x: 0, y: 80, count: 3 }]);
    expect(followed).toBeNull();
  });

  test('the followed one last and larger, the others dimmed', () => {
    const { tokens, followed, countAlpha } = planned(two, { token: 7 });
    expect(tokens).toHaveLength(1);
    expect(tokens[0]?.alpha).toBeLessThan(0.5);
    expect(countAlpha).toBeLessThan(1);
    expect(followed).toMatchObject({ token: 7, alpha: 1 });
    expect(followed!.radius).toBeGreaterThan(tokens[0]!.radius);
  });

  test('nothing beyond the screen, and all of it moved and scaled with the view', () => {
    expect(planned(two, null, { x: -2_000, y: 0, zoom: 1 }).tokens).toEqual([]);
    const [near] = planned(two).tokens;
    const [half] = planned(two, null, { x: 10, y: 20, zoom: 0.5 }).tokens;
    expect(half).toMatchObject({ x: near!.x / 2 + 10, y: near!.y / 2 + 20 });
    expect(half!.radius).toBeLessThan(near!.radius);
  });

  test('a press hits the nearest token within reach, and of two as near the one on top', () => {
    const plan = planned(two);
    const [first] = plan.tokens;
    expect(tokenNear(plan, { x: first!.x + 3, y: first!.y })).toBe(7);
    expect(tokenNear(plan, { x: first!.x, y: first!.y + 15 })).toBeNull();
    const twin = { ...first!, token: 9 };
    expect(tokenNear({ ...plan, tokens: [first!, twin] }, first!)).toBe(9);
  });
});

describe('following a token', () => {
  test('moves the view only where it nears the edge, a part of the way in each frame', () => {
    expect(followBy(null, SIZE, false)).toBeNull();
    expect(followBy({ x: 400, y: 300 }, SIZE, false)).toBeNull();
    expect(followBy({ x: 720, y: 300 }, SIZE, false)?.x).toBeCloseTo(-14);
    expect(followBy({ x: 100, y: 20 }, SIZE, true)).toEqual({ x: 100, y: 100 });
  });

  test('goes there at once where it is far', () => {
    expect(followBy({ x: 5_000, y: 300 }, SIZE, false)).toEqual({ x: -4_380, y: 0 });
  });
});
