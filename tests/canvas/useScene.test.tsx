import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CanvasToolsContext, createTools } from '../../src/canvas/CanvasContext';
import { useScene } from '../../src/canvas/useScene';
import { moveTouchpoints } from '../../src/map/edits';
import { ID, journey, openCanvas } from './hand';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const nextTask = () => {
  act(() => {
    vi.advanceTimersByTime(1);
  });
};

/** Touchpoints far below, too many to look at what the move of each one touches. */
const ASIDE = Array.from(
  { length: 50 },
  (_, at) => `touchpoint-aside-${String(at).padStart(2, '0')}`,
);

function show(count: number) {
  const map = journey();
  const pay = map.transitions[ID.pay]!;
  const transitions = Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`transition-${String(at).padStart(4, '0')}`, pay]),
  );
  const ad = map.touchpoints[ID.ad]!;
  const aside = Object.fromEntries(
    ASIDE.map((id, at) => [id, { ...ad, position: { x: 40, y: 5_000 + at * 200 } }]),
  );
  const { editor, store } = openCanvas({
    ...map,
    transitions,
    touchpoints: { ...map.touchpoints, ...aside },
  });
  const tools = createTools({ editor, store, language: undefined as never });
  const hook = renderHook(() => useScene(), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <CanvasToolsContext value={tools}>{children}</CanvasToolsContext>
    ),
  });
  return { editor, scene: () => hook.result.current };
}

test('a scene with thousands of transitions becomes whole in the tasks that follow, and then rests', () => {
  const { scene } = show(2_500);
  expect(scene().routes.size).toBe(1_000);
  nextTask();
  nextTask();
  expect(scene().routes.size).toBe(2_500);
  expect(scene().isWhole).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

test('it goes on where a part has left all routes as they were', () => {
  const { editor, scene } = show(2_500);
  nextTask();
  nextTask();
  const before = scene();
  act(() => {
    const moves = ASIDE.map((id, at) => ({ id, position: { x: 40, y: 5_100 + at * 200 } }));
    editor.edit('canvas.step.move', moveTouchpoints(moves));
  });
  for (let task = 0; task < 5; task += 1) nextTask();
  expect(scene().cards).not.toBe(before.cards);
  expect(scene().routes).toBe(before.routes);
  expect(scene().isWhole).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});
