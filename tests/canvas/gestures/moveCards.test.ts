import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { preparePaste } from '../../../src/editing/commands/copyPaste';
import { outgoingOf } from '../../../src/map/records';
import { fakeFrames } from '../frames';
import { handOn, ID, openCanvas, type OpenCanvas } from '../hand';

fakeFrames();
let canvas: OpenCanvas;
let hand: ReturnType<typeof handOn>;
// The page fetches what copies need as soon as it stands.
beforeAll(() => preparePaste());
beforeEach(() => {
  canvas = openCanvas();
  hand = handOn(canvas);
});

const touchpoint = (id: string) => canvas.map().touchpoints[id];
const dragged = (id: string) => canvas.store.getState().dragged?.get(id);

describe('dragging a card', () => {
  test('moves the card with the pointer and the map only when it is released', () => {
    const before = canvas.map();
    hand.pressOn(ID.paid);
    hand.moveBy(0, 100);
    expect(dragged(ID.paid)).toEqual({ x: 348, y: 264 });
    expect(canvas.map()).toBe(before);
    hand.release();
    expect(canvas.store.getState().dragged).toBeNull();
    expect(touchpoint(ID.paid)?.position).toEqual({ x: 40, y: 264 });
    expect(canvas.stepsToUndo()).toBe(1);
  });

  test('puts it on the grid, counted from the edge of its stage', () => {
    hand.pressOn(ID.paid);
    hand.moveBy(21, 69);
    hand.release();
    expect(touchpoint(ID.paid)?.position).toEqual({ x: 64, y: 232 });
  });

  test('pulls it level with others that are near, and shows the guide', () => {
    hand.pressOn(ID.paid);
    hand.moveBy(5, 90);
    expect(dragged(ID.paid)?.x).toBe(348);
    expect(canvas.store.getState().guides.length).toBeGreaterThan(0);
  });

  test('with Ctrl or Cmd follows the pointer exactly, without grid and guides', () => {
    for (const key of ['Ctrl', 'Meta'] as const) {
      canvas = openCanvas();
      hand = handOn(canvas);
      hand.hold(key);
      hand.pressOn(ID.paid);
      hand.moveBy(5, 91);
      expect(canvas.store.getState().guides).toEqual([]);
      hand.release();
      expect(touchpoint(ID.paid)?.position).toEqual({ x: 45, y: 251 });
    }
  });

  test('pulls by pixels of the page: twice as far on the canvas when zoomed out to a half', () => {
    canvas.look({ zoom: 0.5 });
    hand.pressOn(ID.paid);
    hand.moveBy(5, 60);
    expect(dragged(ID.paid)?.x).toBe(348);
    hand.moveBy(2, 0);
    expect(dragged(ID.paid)?.x).not.toBe(348);
  });

  test('into another band changes the stage, and says where it is now', () => {
    hand.pressOn(ID.paid);
    hand.moveBy(-308, 200);
    hand.release();
    expect(touchpoint(ID.paid)).toMatchObject({ stage: ID.see, position: { x: 40, y: 360 } });
    expect(canvas.said()).toMatchObject({
      id: 'canvas.said.moved',
      values: { count: 1, name: 'Paid', stage: 'See' },
    });
  });

  test('moves everything selected by the same distance, notes too, in one step', () => {
    canvas.select(ID.ad, ID.idea);
    hand.hold('Ctrl');
    hand.pressOn(ID.ad);
    hand.moveBy(20, 30);
    expect([...(canvas.store.getState().carrying ?? [])]).toEqual([ID.ad, ID.idea]);
    hand.release();
    expect(touchpoint(ID.ad)?.position).toEqual({ x: 60, y: 30 });
    expect(canvas.map().notes[ID.idea]?.position).toEqual({ x: 60, y: 230 });
    expect(canvas.said()?.values).toMatchObject({ count: 2 });
    expect(canvas.selected()).toEqual([ID.ad, ID.idea]);
    expect(canvas.stepsToUndo()).toBe(1);
  });

  test('back to where it was changes nothing and announces nothing', () => {
    const before = canvas.map();
    hand.pressOn(ID.paid);
    hand.moveBy(0, 60);
    hand.moveBy(0, -60);
    hand.release();
    expect(canvas.map()).toBe(before);
    expect(canvas.said()).toBeNull();
  });

  test('is taken back by Escape', () => {
    const before = canvas.map();
    hand.pressOn(ID.paid);
    hand.moveBy(0, 100);
    hand.type('Escape');
    expect(canvas.store.getState()).toMatchObject({ dragged: null, guides: [], carrying: null });
    hand.release();
    expect(canvas.map()).toBe(before);
  });
});

