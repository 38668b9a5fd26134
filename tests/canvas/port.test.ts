import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createPort } from '../../src/canvas/port';
import type { Viewing } from '../../src/canvas/viewing';
import { fold, displayOf } from '../../src/editing/display';
import { moveTouchpoints } from '../../src/map/edits';
import type { Point } from '../../src/map/layout';
import { fakeFrames } from './frames';
import { ID, openCanvas, type OpenCanvas } from './hand';

const frames = fakeFrames();
let canvas: OpenCanvas;
let pointer: Point | null;
beforeEach(() => {
  canvas = openCanvas();
  pointer = null;
});

/** React Flow, remembering what it was asked for; the canvas is 1,200 × 800 pixels of the page. */
function viewing() {
  return {
    getViewport: vi.fn<Viewing['getViewport']>(() => canvas.view()),
    getZoom: vi.fn<Viewing['getZoom']>(() => canvas.view().zoom),
    screenToFlowPosition: vi.fn<Viewing['screenToFlowPosition']>(({ x, y }) => {
      const view = canvas.view();
      return { x: (x - view.x) / view.zoom, y: (y - view.y) / view.zoom };
    }),
    setCenter: vi.fn<Viewing['setCenter']>(() => Promise.resolve(true)),
    setViewport: vi.fn<Viewing['setViewport']>(() => Promise.resolve(true)),
    zoomTo: vi.fn<Viewing['zoomTo']>(() => Promise.resolve(true)),
  };
}

const page = { left: 0, top: 0, right: 1_200, bottom: 800, width: 1_200, height: 800 };

function open({ calm = false, bars = [] as Partial<DOMRect>[] } = {}) {
  const flow = viewing();
  const root = {
    getBoundingClientRect: () => page,
    querySelectorAll: () => bars.map((bar) => ({ getBoundingClientRect: () => bar })),
  } as unknown as HTMLElement;
  const port = createPort({
    editor: canvas.editor,
    flow,
    store: canvas.store,
    scene: canvas.scene,
    root: () => root,
    pointer: () => pointer,
    calm,
  });
  return { port, flow };
}

const ad = { collection: 'touchpoints', id: ID.ad } as const;
const animated = { duration: 220 };

describe('zooming', () => {
  test('in and out goes by a quarter of what is seen now, animated', () => {
    canvas.look({ zoom: 0.8 });
    const { port, flow } = open();
    port.zoomIn();
    expect(flow.zoomTo).toHaveBeenLastCalledWith(1, animated);
    port.zoomOut();
    expect(flow.zoomTo).toHaveBeenLastCalledWith(0.64, animated);
    port.zoomTo(2);
    expect(flow.zoomTo).toHaveBeenLastCalledWith(2, animated);
  });

  test('is at once for whoever asked for less motion', () => {
    const { port, flow } = open({ calm: true });
    port.zoomTo(2);
    expect(flow.zoomTo).toHaveBeenLastCalledWith(2, { duration: 0 });
  });
});

describe('fitting', () => {
  test('waits until what was edited is drawn', () => {
    const { port, flow } = open();
    port.fit();
    expect(flow.setViewport).not.toHaveBeenCalled();
    frames.tick(16);
    expect(flow.setViewport).toHaveBeenCalledOnce();
  });

  test('shows the whole map where nothing is named', () => {
    const { port, flow } = open();
    port.fit();
    frames.tick(16);
    expect(flow.setViewport.mock.calls[0]?.[0].zoom).toBe(1.25);
  });

  test('shows what is named, and leaves out what is not drawn', () => {
    const { port, flow } = open();
    port.fit([ad, { collection: 'personas', id: 'persona-of-ben' }]);
    frames.tick(16);
    expect(flow.setCenter).toHaveBeenCalledWith(152, 48, { zoom: 1.25, duration: 220 });
  });

  test('keeps clear of what covers the foot, with the whole map as with a record', () => {
    const { port, flow } = open();
    port.fit([ad], { most: 2, below: 400 });
    port.fit([], { most: 2, below: 400 });
    frames.tick(16);
    const [, y, options] = flow.setCenter.mock.calls[0]!;
    expect(options?.zoom).toBeCloseTo(400 / 256, 10);
    expect(y).toBeCloseTo(48 + 128, 10);
    expect(flow.setViewport.mock.calls[0]?.[0].zoom).toBeCloseTo(400 / 500, 10);
  });
});

