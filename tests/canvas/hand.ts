import { vi } from 'vitest';
import { createTools } from '../../src/canvas/CanvasContext';
import type { GestureContext } from '../../src/canvas/gestures/gesture';
import { createMaking } from '../../src/canvas/making/making';
import { createGestureRunner } from '../../src/canvas/gestures/gestureRunner';
import type { Hit } from '../../src/canvas/gestures/hit';
import { sceneBuilder } from '../../src/canvas/scene';
import { createCanvasStore } from '../../src/canvas/state';
import { createEditor } from '../../src/editing/editor';
import { displayOf } from '../../src/editing/display';
import type { Language } from '../../src/language';
import { headOf, middle, type Point } from '../../src/map/layout';
import { newMap } from '../../src/map/records';
import type { Target } from '../../src/map/schema';
import { sharedJournal } from '../editing/sharedJournal';
import { SHOP, SHOP_ID } from '../support/shop';
import { lastSaid } from '../support/spoken';

export const ID = { ...SHOP_ID, use: 'stage-of-use', idea: 'note-of-an-idea' } as const;

/**
 * Three stages: See holds an ad and a note below it, Buy a form above a paid order, Use nothing. On
 * the canvas the bands begin at 0, 308 and 616; the ad is at 40|0, the form at 348|0, the order at
 * 348|160, the note at 40|200.
 */
export function journey() {
  return newMap({
    ...SHOP,
    stages: { ...SHOP.stages, [ID.use]: { name: 'Use', order: 'a2' } },
    notes: { [ID.idea]: { stage: ID.see, text: 'Idea', position: { x: 40, y: 200 } } },
  });
}

/** No gesture of today puts anything into words itself. */
const NO_LANGUAGE = undefined as unknown as Language;

type Key = 'Shift' | 'Alt' | 'Ctrl' | 'Meta';

/** An open canvas without a browser: 1,200 × 800 pixels of the page, its view moved down by 200. */
export function openCanvas(map = journey()) {
  const journal = sharedJournal(map);
  const editor = createEditor(journal.opened(), journal.tab('one'));
  const store = createCanvasStore(false);
  const build = sceneBuilder();
  const scene = () => build(editor.store.getState().map, displayOf(editor).getState().folded);
  const bounds = { left: 0, top: 0, right: 1_200, bottom: 800 };
  let view = { x: 0, y: 200, zoom: 1 };
  const { make, onMaking } = createTools({ editor, store, language: NO_LANGUAGE });
  const port = { reveal: vi.fn(), focus: vi.fn() };
  onMaking(createMaking({ editor, scene, port }));
  const context: GestureContext = {
    editor,
    store,
    make,
    language: NO_LANGUAGE,
    scene,
    toCanvas: ({ clientX, clientY }) => ({
      x: (clientX - view.x) / view.zoom,
      y: (clientY - view.y) / view.zoom,
    }),
    zoom: () => view.zoom,
    bounds: () => bounds,
    pan: (by) => {
      view = { ...view, x: view.x + by.x, y: view.y + by.y };
    },
  };
  const runner = createGestureRunner(context);
  const onPage = ({ x, y }: Point): Point => ({
    x: x * view.zoom + view.x,
    y: y * view.zoom + view.y,
  });
  return {
    editor,
    store,
    runner,
    context,
    make,
    port,
    scene,
    onPage,
    view: () => view,
    look(next: Partial<typeof view>) {
      view = { ...view, ...next };
    },
    map: () => editor.store.getState().map,
    said: () => lastSaid(editor.store.getState()),
    selected: () => editor.store.getState().selection.map(({ id }) => id),
    select(...ids: string[]) {
      editor.select(ids.map((id) => targetOf(editor.store.getState().map, id)));
    },
    stepsToUndo() {
      let steps = 0;
      while (editor.store.getState().canUndo !== null) {
        editor.undo();
        steps += 1;
      }
      return steps;
    },
  };
}

export type OpenCanvas = ReturnType<typeof openCanvas>;

function targetOf(map: ReturnType<typeof journey>, id: string): Target {
  const collections = ['touchpoints', 'notes', 'stages', 'transitions'] as const;
  const collection = collections.find((name) => Object.hasOwn(map[name], id));
  if (!collection) throw new Error(`nothing on the map is called ${id}`);
  return { collection, id };
}

/**
 * Somebody with a mouse, or with `touch` a finger, on an open canvas. Points are points of the
 * canvas; what is pressed is named.
 */
