import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WalkSample } from '../../../src/simulation/compiled/tally/walkSample';

const walkOf = (steps: number) => new Float64Array(2 + 3 * steps);
const stepsIn = (sample: WalkSample) =>
  [...sample].reduce((sum, [, code]) => sum + (code.length - 2) / 3, 0);

function sampleOf(lengths: readonly number[], from: number, to: number, most: number) {
  const sample = new WalkSample(lengths.length, most);
  for (let customer = from; customer < to; customer += 1) {
    if (sample.wants(customer)) sample.add(customer, walkOf(lengths[customer]!));
  }
  return sample;
}

const held = (sample: WalkSample) => ({
  stride: sample.stride,
  customers: [...sample].map(([customer]) => customer).sort((a, b) => a - b),
});

test('keeps at most 2,000 walks of a run, evenly spread', () => {
  const sample = sampleOf(
    Array.from({ length: 5_000 }, () => 3),
    0,
    5_000,
    1e6,
  );
  expect(held(sample).customers).toEqual(Array.from({ length: 1_667 }, (_, k) => 3 * k));
});

test('keeps whole walks of fewer customers where walks are long, down to a single one', () => {
  const most = 100;
  const long = sampleOf(
    Array.from({ length: 64 }, () => 40),
    0,
    64,
    most,
  );
  expect(held(long)).toEqual({ stride: 32, customers: [0, 32] });
  expect(stepsIn(long)).toBe(80);
  expect(held(sampleOf([500, 500], 0, 2, most)).customers).toEqual([0]);
});

test('samples of parts, merged in any order, are the sample of the whole', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 200 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 199 }), { maxLength: 6 }),
      fc.integer({ min: 20, max: 400 }),
      fc.infiniteStream(fc.nat()),
      (lengths, cuts, most, picks) => {
        const ends = [...cuts.filter((at) => at < lengths.length), lengths.length].sort(
          (a, b) => a - b,
        );
        const parts = ends.map((to, part) => sampleOf(lengths, ends[part - 1] ?? 0, to, most));
        const merged = new WalkSample(lengths.length, most);
        while (parts.length > 0) {
          const [part] = parts.splice(picks.next().value % parts.length, 1);
          merged.merge(part!, part!.stride);
        }
        expect(held(merged)).toEqual(held(sampleOf(lengths, 0, lengths.length, most)));
        if (held(merged).customers.length > 1) expect(stepsIn(merged)).toBeLessThanOrEqual(most);
      },
    ),
  );
});
