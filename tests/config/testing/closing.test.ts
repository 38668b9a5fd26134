import { describe, expect, test } from 'vitest';
import { closing, type Part } from '../../../.config/testing/closing.mjs';

const part = (name: string, rest: Partial<Part> = {}): Part => ({ name, ms: 0, ...rest });
const last = (...parts: Part[]) => closing(parts).lines.at(-1);

describe('the last line of a test run', () => {
  test('is the plain sum over all parts', () => {
    const unit = part('unit', { passed: 10, failed: 1, skipped: 0 });
    const browser = part('end-to-end', { passed: 4, failed: 2, skipped: 0 });
    expect(last(part('install'), unit, browser)).toBe('14 passed, 3 failed');
  });

  test('says that the run was aborted, and counts a part that died as one failure', () => {
    const unit = part('unit', { passed: 10, failed: 0, skipped: 0 });
    expect(last(unit, part('build', { problem: 'it broke' }))).toBe('Aborted: 10 passed, 1 failed');
    expect(last(part('install', { problem: 'offline' }))).toBe('Aborted: 0 passed, 1 failed');
  });

  test('counts no failure twice where a part that died had failing tests', () => {
    expect(last(part('unit', { passed: 1, failed: 2, problem: 'killed' }))).toBe(
      'Aborted: 1 passed, 2 failed',
    );
  });
});

test('the line before the last tells where the run died and why', () => {
  const { lines } = closing([part('install'), part('browser', { problem: 'No Chromium found' })]);
  expect(lines.at(-2)).toBe('The run died at browser: No Chromium found');
});

test('the time of each part is printed, and of all together', () => {
  const { lines } = closing([part('install', { ms: 1_234 }), part('end-to-end', { ms: 61_000 })]);
  expect(lines.slice(0, 4)).toEqual([
    'Time by part:',
    '  install         1.2 s',
    '  end-to-end     61.0 s',
    '  all            62.2 s',
  ]);
});

test('skipped tests are reported, and only where there are any', () => {
  const told = (skipped: number) =>
    closing([part('unit', { passed: 1, failed: 0, skipped })]).lines.some((line) =>
      line.includes('skipped'),
    );
  expect([told(0), told(2)]).toEqual([false, true]);
});

test('a run is good only when something passed and nothing failed or died', () => {
  const isGood = (rest: Partial<Part>) => closing([part('unit', rest)]).isGood;
  expect(isGood({ passed: 1, failed: 0 })).toBe(true);
  expect(isGood({ passed: 0, failed: 0 })).toBe(false);
  expect(isGood({ passed: 1, failed: 1 })).toBe(false);
  expect(isGood({ passed: 1, failed: 0, problem: 'killed' })).toBe(false);
});
