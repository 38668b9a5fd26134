import { describe, expect, test } from 'vitest';
import {
  fitRenewals,
  fitRetention,
  renewal,
  survival,
} from '../../../src/simulation/statistics/shiftedBetaGeometric';

/** ln of the likelihood of renewals, written out. */
function likelihood(renewed: number[], lost: number[], alpha: number, beta: number): number {
  return renewed.reduce((sum, stayed, t) => {
    const whole = alpha + beta + t;
    const went = lost[t]! > 0 ? lost[t]! * Math.log(alpha / whole) : 0;
    return sum + (stayed > 0 ? stayed * Math.log((beta + t) / whole) : 0) + went;
  }, 0);
}

describe('a fit of retention', () => {
  test.each([
    ['churn that falls', [700, 560, 470, 410], [300, 140, 90, 60]],
    ['high churn at first', [100, 80, 72], [900, 20, 8]],
    ['low churn', [990, 982, 975], [10, 8, 7]],
    ['people who differ a lot', [500, 480, 475], [500, 20, 5]],
    ['groups that are not the same from one renewal to the next', [50, 300], [30, 60]],
  ])('is likelier than all near it: %s', (_, renewed, lost) => {
    const { alpha, beta, logLikelihood } = fitRenewals(renewed, lost)!;
    expect(logLikelihood).toBeCloseTo(likelihood(renewed, lost, alpha, beta), 6);
    for (const factor of [0.9, 0.99, 1.01, 1.1]) {
      for (const other of [0.9, 0.99, 1, 1.01, 1.1]) {
        const near = likelihood(renewed, lost, alpha * factor, beta * other);
        expect(logLikelihood).toBeGreaterThan(near - 1e-7);
      }
    }
  });

  test('of people who are alike is as likely as one churn for all', () => {
    const renewed = [3571, 348, 32, 3, 0, 0];
    const lost = [332, 3223, 316, 29, 3, 0];
    const stayed = renewed.reduce((sum, each) => sum + each, 0);
    const went = lost.reduce((sum, each) => sum + each, 0);
    const churn = went / (stayed + went);
    const alike = went * Math.log(churn) + stayed * Math.log(1 - churn);
    const { alpha, beta, logLikelihood } = fitRenewals(renewed, lost)!;
    expect(alpha / (alpha + beta)).toBeCloseTo(churn, 4);
    expect(Math.abs(logLikelihood - alike)).toBeLessThan(0.01);
  });

  test('finds the parameters a curve was made with', () => {
    const made = { alpha: 0.7, beta: 2.1 };
    const alive = Array.from({ length: 9 }, (_, t) => 1e6 * survival(made, t));
    const { alpha, beta } = fitRetention(alive)!;
    expect(alpha).toBeCloseTo(0.7, 5);
    expect(beta).toBeCloseTo(2.1, 5);
  });

  test('is none where nobody was lost, where fewer than two renewals were seen, or more came than were', () => {
    expect(fitRenewals([10, 10], [0, 0])).toBeNull();
    expect(fitRenewals([10], [5])).toBeNull();
    expect(fitRenewals([], [])).toBeNull();
    expect(fitRenewals([10, 11], [2, -1])).toBeNull();
    expect(fitRetention([10, 8])).toBeNull();
    expect(fitRetention([10, 8, 9])).toBeNull();
    expect(fitRetention([10, 10, 9])).not.toBeNull();
  });
});

test('who is alive is who has renewed every time', () => {
  const fit = { alpha: 1.5, beta: 4 };
  expect(survival(fit, 0)).toBe(1);
  expect(renewal(fit, 1)).toBeCloseTo(4 / 5.5, 12);
  for (let t = 1; t < 6; t += 1) {
    expect(survival(fit, t)).toBeCloseTo(survival(fit, t - 1) * renewal(fit, t), 12);
  }
});