describe('dragging a card with Alt', () => {
  test('leaves the original and puts down a copy, which is selected', () => {
    hand.hold('Alt', 'Ctrl');
    hand.pressOn(ID.form);
    hand.moveBy(0, 300);
    expect(canvas.store.getState()).toMatchObject({ copying: true, carrying: null, dropOn: null });
    hand.release();
    const [copy] = canvas.selected();
    expect(copy).not.toBe(ID.form);
    expect(touchpoint(ID.form)?.position).toEqual({ x: 40, y: 0 });
    expect(touchpoint(copy!)).toMatchObject({ name: 'Form', position: { x: 40, y: 300 } });
    expect(canvas.said()).toMatchObject({ id: 'command.said.duplicated', values: { count: 1 } });
  });

  test('copies two with the transition between them, and selects the two', () => {
    canvas.select(ID.form, ID.paid);
    hand.hold('Alt', 'Ctrl');
    hand.pressOn(ID.form);
    hand.moveBy(0, 400);
    hand.release();
    const [form, paid] = canvas.selected();
    expect(canvas.selected()).toHaveLength(2);
    expect(outgoingOf(canvas.map(), form!).map(([, { to }]) => to)).toEqual([paid]);
    expect(canvas.said()?.values).toEqual({ count: 2 });
  });

  test('moves after all when Alt is let go of before the release', () => {
    hand.hold('Alt', 'Ctrl');
    hand.pressOn(ID.form);
    hand.moveBy(0, 300);
    hand.letGoOf('Alt');
    hand.moveBy(0, 1);
    hand.release();
    expect(Object.keys(canvas.map().touchpoints)).toHaveLength(3);
    expect(touchpoint(ID.form)?.position).toEqual({ x: 40, y: 301 });
  });
});

describe('dropping a card on a transition', () => {
  /** Above the ad, the form and the transition between them. */
  function withHint() {
    const map = openCanvas().map();
    return openCanvas({
      ...map,
      touchpoints: {
        ...map.touchpoints,
        'touchpoint-hint': {
          ...map.touchpoints[ID.form]!,
          name: 'Hint',
          stage: ID.use,
          position: { x: 40, y: 300 },
        },
      },
    });
  }

  test('puts it on the transition and makes room for it', () => {
    canvas = withHint();
    hand = handOn(canvas);
    const { start, end } = canvas.scene().routes.get(ID.click)!;
    hand.hold('Ctrl');
    hand.pressOn('touchpoint-hint');
    hand.moveTo({ x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 });
    expect(canvas.store.getState().dropOn).toBe(ID.click);
    hand.release();
    expect(canvas.map().transitions[ID.click]).toMatchObject({
      from: ID.ad,
      to: 'touchpoint-hint',
    });
    expect(outgoingOf(canvas.map(), 'touchpoint-hint').map(([, { to }]) => to)).toEqual([ID.form]);
    expect(canvas.said()).toMatchObject({ id: 'canvas.said.inserted', values: { name: 'Hint' } });
    expect(canvas.stepsToUndo()).toBe(1);
  });

  test('is not offered for a transition the card ends itself', () => {
    const { start, end } = canvas.scene().routes.get(ID.click)!;
    hand.hold('Ctrl');
    hand.pressOn(ID.form);
    hand.moveTo({ x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 });
    expect(canvas.store.getState().dropOn).toBeNull();
  });

  test('is not offered for two cards at once, nor for a copy', () => {
    canvas = withHint();
    hand = handOn(canvas);
    const { start, end } = canvas.scene().routes.get(ID.click)!;
    const onLine = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
    hand.hold('Ctrl', 'Alt');
    hand.pressOn('touchpoint-hint');
    hand.moveTo(onLine);
    expect(canvas.store.getState().dropOn).toBeNull();
    hand.type('Escape');
    hand.letGoOf('Alt');
    canvas.select('touchpoint-hint', ID.paid);
    hand.pressOn('touchpoint-hint');
    hand.moveTo(onLine);
    expect(canvas.store.getState().dropOn).toBeNull();
  });

  test('needs the middle of the card near the line', () => {
    canvas = withHint();
    hand = handOn(canvas);
    const { start, end } = canvas.scene().routes.get(ID.click)!;
    hand.hold('Ctrl');
    hand.pressOn('touchpoint-hint');
    hand.moveTo({ x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 + 21 });
    expect(canvas.store.getState().dropOn).toBe(ID.click);
    hand.moveBy(0, 2);
    expect(canvas.store.getState().dropOn).toBeNull();
  });
});