describe('fitting with bars over the foot', () => {
  test('shows everything above them', () => {
    const { port, flow } = open({ bars: [{ top: 500 }, { top: 740 }] });
    port.fit();
    frames.tick(16);
    expect(flow.setViewport.mock.calls[0]?.[0].zoom).toBeCloseTo(500 / 500, 10);
  });
});

describe('keeping the view', () => {
  test('returns to where one looked', () => {
    const { port, flow } = open();
    const goBack = port.keepView();
    const before = canvas.view();
    canvas.look({ x: 999, zoom: 3 });
    goBack();
    expect(flow.setViewport).toHaveBeenCalledWith(before, animated);
  });
});

describe('revealing a record', () => {
  test('that is in view leaves the view', () => {
    const { port, flow } = open();
    port.reveal(ad);
    frames.tick(16);
    expect(flow.setViewport).not.toHaveBeenCalled();
  });

  test('that is out of view moves no further than needed, at the same zoom', () => {
    const { port, flow } = open();
    canvas.look({ x: -41 });
    port.reveal(ad);
    frames.tick(16);
    expect(flow.setViewport).toHaveBeenLastCalledWith({ x: -16, y: 200, zoom: 1 }, animated);
    canvas.look({ x: 0, y: 780, zoom: 0.3 });
    port.reveal(ad);
    frames.tick(16);
    const [{ zoom, x, y }] = flow.setViewport.mock.lastCall!;
    expect({ zoom, x, y: Math.round(y) }).toEqual({ zoom: 0.3, x: 0, y: 800 - 24 - 29 });
  });

  test('under a bar over the foot moves above it', () => {
    const bar = { left: 0, top: 640, width: 300, height: 160 };
    const { port, flow } = open({ bars: [bar] });
    canvas.look({ x: 0, y: 600 });
    port.reveal(ad);
    frames.tick(16);
    const to = { x: 0, y: 640 - 96 - 24, zoom: 1 };
    expect(flow.setViewport).toHaveBeenLastCalledWith(to, animated);
  });

  test('in a folded stage unfolds the stage', () => {
    const { port } = open();
    fold(canvas.editor, ID.see, true);
    fold(canvas.editor, ID.buy, true);
    port.reveal({ collection: 'notes', id: ID.idea });
    expect([...displayOf(canvas.editor).getState().folded]).toEqual([ID.buy]);
  });

  test('that is not drawn does nothing', () => {
    const { port, flow } = open();
    port.reveal({ collection: 'personas', id: 'persona-of-ben' });
    frames.tick(16);
    expect(flow.setViewport).not.toHaveBeenCalled();
  });
});

describe('the place of the pointer', () => {
  test('is given in the stage it is over', () => {
    pointer = { x: 400, y: 90 };
    expect(open().port.pointer()).toEqual({ stage: ID.buy, x: 92, y: 90, isMiddle: false });
  });

  test('is the middle of the view where the pointer is elsewhere', () => {
    canvas.look({ x: 0, y: 200, zoom: 2 });
    expect(open().port.pointer()).toEqual({ stage: ID.see, x: 300, y: 100, isMiddle: true });
  });
});

describe('the hand', () => {
  test('is on or off for the canvas as a whole', () => {
    const { port } = open();
    expect(port.hand()).toBe(false);
    port.setHand(true);
    expect(port.hand()).toBe(true);
    expect(canvas.store.getState().hand).toBe(true);
  });
});

describe('an edit that puts things elsewhere', () => {
  const moves = [{ id: ID.paid, position: { x: 40, y: 300 } }];
  const edit = () => canvas.editor.edit('canvas.step.move', moveTouchpoints(moves));

  test('is seen on its way', () => {
    expect(open().port.glide(edit)).toBe(true);
    expect(canvas.store.getState().dragged?.get(ID.paid)).toEqual({ x: 348, y: 160 });
  });

  test('is not animated for whoever asked for less motion', () => {
    expect(open({ calm: true }).port.glide(edit)).toBe(true);
    expect(canvas.store.getState().dragged).toBeNull();
    expect(canvas.map().touchpoints[ID.paid]?.position.y).toBe(300);
  });
});
