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
