import { describe, expect, test } from 'vitest';
import { type RuleId, RULE_IDS } from '../../src/checks';
import { CASES } from './cases';
import { changes, fixed, found, soundMap, told } from './support';

test('the sound map has no problem of any rule', () => {
  expect(RULE_IDS.flatMap((rule) => found(soundMap(), rule))).toEqual([]);
});

test('every rule has a case', () => {
  expect(Object.keys(CASES).map((name) => name.split(':')[0])).toEqual(
    expect.arrayContaining([...RULE_IDS]),
  );
});

describe.each(Object.entries(CASES))('%s', (name, { bad, near, finds, fixes }) => {
  const rule = name.split(':')[0] as RuleId;

  test('is found and named, but not in a near miss', () => {
    expect(told(bad, rule)).toEqual([finds]);
    expect(found(near, rule)).toEqual([]);
  });

  test('offers its fixes, the best first, and each makes this finding go', () => {
    const [problem] = found(bad, rule);
    expect(problem?.fixes.map((fix) => fix.id)).toEqual(Object.keys(fixes));
    for (const fix of problem?.fixes ?? []) {
      expect(fix.message.id).toBe(`check.${rule}.fix.${fix.id}`);
      const left = found(fixed(bad, problem, fix.id), rule).map(({ key }) => key);
      expect(left).not.toContain(problem?.key);
    }
  });

  test.each(Object.entries(fixes))('the fix %s changes %j and nothing else', (fix, changed) => {
    expect(changes(bad, rule, fix)).toEqual(changed);
  });
});