export function handOn(canvas: OpenCanvas, touch = false) {
  const pointer = { pointerId: 1, pointerType: touch ? 'touch' : 'mouse', isPrimary: true };
  const held = new Set<Key>();
  let at: Point = { x: 0, y: 0 };
  let isDown = false;

  const event = (more: Partial<typeof pointer> = {}) => ({
    ...pointer,
    ...more,
    button: 0,
    buttons: isDown ? 1 : 0,
    clientX: at.x,
    clientY: at.y,
    shiftKey: held.has('Shift'),
    altKey: held.has('Alt'),
    ctrlKey: held.has('Ctrl'),
    metaKey: held.has('Meta'),
  });

  function press(point: Point, hit: Hit | null, button = 0): void {
    at = canvas.onPage(point);
    isDown = true;
    canvas.runner.press({ ...event(), button }, hit);
  }

  const cardOf = (id: string) => {
    const { cards, notes } = canvas.scene();
    const rect = cards.get(id) ?? notes.get(id);
    if (!rect) throw new Error(`${id} is not drawn`);
    return rect;
  };

  const hand = {
    press,
    /** Presses in the middle of a card or note. */
    pressOn(id: string) {
      press(middle(cardOf(id)), { kind: 'item', target: targetOf(canvas.map(), id) });
    },
    /** Presses on the canvas between the items. */
    pressPane(point: Point) {
      press(point, { kind: 'pane' });
    },
    /** Presses on the line of a transition. */
    pressLine(id: string) {
      const start = canvas.scene().routes.get(id)?.start;
      if (!start) throw new Error(`${id} is not drawn`);
      press(start, { kind: 'item', target: { collection: 'transitions', id } });
    },
    /** Presses on the head of a stage. */
    pressHead(id: string) {
      const band = canvas.scene().bands.find(({ stage }) => stage === id);
      if (!band) throw new Error(`${id} is not drawn`);
      press(middle(headOf(band)), { kind: 'item', target: { collection: 'stages', id } });
    },
    /** Presses on the arrow beside a card. */
    pressArrow(id: string) {
      const { x, y, width, height } = cardOf(id);
      press({ x: x + width + 8, y: y + height / 2 }, { kind: 'pull', touchpoint: id });
    },
    /** Presses on one end of a transition that is selected. */
    pressEnd(id: string, end: 'from' | 'to') {
      const route = canvas.scene().routes.get(id);
      if (!route) throw new Error(`${id} is not drawn`);
      press(end === 'from' ? route.start : route.end, { kind: 'grip', transition: id, end });
    },
    /** Moves by pixels of the page. */
    moveBy(x: number, y: number) {
      at = { x: at.x + x, y: at.y + y };
      canvas.runner.move(event());
    },
    moveTo(point: Point) {
      at = canvas.onPage(point);
      canvas.runner.move(event());
    },
    moveOnto(id: string) {
      hand.moveTo(middle(cardOf(id)));
    },
    release() {
      isDown = false;
      canvas.runner.release(event());
    },
    click() {
      hand.release();
    },
    /** The button is released where the page does not hear of it, such as in another window. */
    releaseUnheard() {
      isDown = false;
    },
    /** The system takes the pointer, such as for a gesture of its own. */
    lose() {
      canvas.runner.cancel(event());
    },
    hold(...keys: Key[]) {
      for (const key of keys) held.add(key);
    },
    letGoOf(...keys: Key[]) {
      for (const key of keys) held.delete(key);
    },
    type(key: string) {
      const isTaken = canvas.runner.keyDown(key);
      canvas.runner.keyUp(key);
      return isTaken;
    },
    /** Another finger, pressed and moved while the first does what it does. */
    secondFinger: {
      press(point: Point) {
        const { x: clientX, y: clientY } = canvas.onPage(point);
        const second = { pointerId: 2, pointerType: 'touch', isPrimary: false };
        canvas.runner.press({ ...event(second), clientX, clientY, buttons: 1 }, { kind: 'pane' });
      },
      moveTo(point: Point) {
        const { x: clientX, y: clientY } = canvas.onPage(point);
        const second = { pointerId: 2, pointerType: 'touch', isPrimary: false };
        canvas.runner.move({ ...event(second), clientX, clientY, buttons: 1 });
      },
      release() {
        const second = { pointerId: 2, pointerType: 'touch', isPrimary: false };
        canvas.runner.release({ ...event(second), buttons: 0 });
      },
      lose() {
        canvas.runner.cancel({ pointerId: 2 });
      },
    },
  };
  return hand;
}
