import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findBreakEven, withinEverybody } from '../../src/insight/levers/breakEven';

const straight = (profit: number, slope: number) => (factor: number) =>
  Promise.resolve(profit + slope * (factor - 1));

describe('what breaks even', () => {
  test('a straight lever is found where the line meets 0', async () => {
    const profitAt = straight(-3_000, 20_000);
    const found = await findBreakEven({ profitAt, profit: -3_000, limit: 10, tolerance: 1 });
    expect(found.kind).toBe('found');
    expect(found.factor).toBeCloseTo(1.15, 3);
  });

  test('a lever that saturates below 0 cannot break even, and says how far it gets', async () => {
    const profitAt = (factor: number) => Promise.resolve(-3_000 + 1_000 * (1 - 1 / factor));
    const found = await findBreakEven({ profitAt, profit: -3_000, limit: 20, tolerance: 1 });
    expect(found).toMatchObject({ kind: 'cannot', factor: 20, profit: -2_050 });
  });

  test('a lever that makes it worse cannot break even', async () => {
    const profitAt = straight(-3_000, -5_000);
    const found = await findBreakEven({ profitAt, profit: -3_000, limit: 5, tolerance: 1 });
    expect(found.kind).toBe('cannot');
  });

  test('a profit is followed down to 0, or borne to the end', async () => {
    const down = straight(4_000, 10_000);
    const found = await findBreakEven({ profitAt: down, profit: 4_000, limit: 0, tolerance: 1 });
    expect(found.kind).toBe('found');
    expect(found.factor).toBeCloseTo(0.6, 3);
    const borne = straight(4_000, 1_000);
    const safe = await findBreakEven({ profitAt: borne, profit: 4_000, limit: 0, tolerance: 1 });
    expect(safe).toMatchObject({ kind: 'cannot', factor: 0, profit: 3_000 });
  });

  test('whatever rises through 0 is found within tolerance, in at most fifteen runs', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: -1e5, max: -200, noNaN: true }),
        fc.double({ min: 1.02, max: 9, noNaN: true }),
        fc.double({ min: 0.4, max: 2.5, noNaN: true }),
        async (profit, root, bend) => {
          let runs = 0;
          const curve = (factor: number) => profit * (1 - ((factor - 1) / (root - 1)) ** bend);
          const found = await findBreakEven({
            profit,
            limit: 10,
            tolerance: Math.max(100, Math.abs(profit) * 0.01),
            profitAt: (factor) => {
              runs += 1;
              return Promise.resolve(curve(factor));
            },
          });
          expect(found.kind).toBe('found');
          expect(Math.abs(curve(found.factor))).toBeLessThanOrEqual(
            Math.max(100, Math.abs(profit) * 0.03),
          );
          expect(runs).toBeLessThanOrEqual(15);
        },
      ),
    );
  });
});

describe('a slope thought of beforehand', () => {
  const count = (curve: (factor: number) => number) => {
    const asked: number[] = [];
    const profitAt = (factor: number) => {
      asked.push(factor);
      return Promise.resolve(curve(factor));
    };
    return { asked, profitAt };
  };

  test('finds a straight lever at the first try', async () => {
    const { asked, profitAt } = count((factor) => -3_000 + 20_000 * (factor - 1));
    const found = await findBreakEven({
      profitAt,
      profit: -3_000,
      slope: 20_000,
      limit: 10,
      tolerance: 1,
    });
    expect(found.factor).toBeCloseTo(1.15, 9);
    expect(asked).toHaveLength(1);
  });

  test('asks a hopeless lever only how far it gets', async () => {
    const { asked, profitAt } = count((factor) => -3_000 + 100 * (factor - 1));
    const options = { profitAt, profit: -3_000, slope: 100, limit: 2, tolerance: 1 };
    expect(await findBreakEven(options)).toMatchObject({ kind: 'cannot', profit: -2_900 });
    expect(asked).toEqual([2]);
  });

  test('may be quite wrong and the answer is found all the same', async () => {
    for (const slope of [0, 50, 2_000, 500_000]) {
      const { profitAt } = count((factor) => -3_000 + 20_000 * (factor - 1));
      const options = { profitAt, profit: -3_000, slope, limit: 10, tolerance: 1 };
      const found = await findBreakEven(options);
      expect(found.kind).toBe('found');
      expect(found.factor).toBeCloseTo(1.15, 3);
    }
  });
});

test('a rise that would take more than everybody cannot break even', () => {
  const found = { kind: 'found', factor: 7.458, slope: 1 } as const;
  expect(withinEverybody(found, 0.149).kind).toBe('cannot');
  expect(withinEverybody(found, 0.13)).toBe(found);
  const fall = { kind: 'found', factor: 0.9, slope: 1 } as const;
  expect(withinEverybody(fall, 1)).toBe(fall);
});

describe('the runs it takes', () => {
  const counted = (profitAt: (factor: number) => number) => {
    const factors: number[] = [];
    return {
      factors,
      profitAt: (factor: number) => {
        factors.push(factor);
        return Promise.resolve(profitAt(factor));
      },
    };
  };

  test('a lever that is hopeless by far is settled by the furthest it can go', async () => {
    const { factors, profitAt } = counted((factor) => -1_000 + 10 * (factor - 1));
    const found = await findBreakEven({
      profitAt,
      profit: -1_000,
      slope: 10,
      limit: 2,
      tolerance: 1,
    });
    expect(found).toMatchObject({ kind: 'cannot', factor: 2 });
    expect(factors).toEqual([2]);
  });

  test('a thought that is right needs one run', async () => {
    const { factors, profitAt } = counted((factor) => -1_000 + 5_000 * (factor - 1));
    const found = await findBreakEven({
      profitAt,
      profit: -1_000,
      slope: 5_000,
      limit: 4,
      tolerance: 1,
    });
    expect(found.factor).toBeCloseTo(1.2, 9);
    expect(factors).toHaveLength(1);
  });

  test('a straight line without a thought needs three: a first step, one beyond, and the answer', async () => {
    const { factors, profitAt } = counted((factor) => -1_000 + 2_000 * (factor - 1));
    const found = await findBreakEven({ profitAt, profit: -1_000, limit: 4, tolerance: 1 });
    expect(found.factor).toBeCloseTo(1.5, 6);
    expect(factors).toHaveLength(3);
    // The second lies a fifth beyond where the slope points.
    expect(factors[1]).toBeCloseTo(1.6, 9);
  });

  test('none goes beyond the limit, even where the slope points just beyond it', async () => {
    const { factors, profitAt } = counted((factor) => -1_000 + 300 * (factor - 1));
    const found = await findBreakEven({ profitAt, profit: -1_000, limit: 4, tolerance: 1 });
    expect(found).toMatchObject({ kind: 'cannot', factor: 4 });
    expect(Math.max(...factors)).toBe(4);
  });

  test('a profit of 0 needs none', async () => {
    const { factors, profitAt } = counted(() => 0);
    const found = await findBreakEven({ profitAt, profit: 0, limit: 4, tolerance: 1 });
    expect(found).toEqual({ kind: 'found', factor: 1, slope: 0 });
    expect(factors).toEqual([]);
  });
});
