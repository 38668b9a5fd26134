import { describe, expect, test } from 'vitest';
import { Attribute } from '../../src/map/schema';
import { ATTRIBUTE_TESTS, attributeClause, newClause, withTest } from '../../src/rules/newClause';
import { A, parsed, T } from './support';

const atLeastOne = { operator: 'at-least', value: 1, to: 1 };

describe('a new clause', () => {
  test.each([
    ['visits', { touchpoint: T, scope: 'journey', ...atLeastOne }],
    ['taken', { transition: T, scope: 'journey', ...atLeastOne }],
    ['contacts', { campaign: T, ...atLeastOne }],
    ['arm', { campaign: T, arm: 'treated' }],
    ['days', atLeastOne],
    ['revenue', atLeastOne],
    ['today', { operator: 'between', value: '2026-12-01', to: '2026-12-31', yearly: true }],
    ['everyone', {}],
    ['segment', { segment: T }],
    ['persona', { persona: T }],
  ] as const)('of kind %s is valid and asks what it is for', (kind, expected) => {
    const clause = newClause(kind, T);
    expect(clause).toEqual({ kind, not: false, ...expected });
    expect(parsed(clause)).toEqual(clause);
  });

  test('of a share is a draw of its own: half of the customers', () => {
    const [one, other] = [newClause('share'), newClause('share')];
    expect(parsed(one)).toEqual(one);
    expect(one).toMatchObject({ kind: 'share', not: false, share: 0.5 });
    expect(one).not.toEqual(other);
  });
});

describe('a clause about an attribute', () => {
  const base = { kind: 'attribute', not: false, attribute: A };
  const attribute = (type: Attribute['type'], choices: readonly string[] = []) =>
    Attribute.parse({ name: 'Plan', type, choices });

  test.each([
    ['number', { test: 'number', operator: 'at-least', value: 0, to: 0 }],
    ['boolean', { test: 'boolean', value: true }],
    ['date', { test: 'age', operator: 'within-last', days: 30 }],
    ['list', { test: 'list', operator: 'contains-any', values: [] }],
    ['text', { test: 'text', operator: 'equals', value: '', caseSensitive: false }],
  ] as const)('of type %s begins with what is asked most', (type, expected) => {
    const clause = attributeClause(A, attribute(type));
    expect(clause).toEqual({ ...base, ...expected });
    expect(parsed(clause)).toEqual(clause);
    expect(ATTRIBUTE_TESTS[type][0]).toBe(expected.test);
  });

  test('of a choice begins with the first choice', () => {
    const clause = attributeClause(A, attribute('choice', ['Basic', 'Plus']));
    expect(clause).toMatchObject({ test: 'text', operator: 'equals', value: 'Basic' });
    expect(attributeClause(A, attribute('choice'))).toMatchObject({ value: '' });
  });

  test.each([
    ['presence', { operator: 'is-set' }],
    ['text', { operator: 'equals', value: 'Basic', caseSensitive: false }],
    ['one-of', { values: [], caseSensitive: false }],
    ['number', { operator: 'at-least', value: 0, to: 0 }],
    ['length', { operator: 'at-least', value: 0, to: 0 }],
    ['boolean', { value: true }],
    ['date', { operator: 'before', value: { daysFromToday: 0 }, to: { daysFromToday: 0 } }],
    ['age', { operator: 'within-last', days: 30 }],
    ['period', { offset: 'this', period: 'month' }],
    ['list', { operator: 'contains-any', values: [] }],
  ] as const)('takes the test %s and keeps whether it is turned round', (name, expected) => {
    const choice = attribute('choice', ['Basic', 'Plus']);
    const turned = { ...attributeClause(A, choice), not: true };
    const clause = withTest(turned, name, choice);
    expect(clause).toEqual({ ...base, not: true, test: name, ...expected });
    expect(parsed(clause)).toEqual(clause);
  });

  test('of an attribute that is gone compares with nothing', () => {
    const clause = attributeClause(A, attribute('number'));
    expect(withTest(clause, 'text', undefined)).toMatchObject({ value: '' });
  });

  test.each(Object.entries(ATTRIBUTE_TESTS))(
    'can be asked of type %s whether it is set',
    (_, tests) => {
      expect(tests).toContain('presence');
      expect(new Set(tests).size).toBe(tests.length);
    },
  );
});
