import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExactSums } from '../../../../src/simulation/compiled/tally/exactSums';

const sumOf = (values: readonly number[]) => {
  const sums = new ExactSums(1);
  for (const value of values) sums.add(0, value);
  return sums;
};
const partsOf = ({ top, high, low }: ExactSums) => [top[0], high[0], low[0]];

/** Of every size that a limb could mistake, gains and losses alike. */
const amounts = fc.array(
  fc
    .record({
      digits: fc.double({ min: -8, max: 8, noNaN: true }),
      scale: fc.constantFrom(1, 2 ** 9, 2 ** 11, 2 ** 30),
    })
    .map(({ digits, scale }) => digits * scale),
  { maxLength: 30 },
);

test('a sum is the same bits however its addends are split', () => {
  fc.assert(
    fc.property(amounts, fc.nat(30), (values, at) => {
      const merged = sumOf(values.slice(0, at));
      merged.merge(sumOf(values.slice(at)));
      expect(partsOf(merged)).toEqual(partsOf(sumOf(values)));
    }),
  );
});

test('a loss of a few thousands is rounded to the same unit as any other amount', () => {
  const loss = -2500 - 2 ** -41;
  const whole = sumOf(Array.from({ length: 9 }, () => loss));
  const merged = sumOf([loss, loss, loss, loss]);
  merged.merge(sumOf([loss, loss, loss, loss, loss]));
  expect(partsOf(merged)).toEqual(partsOf(whole));
  for (const part of partsOf(whole)) expect(Number.isInteger(part! * 2 ** 40)).toBe(true);
});
