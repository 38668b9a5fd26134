import { beforeEach, describe, expect, test } from 'vitest';
import { addTouchpoint } from '../../../src/editing/commands/placing';
import { freeSpot, makeRoom } from '../../../src/editing/commands/room';
import { inTurn, moveTouchpoints } from '../../../src/map/edits';
import { ID, someone } from './support';

let me: ReturnType<typeof someone>;
beforeEach(() => {
  me = someone();
});

describe('putting a touchpoint between two of a column', () => {
  test('pushes down what is below, and no further than needed', () => {
    const put = addTouchpoint('touchpoint-new', { stage: ID.buy, x: 40, y: 64 });
    me.editor.edit('canvas.step.insert', inTurn(put, makeRoom('touchpoint-new')));
    const y = (id: string) => me.map().touchpoints[id]?.position.y;
    expect([y(ID.form), y('touchpoint-new'), y(ID.paid)]).toEqual([0, 144, 288]);
  });

  test('beside two that lie side by side takes a place free of both', () => {
    const edits = inTurn(
      addTouchpoint('touchpoint-next', { stage: ID.buy, x: 336, y: 0 }),
      addTouchpoint('touchpoint-new', { stage: ID.buy, x: 184, y: 0 }),
      makeRoom('touchpoint-new'),
    );
    me.editor.edit('canvas.step.insert', edits);
    const own = me.map().touchpoints['touchpoint-new'];
    expect(own?.position.x).toBe(184);
    for (const id of [ID.form, ID.paid, 'touchpoint-next']) {
      const other = me.map().touchpoints[id]!.position;
      const gapX = Math.abs(other.x - own!.position.x) - 224;
      const gapY = Math.abs(other.y - own!.position.y) - 96;
      expect(Math.max(gapX, gapY)).toBeGreaterThanOrEqual(8);
    }
  });

  test('moves nothing where there is room', () => {
    const before = me.map().touchpoints[ID.form];
    const put = addTouchpoint('touchpoint-new', { stage: ID.buy, x: 400, y: 0 });
    me.editor.edit('canvas.step.insert', inTurn(put, makeRoom('touchpoint-new')));
    expect(me.map().touchpoints[ID.form]).toBe(before);
  });

  test('covering the lower one from above pushes that one down alone', () => {
    const low = addTouchpoint('touchpoint-low', { stage: ID.buy, x: 40, y: 704 });
    const put = addTouchpoint('touchpoint-new', { stage: ID.buy, x: 40, y: 104 });
    me.editor.edit('canvas.step.insert', inTurn(low, put, makeRoom('touchpoint-new')));
    const y = (id: string) => me.map().touchpoints[id]?.position.y;
    expect([y('touchpoint-new'), y(ID.paid), y('touchpoint-low')]).toEqual([104, 248, 704]);
  });

  test('pushes one after another as far as they are close', () => {
    const next = addTouchpoint('touchpoint-low', { stage: ID.buy, x: 40, y: 288 });
    const put = addTouchpoint('touchpoint-new', { stage: ID.buy, x: 40, y: 104 });
    me.editor.edit('canvas.step.insert', inTurn(next, put, makeRoom('touchpoint-new')));
    const y = (id: string) => me.map().touchpoints[id]?.position.y;
    expect([y(ID.paid), y('touchpoint-low')]).toEqual([248, 392]);
  });

  test('of nothing does nothing', () => {
    const before = me.map();
    me.editor.edit('canvas.step.insert', makeRoom('touchpoint-none'));
    expect(me.map()).toBe(before);
  });
});

describe('a free place for a card', () => {
  const at = (x: number, y: number) => freeSpot(me.map(), { x, y, width: 224, height: 96 });

  test('is where it would be when nothing is there', () => {
    expect(at(40, 400)).toEqual({ stage: ID.see, x: 40, y: 400 });
  });

  test('is the nearest below or above, no higher than the first row', () => {
    expect(at(40, 0)).toEqual({ stage: ID.see, x: 40, y: 144 });
    expect(at(348, 160)).toEqual({ stage: ID.buy, x: 40, y: 304 });
    me.editor.edit(
      'canvas.step.move',
      moveTouchpoints([{ id: ID.ad, position: { x: 40, y: 150 } }]),
    );
    expect(at(40, 150)).toEqual({ stage: ID.see, x: 40, y: 6 });
    expect(at(40, 200)).toEqual({ stage: ID.see, x: 40, y: 272 });
  });

  test('leaves eight pixels to any other', () => {
    expect(at(40, 104)).toEqual({ stage: ID.see, x: 40, y: 104 });
    expect(at(40, 103).y).not.toBe(103);
    expect(at(272, 0).y).not.toBe(0);
  });

  test('of a card of the map does not count the card itself', () => {
    const rect = { x: 40, y: 0, width: 224, height: 96 };
    expect(freeSpot(me.map(), rect, ID.ad)).toEqual({ stage: ID.see, x: 40, y: 0 });
  });
});
