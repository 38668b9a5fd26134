import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { curvePath, heightOf, levelAt } from '../../../src/map/layout/emotionCurve';

test('every half level is where its height says', () => {
  for (let level = -2; level <= 2; level += 0.5) expect(levelAt(heightOf(level))).toBe(level);
  expect([levelAt(-1), levelAt(2)]).toEqual([2, -2]);
});

test('a curve runs on over what is not said, and needs two points', () => {
  const said = [
    { x: 0.5, level: 1 },
    { x: 1.5, level: null },
    { x: 2.5, level: -1 },
  ];
  expect(curvePath(said, 0, 3)).toMatch(/^M0\.5,.*2\.5,/);
  expect(curvePath(said.slice(0, 2), 0, 3)).toBe('');
});

test('a part of a curve has the shape of the whole', () => {
  const levels = fc.array(fc.option(fc.integer({ min: -2, max: 2 })), {
    minLength: 12,
    maxLength: 40,
  });
  fc.assert(
    fc.property(levels, fc.nat(8), (all, start) => {
      const points = all.map((level, index) => ({ x: index + 0.5, level }));
      const end = start + 3;
      const between = (path: string) =>
        path.split(/(?=C)/).filter((piece) => {
          const x = Number(/([\d.]+),[\d.]+$/.exec(piece)?.[1]);
          return piece.startsWith('C') && x > start && x < end;
        });
      expect(between(curvePath(points, start, end))).toEqual(
        between(curvePath(points, 0, points.length)),
      );
    }),
  );
});
