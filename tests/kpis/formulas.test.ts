import { describe, expect, test } from 'vitest';
import {
  churnRate,
  churnRateOfAll,
  clvMultiple,
  grossRevenueRetention,
  meanLoss,
  mrrAtEnd,
  netPromoterScore,
  netRevenueRetention,
  paybackMonths,
  quickRatio,
  retentionRate,
  steadyClv,
} from '../../src/kpis/formulas';

const moves = { start: 0, new: 0, expansion: 0, reactivation: 0, contraction: 0, churned: 0 };

describe('the published golden values', () => {
  test('S 200, N 30, E 190 is 80 % retention; end 105, new 20, start 100 is 85 %', () => {
    expect(retentionRate(190, 30, 200)).toBeCloseTo(0.8, 12);
    expect(retentionRate(105, 20, 100)).toBeCloseTo(0.85, 12);
  });

  test('10 lost of 500 with 40 new is 2 % or, over all, 1.85 %', () => {
    expect(churnRate(10, 500)).toBe(0.02);
    expect(churnRateOfAll(10, 500, 40)).toBeCloseTo(0.0185185, 7);
  });

  test('MRR of 50k moves to 58k', () => {
    const end = mrrAtEnd({
      start: 50_000,
      new: 8_000,
      expansion: 4_000,
      reactivation: 1_000,
      contraction: 2_000,
      churned: 3_000,
    });
    expect(end).toBe(58_000);
  });

  test('quick ratio is 2.6 with reactivation and 2.4 without', () => {
    const example = { ...moves, new: 8, expansion: 4, reactivation: 1, contraction: 2, churned: 3 };
    expect(quickRatio(example, true)).toBeCloseTo(2.6, 12);
    expect(quickRatio(example, false)).toBeCloseTo(2.4, 12);
  });

  test('start 100, +10, −3, −5 is NRR 102 % and GRR 92 %', () => {
    const example = { ...moves, start: 100, expansion: 10, contraction: 3, churned: 5 };
    expect(netRevenueRetention(example)).toBeCloseTo(1.02, 12);
    expect(grossRevenueRetention(example)).toBeCloseTo(0.92, 12);
  });

  test('ARPU 100, margin 85 %, churn 2 % is a CLV of 4,250', () => {
    expect(steadyClv(100, 0.85, 0.02)).toBeCloseTo(4_250, 9);
  });

  test('retention .8 at discount .1 is 2.6667 yearly margins, 3.6667 with the first', () => {
    expect(clvMultiple(0.8, 0.1, false)).toBeCloseTo(2.6667, 4);
    expect(clvMultiple(0.8, 0.1, true)).toBeCloseTo(3.6667, 4);
  });

  test('CAC 300 against 100 a month is paid back in 3 months', () => {
    expect(paybackMonths(300, 100)).toBe(3);
  });

  test('60/25/15 is NPS 45; 30 % promoters and 20 % detractors is +10', () => {
    expect(netPromoterScore(60, 25, 15)).toBeCloseTo(45, 12);
    expect(netPromoterScore(30, 50, 20)).toBeCloseTo(10, 12);
  });
});

test('a constant loss leads from one share to the other, and from nothing nowhere', () => {
  expect(meanLoss(0.8, 0.2, 2)).toBeCloseTo(0.5, 12);
  expect(meanLoss(0.5, 0.5, 3)).toBe(0);
  expect(meanLoss(0.5, 0, 3)).toBe(1);
  expect(meanLoss(0, 0.5, 3)).toBeNull();
  expect(meanLoss(0.5, 0.2, 0)).toBeNull();
});

test('nothing to divide by is no number, not infinity', () => {
  expect(churnRate(1, 0)).toBeNull();
  expect(netPromoterScore(0, 0, 0)).toBeNull();
  expect(paybackMonths(300, -5)).toBeNull();
});
