import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepInSight } from '../../src/canvas/inSight';
import { wholeMap } from '../../src/canvas/opening';
import { ID, openCanvas } from './hand';

let resized: () => void;
beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(told: () => void) {
        resized = told;
      }
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function open() {
  const canvas = openCanvas();
  const size = { left: 0, top: 0, width: 1_200, height: 800, right: 1_200, bottom: 800 };
  let press: () => void = () => undefined;
  const element = {
    getBoundingClientRect: () => size,
    querySelectorAll: () => [],
    addEventListener: (_: string, listener: () => void) => (press = listener),
    removeEventListener: () => undefined,
  } as unknown as HTMLElement;
  let view = { x: 0, y: 200, zoom: 1 };
  keepInSight({
    editor: canvas.editor,
    flow: {
      getViewport: () => view,
      setViewport: (next) => {
        view = next;
        return Promise.resolve(true);
      },
    },
    scene: canvas.scene,
    canvas: element,
  });
  return {
    ...canvas,
    look: (next: typeof view) => (view = next),
    seen: () => view,
    press: () => press(),
    resize: (width: number) => {
      size.width = width;
      resized();
    },
  };
}

test('a panel that opens leaves in the middle what was there', () => {
  const { look, seen, resize } = open();
  look({ x: 300, y: 200, zoom: 3 });
  resize(900);
  expect(seen()).toEqual({ x: 150, y: 200, zoom: 3 });
  resize(1_200);
  expect(seen()).toEqual({ x: 300, y: 200, zoom: 3 });
});

test('a map that was seen as a whole is seen as a whole, before and after', () => {
  const { look, seen, resize, scene } = open();
  const whole = wholeMap(scene(), { width: 1_200, height: 800 })!;
  look(whole);
  resize(500);
  expect(seen()).toEqual(wholeMap(scene(), { width: 500, height: 800 }));
  expect(seen().zoom).toBeLessThan(whole.zoom);
  resize(1_200);
  expect(seen()).toEqual(whole);
});

test('right after a press nothing moves from under the hand, but for a selection that would be covered', () => {
  const { look, seen, resize, press, editor } = open();
  const before = { x: -200, y: 200, zoom: 3 };
  look(before);
  press();
  resize(1_100);
  expect(seen()).toEqual(before);
  press();
  editor.select([{ collection: 'touchpoints', id: ID.form }]);
  look({ x: -200, y: 200, zoom: 1 });
  resize(300);
  expect(seen().x).toBeLessThan(-200);
});
