import { describe, expect, test } from 'vitest';
import { countsIn, problemOf } from '../../../.config/testing/report.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});
const report = (changes: object) =>
  JSON.stringify({
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...changes,
  });
const counts = { passed: 1, failed: 0, skipped: 0 };

describe('Vitest’s report', () => {
  test('is counted by test; pending and planned tests are skipped ones', () => {
    const text = report({
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 3,
      testResults: [file('failed', 'passed', 'failed'), file('passed', 'passed')],
    });
    expect(countsIn(text)).toEqual({ passed: 5, failed: 1, skipped: 5 });
  });

  test('with a file that could not be loaded counts a failure for it', () => {
    const testResults = [file('failed'), file('failed', 'passed'), file('passed', 'passed')];
    expect(countsIn(report({ numPassedTests: 2, testResults })).failed).toBe(2);
  });

  test('that is cut off in the middle is no report', () => {
    expect(() => countsIn('{"numPassedTests": 3')).toThrow();
    expect(() => countsIn('{}')).toThrow();
  });
});

describe('a run of Vitest', () => {
  test('that ends well has no problem, and none that its failed tests do not say', () => {
    expect(problemOf({ code: 0, signal: null }, counts)).toBeUndefined();
    expect(problemOf({ code: 1, signal: null }, { ...counts, failed: 1 })).toBeUndefined();
  });

  test('that left no report names the signal or the exit code', () => {
    expect(problemOf({ code: null, signal: 'SIGKILL' }, undefined)).toContain('SIGKILL');
    expect(problemOf({ code: 7, signal: null }, undefined)).toContain('exit code 7');
  });

  test('that ends badly with no failed test has a problem outside the tests', () => {
    expect(problemOf({ code: 1, signal: null }, counts)).toContain('no test failed');
  });
});
