import { describe, expect, test } from 'vitest';
import { type Rect, snapTo } from '../../../src/map/layout';

const box = (x: number, y: number): Rect => ({ x, y, width: 100, height: 50 });

describe('a dragged box', () => {
  test('snaps to the edge of another within reach, and shows it', () => {
    const { shift, guides } = snapTo(box(4, 300), [box(0, 0)], 6);
    expect(shift).toEqual({ x: -4, y: 0 });
    expect(guides).toHaveLength(1);
    expect(guides[0]?.kind).toBe('edge');
  });

  test('stays where it is when nothing is near', () => {
    expect(snapTo(box(20, 300), [box(0, 0)], 6)).toEqual({ shift: { x: 0, y: 0 }, guides: [] });
  });

  test('takes the nearest of several', () => {
    expect(snapTo(box(3, 300), [box(0, 0), box(4, 100)], 6).shift.x).toBe(1);
  });

  test('keeps the same gap as two others in its row', () => {
    const { shift, guides } = snapTo(box(365, 3), [box(0, 0), box(180, 0)], 6);
    expect(shift.x).toBe(-5);
    expect(guides.filter(({ kind }) => kind === 'gap')).toHaveLength(2);
  });

  test('stands in the middle between two others', () => {
    expect(snapTo(box(203, 20), [box(0, 0), box(400, 0)], 6).shift.x).toBe(-3);
  });

  test('does all that downwards as well', () => {
    expect(snapTo(box(20, 204), [box(0, 0), box(0, 400)], 6).shift.y).toBe(-4);
  });
});

describe('what is shown', () => {
  const wide = (x: number, y: number, width: number): Rect => ({ x, y, width, height: 50 });
  const edge = (x: number, y1: number, y2: number) => ({
    kind: 'edge',
    from: { x, y: y1 },
    to: { x, y: y2 },
  });
  const gap = (x1: number, x2: number, y: number) => ({
    kind: 'gap',
    from: { x: x1, y },
    to: { x: x2, y },
  });

  test('is one line past both boxes at the left edges, the middles or the right edges', () => {
    const other = [wide(0, 0, 60)];
    expect(snapTo(box(4, 300), other, 6)).toEqual({
      shift: { x: -4, y: 0 },
      guides: [edge(0, -12, 362)],
    });
    expect(snapTo(box(-18, 300), other, 6)).toEqual({
      shift: { x: -2, y: 0 },
      guides: [edge(30, -12, 362)],
    });
    expect(snapTo(box(-37, -300), other, 6)).toEqual({
      shift: { x: -3, y: 0 },
      guides: [edge(60, -312, 62)],
    });
  });

  test('is a level line for tops, middles and bottoms', () => {
    expect(snapTo(box(300, 4), [box(0, 0)], 6)).toEqual({
      shift: { x: 0, y: -4 },
      guides: [{ kind: 'edge', from: { x: -12, y: 0 }, to: { x: 412, y: 0 } }],
    });
  });

  test('is a line for each direction when both snap', () => {
    const { shift, guides } = snapTo(box(2, 3), [box(0, 0)], 6);
    expect(shift).toEqual({ x: -2, y: -3 });
    expect(guides).toEqual([
      edge(0, -12, 62),
      { kind: 'edge', from: { x: -12, y: 0 }, to: { x: 112, y: 0 } },
    ]);
  });

  test('is both gaps, right of two others in a row', () => {
    expect(snapTo(box(365, 20), [box(0, 0), box(180, 0)], 6)).toEqual({
      shift: { x: -5, y: 0 },
      guides: [gap(100, 180, 45), gap(280, 360, 45)],
    });
  });

  test('is both gaps, left of two others in a row, in whichever order they come', () => {
    const expected = { shift: { x: -3, y: 0 }, guides: [gap(280, 360, 45), gap(100, 180, 45)] };
    expect(snapTo(box(3, 20), [box(180, 0), box(360, 0)], 6)).toEqual(expected);
    expect(snapTo(box(3, 20), [box(360, 0), box(180, 0)], 6)).toEqual(expected);
  });

  test('is the gaps on both sides, between two others', () => {
    expect(snapTo(box(203, 20), [box(0, 0), box(400, 0)], 6)).toEqual({
      shift: { x: -3, y: 0 },
      guides: [gap(100, 200, 45), gap(300, 400, 45)],
    });
  });

  test('is the gaps above and below as well', () => {
    expect(snapTo(box(20, 204), [box(0, 0), box(0, 400)], 6)).toEqual({
      shift: { x: 0, y: -4 },
      guides: [
        { kind: 'gap', from: { x: 70, y: 50 }, to: { x: 70, y: 200 } },
        { kind: 'gap', from: { x: 70, y: 250 }, to: { x: 70, y: 400 } },
      ],
    });
  });
});

describe('what a box snaps to', () => {
  const xShift = (dragged: Rect, ...others: Rect[]) => snapTo(dragged, others, 6).shift.x;

  test('is exactly within reach', () => {
    expect([xShift(box(6, 300), box(0, 0)), xShift(box(7, 300), box(0, 0))]).toEqual([-6, 0]);
    expect([xShift(box(-6, 300), box(0, 0)), xShift(box(-7, 300), box(0, 0))]).toEqual([6, 0]);
  });

  test('is the first of two that are equally near', () => {
    expect(xShift(box(0, 300), box(3, 0), box(-3, 100))).toBe(3);
    expect(xShift(box(0, 300), box(-3, 0), box(3, 100))).toBe(-3);
  });

  test('is no gap of others that touch or overlap', () => {
    expect(xShift(box(203, 20), box(0, 0), box(100, 0))).toBe(0);
    expect(xShift(box(183, 20), box(0, 0), box(90, 0))).toBe(0);
    expect(xShift(box(204, 20), box(0, 0), box(101, 0))).toBe(-2);
  });

  test('is no gap of others above or below', () => {
    expect(xShift(box(365, 49), box(0, 0), box(180, 0))).toBe(-5);
    expect(xShift(box(365, 50), box(0, 0), box(180, 0))).toBe(0);
    expect(xShift(box(365, -49), box(0, 0), box(180, 0))).toBe(-5);
    expect(xShift(box(365, -50), box(0, 0), box(180, 0))).toBe(0);
  });

  test('is the middle of a gap only when the box has room in it', () => {
    expect(xShift(box(103, 20), box(0, 0), box(200, 0))).toBe(0);
    expect(xShift(box(103, 20), box(0, 0), box(201, 0))).toBe(-2.5);
    expect(xShift(box(98, 20), box(0, 0), box(190, 0))).toBe(0);
  });

  test('is only the gap of neighbours', () => {
    // The gaps are 20 and 30, that of the outer two would be 150: 370 + 150 is 520.
    expect(xShift(box(522, 20), box(0, 0), box(120, 0), box(250, 0))).toBe(0);
    expect(xShift(box(382, 20), box(0, 0), box(120, 0), box(250, 0))).toBe(-2);
  });
});
