import { act, fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Placing } from '../../src/canvas/making/Placing';
import type { CanvasState } from '../../src/canvas/state';
import { ID } from './hand';
import { showCanvas } from './showCanvas';

const pane = document.createElement('div');
const bar = document.createElement('div');
let over: Element = pane;

beforeEach(() => {
  over = pane;
  bar.dataset.bar = '';
  pane.append(bar);
  document.body.append(pane);
  // Nothing is laid out in jsdom.
  Object.assign(document, { elementFromPoint: () => over });
});
afterEach(() => {
  Reflect.deleteProperty(document, 'elementFromPoint');
});

async function arm(placing: NonNullable<CanvasState['placing']>) {
  const root = { current: pane };
  const shown = await showCanvas(
    (_scene, { context }) => <Placing context={context} root={root} />,
    undefined,
    { placing },
  );
  const before = Object.keys(shown.map().touchpoints);
  const added = () =>
    Object.entries(shown.map().touchpoints).filter(([id]) => !before.includes(id));
  return { ...shown, added };
}

/** In an empty part of the stage *Use*; the view is moved down by 200. */
const IN_USE = { clientX: 760, clientY: 240 };

test('a click puts what is armed where the pointer is, and disarms', async () => {
  const { store, added } = await arm({ kind: 'decision', held: false });
  fireEvent.click(pane, IN_USE);
  await vi.waitFor(() => {
    expect(added()).toMatchObject([[expect.any(String), { kind: 'decision', stage: ID.use }]]);
  });
  expect(store.getState().placing).toBeNull();
});

test('nothing is put on a bar in front of the canvas, and it stays armed', async () => {
  const { store, added } = await arm({ kind: 'touchpoint', held: false });
  over = bar;
  fireEvent.click(bar, IN_USE);
  expect(added()).toEqual([]);
  expect(store.getState().placing).not.toBeNull();
});

test('Escape gives up and says so', async () => {
  const { store, added, said } = await arm({ kind: 'touchpoint', held: false });
  fireEvent.keyDown(pane, { key: 'Escape' });
  expect(store.getState().placing).toBeNull();
  expect(said()?.id).toBe('canvas.said.placingOff');
  fireEvent.click(pane, IN_USE);
  expect(added()).toEqual([]);
});

test('dragged from its button it is put where it is let go, and nowhere off the canvas', async () => {
  const dragged = await arm({ kind: 'touchpoint', held: true });
  fireEvent.pointerUp(window, IN_USE);
  await vi.waitFor(() => {
    expect(dragged.added()).toHaveLength(1);
  });
  dragged.unmount();
  const lost = await arm({ kind: 'touchpoint', held: true });
  over = document.body;
  fireEvent.pointerUp(window, IN_USE);
  expect(lost.store.getState().placing).toBeNull();
  expect(lost.added()).toEqual([]);
});

test('what is made meanwhile by a key disarms it', async () => {
  const { store, editor } = await arm({ kind: 'touchpoint', held: false });
  act(() => editor.rename({ collection: 'touchpoints', id: ID.form }));
  expect(store.getState().placing).toBeNull();
});
