import { act, renderHook } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { useInTurn } from '../../src/canvas/useInTurn';
import { fakeFrames } from './frames';

const clock = fakeFrames();

function nextFrames(count: number) {
  for (let frame = 0; frame < count; frame += 1) {
    act(() => {
      clock.tick(16);
    });
  }
}

function show(length: number) {
  const hook = renderHook(({ value }) => useInTurn(value, length), {
    initialProps: { value: 'old' },
  });
  return {
    give: (value: string) => {
      hook.rerender({ value });
    },
    shown: (...places: number[]) => places.map((at) => hook.result.current(at)),
  };
}

describe('a value that a long list shows', () => {
  test('is there from the beginning for all', () => {
    expect(show(5_000).shown(0, 4_999)).toEqual(['old', 'old']);
  });

  test('is taken over from the first to the last, some with every frame', () => {
    const { give, shown } = show(1_300);
    give('new');
    expect(shown(0, 499, 500, 1_299)).toEqual(['new', 'new', 'old', 'old']);
    nextFrames(1);
    expect(shown(500, 1_299)).toEqual(['new', 'old']);
    nextFrames(1);
    expect(shown(0, 500, 1_299)).toEqual(['new', 'new', 'new']);
  });

  test('is taken over by a short list at once, and by none later than the value after it', () => {
    const short = show(500);
    short.give('new');
    expect(short.shown(0, 499)).toEqual(['new', 'new']);
    const long = show(1_300);
    long.give('new');
    long.give('newer');
    expect(long.shown(0, 1_299)).toEqual(['newer', 'new']);
    nextFrames(2);
    expect(long.shown(0, 1_299)).toEqual(['newer', 'newer']);
  });
});
