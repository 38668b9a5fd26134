import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quietTransitions } from '../../src/insight/flow/mainPaths';
import { runs } from '../support/runs';

const flows = (counts: Readonly<Record<string, number>>) => ({
  transitions: Object.fromEntries(
    Object.entries(counts).map(([id, flow]) => [id, { flow, share: 0 }]),
  ),
});

test('the busiest transitions that together carry the share stay, the others are quiet', () => {
  const run = flows({ a: 10, b: 60, c: 30 });
  expect([...quietTransitions(run, 0.5)]).toEqual(['c', 'a']);
  expect([...quietTransitions(run, 0.9)]).toEqual(['a']);
  expect([...quietTransitions(run, 0.91)]).toEqual([]);
});

test('all of the traffic leaves none quiet, not even what nobody takes', () => {
  expect(quietTransitions(flows({ a: 1, b: 0 }), 1).size).toBe(0);
  expect([...quietTransitions(flows({ a: 1, b: 0 }), 0.99)]).toEqual(['b']);
});

test('no quiet transition is busier than one that stays, and those that stay carry the share', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z]{2}$/), fc.nat(1_000)),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (counts, share) => {
        const quiet = quietTransitions(flows(counts), share);
        const of = (isQuiet: boolean) =>
          Object.entries(counts).flatMap(([id, flow]) => (quiet.has(id) === isQuiet ? [flow] : []));
        const sum = (list: number[]) => list.reduce((all, one) => all + one, 0);
        const [loud, silent] = [of(false), of(true)];
        expect(Math.max(0, ...silent)).toBeLessThanOrEqual(Math.min(1_000, ...loud));
        expect(sum(loud)).toBeGreaterThanOrEqual(share * sum([...loud, ...silent]) - 1e-9);
      },
    ),
    { numRuns: runs(100, 5_000) },
  );
});
