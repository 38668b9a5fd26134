import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useInPieces } from '../../src/canvas/useInPieces';
import type { Rect } from '../../src/map/layout';
import { fakeFrames } from './frames';

const itemAt = (x: number): Rect => ({ x, y: 0, width: 0, height: 0 });
const items = (count: number) => Array.from({ length: count }, (_, at) => itemAt(at));
const itself = (item: Rect) => item;
/** Its middle is at x = 1,000. */
const VIEW: Rect = { x: 900, y: -100, width: 200, height: 200 };

function show(first: Rect[], isWhole = false) {
  return renderHook(
    (props: { list: Rect[]; isWhole: boolean }) =>
      useInPieces(props.list, VIEW, itself, props.isWhole),
    { initialProps: { list: first, isWhole } },
  );
}

const clock = fakeFrames();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets frames go by, each after so many ms, and what is done between them. */
function frames(count: number, each = 50) {
  for (let frame = 0; frame < count; frame += 1) {
    act(() => {
      clock.tick(each);
      vi.advanceTimersByTime(0);
    });
  }
}

describe('a list that is drawn in pieces', () => {
  test('begins with what is nearest to the middle of the view, in its own order', () => {
    const { result } = show(items(3_000));
    const drawn = result.current.map(({ x }) => x);
    expect(drawn.length).toBeGreaterThanOrEqual(160);
    expect(drawn.length).toBeLessThan(200);
    expect(drawn).toEqual([...drawn].sort((a, b) => a - b));
    expect(drawn).toContain(1_000);
    expect(drawn).not.toContain(0);
    expect(drawn).not.toContain(2_999);
  });

  test('begins with as few where all lie at one place', () => {
    const { result } = show(Array.from({ length: 3_000 }, () => itemAt(7)));
    expect(result.current).toHaveLength(160);
  });

  test('is whole after some frames, and is then the very list', () => {
    const list = items(3_000);
    const { result } = show(list);
    let before = result.current.length;
    while (result.current !== list) {
      frames(1);
      expect(result.current.length).toBeGreaterThan(before);
      before = result.current.length;
    }
  });

  test('is whole at once where it is short, where few of it are drawn, and where little is added', () => {
    expect(show(items(160)).result.current).toHaveLength(160);
    expect(show(items(3_000), true).result.current).toHaveLength(3_000);
    const { result, rerender } = show(items(1_000));
    frames(10);
    rerender({ list: items(1_100), isWhole: false });
    expect(result.current).toHaveLength(1_100);
  });

  test('comes in larger pieces where they are fast, in smaller ones where they are slow', () => {
    const grown = (each: number) => {
      const { result } = show(items(2_000));
      frames(1, each);
      const before = result.current.length;
      frames(1, each);
      return result.current.length - before;
    };
    expect(grown(10)).toBeGreaterThan(200);
    expect(grown(100)).toBeGreaterThan(130);
    expect(grown(100)).toBeLessThan(190);
    expect(grown(200)).toBeLessThan(120);
    expect(grown(200)).toBeGreaterThan(70);
  });

  test('is drawn in thirty pieces at most, however slow they are', () => {
    const { result } = show(items(20_000));
    frames(30, 2_000);
    expect(result.current).toHaveLength(20_000);
  });

  test('is left alone once nobody shows it', () => {
    const { unmount, result } = show(items(1_000));
    act(() => {
      clock.tick(50);
    });
    unmount();
    vi.advanceTimersByTime(0);
    frames(2);
    expect(result.current.length).toBeLessThan(200);
  });

  test('begins anew where thousands are added, and where more of it is drawn again', () => {
    const { result, rerender } = show(items(1_000));
    frames(10);
    rerender({ list: items(9_000), isWhole: false });
    expect(result.current.length).toBeLessThan(2_000);
    frames(30);
    expect(result.current).toHaveLength(9_000);
    rerender({ list: items(9_000), isWhole: true });
    frames(2);
    rerender({ list: items(9_001), isWhole: false });
    expect(result.current.length).toBeLessThan(2_000);
  });
});
