import { describe, expect, test } from 'vitest';
import { type RuleId, RULE_IDS } from '../../src/checks';
import { CASES } from './cases';
import { fixed, found, soundMap } from './support';

test('the sound map has no problem of any rule', () => {
  expect(RULE_IDS.flatMap((rule) => found(soundMap(), rule))).toEqual([]);
});

test('every rule has a case', () => {
  expect(Object.keys(CASES).map((name) => name.split(':')[0])).toEqual(
    expect.arrayContaining([...RULE_IDS]),
  );
});

describe.each(Object.entries(CASES))('%s', (name, { bad, near, fixes }) => {
  const rule = name.split(':')[0] as RuleId;

  test('is found, but not in a near miss', () => {
    expect(found(bad, rule)).toHaveLength(1);
    expect(found(near, rule)).toEqual([]);
  });

  test('offers its fixes, and each makes this finding go', () => {
    const [problem] = found(bad, rule);
    expect(problem?.fixes.map((fix) => fix.id)).toEqual(fixes);
    for (const fix of fixes) {
      const left = found(fixed(bad, problem, fix), rule).map(({ key }) => key);
      expect(left).not.toContain(problem?.key);
    }
  });
});
