import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NUMBER_OPERATORS, type RuleInput } from '../../src/map/schema';
import {
  type Actual,
  addDays,
  explain,
  type ExplainedClause,
  type Facts,
  holds,
  type TurningValue,
  whatWouldTurn,
} from '../../src/rules';
import { A, attribute, parsed, S, someone, T } from './support';

const NONE = { segments: {} };

function explained(rule: RuleInput | object, facts: Facts): ExplainedClause {
  const explanation = explain(parsed(rule), facts, NONE);
  if (explanation.kind !== 'clause') throw new Error('a clause was expected');
  return explanation;
}

const turnOf = (clause: object, actual: Actual): TurningValue =>
  explained(attribute(clause), someone({ [A]: actual })).turn;

describe('what would have turned a clause', () => {
  const number = (operator: string, actual: Actual) =>
    turnOf({ test: 'number', operator, value: 2, to: 5 }, actual);

  test.each<[string, Actual, TurningValue]>([
    ['equals', 3, { to: 'value', value: 2 }],
    ['equals', 2, { to: 'other' }],
    ['not-equals', 2, { to: 'other' }],
    ['not-equals', 3, { to: 'value', value: 2 }],
    ['less', 1, { to: 'at-least', value: 2 }],
    ['less', 2, { to: 'below', value: 2 }],
    ['at-most', 2, { to: 'above', value: 2 }],
    ['at-most', 3, { to: 'at-most', value: 2 }],
    ['more', 3, { to: 'at-most', value: 2 }],
    ['more', 2, { to: 'above', value: 2 }],
    ['at-least', 2, { to: 'below', value: 2 }],
    ['at-least', 1, { to: 'at-least', value: 2 }],
    ['between', 1, { to: 'at-least', value: 2 }],
    ['between', 3, { to: 'below', value: 2 }],
    ['between', 4, { to: 'above', value: 5 }],
    ['between', 9, { to: 'at-most', value: 5 }],
    ['between', 3.5, { to: 'below', value: 2 }],
    ['between', null, { to: 'at-least', value: 2 }],
    ['not-between', 1, { to: 'at-least', value: 2 }],
    ['not-between', 3, { to: 'below', value: 2 }],
    ['not-between', 4, { to: 'above', value: 5 }],
    ['not-between', 9, { to: 'at-most', value: 5 }],
  ])('“%s” 2 (to 5) with %j: %j', (operator, actual, turn) => {
    expect(number(operator, actual)).toEqual(turn);
  });

  test('is told for what the walk counted as for an attribute', () => {
    const count = { operator: 'at-least', value: 2 };
    const below: TurningValue = { to: 'below', value: 2 };
    const atLeast: TurningValue = { to: 'at-least', value: 2 };
    const facts = someone({}, { contacts: () => 2 });
    expect(explained({ kind: 'visits', touchpoint: T, ...count }, facts).turn).toEqual(below);
    expect(explained({ kind: 'taken', transition: T, ...count }, facts).turn).toEqual(atLeast);
    expect(explained({ kind: 'contacts', campaign: T, ...count }, facts).turn).toEqual(below);
    expect(explained({ kind: 'days', ...count }, facts).turn).toEqual(below);
    expect(explained({ kind: 'revenue', ...count }, facts).turn).toEqual(below);
    expect(turnOf({ test: 'length', ...count }, 'a')).toEqual(atLeast);
    expect(turnOf({ test: 'length', ...count }, ['a', 'b'])).toEqual(below);
  });

  test.each<[string, string, TurningValue]>([
    ['before', '2026-03-09', { to: 'at-least', value: '2026-03-10' }],
    ['before', '2026-03-10', { to: 'below', value: '2026-03-10' }],
    ['on-or-before', '2026-03-10', { to: 'above', value: '2026-03-10' }],
    ['on-or-before', '2026-03-11', { to: 'at-most', value: '2026-03-10' }],
    ['after', '2026-03-11', { to: 'at-most', value: '2026-03-10' }],
    ['after', '2026-03-10', { to: 'above', value: '2026-03-10' }],
    ['on-or-after', '2026-03-10', { to: 'below', value: '2026-03-10' }],
    ['on-or-after', '2026-03-09', { to: 'at-least', value: '2026-03-10' }],
    ['same-day', '2026-03-10', { to: 'other' }],
    ['same-day', '2026-03-11', { to: 'value', value: '2026-03-10' }],
    ['between', '2026-03-15', { to: 'below', value: '2026-03-10' }],
    ['between', '2026-03-09', { to: 'at-least', value: '2026-03-10' }],
    ['between', '2026-03-20', { to: 'below', value: '2026-03-10' }],
    ['between', '2026-03-21', { to: 'at-most', value: '2026-03-20' }],
    ['not-between', '2026-03-15', { to: 'below', value: '2026-03-10' }],
    ['not-between', '2026-03-09', { to: 'at-least', value: '2026-03-10' }],
    ['not-between', '2026-03-21', { to: 'at-most', value: '2026-03-20' }],
  ])('a date “%s” the 10th (to the 20th) on %s: %j', (operator, day, turn) => {
    const dates = { value: '2026-03-10', to: '2026-03-20' };
    expect(turnOf({ test: 'date', operator, ...dates }, day)).toEqual(turn);
    const relative = { value: { daysFromToday: -21 }, to: { daysFromToday: -11 } };
    expect(turnOf({ test: 'date', operator, ...relative }, day)).toEqual(turn);
    const today = { kind: 'today', operator, ...dates };
    expect(explained(today, someone({}, { today: day })).turn).toEqual(turn);
    const yearly = { ...today, yearly: true };
    expect(explained(yearly, someone({}, { today: day })).turn).toEqual({ to: 'other' });
  });

  test('a date that is not set would have to be set', () => {
    expect(turnOf({ test: 'date', operator: 'between', value: '2026-03-10' }, null)).toEqual({
      to: 'at-least',
      value: '2026-03-10',
    });
  });

  test.each<[object, Actual, TurningValue]>([
    [{ test: 'presence', operator: 'is-set' }, 'x', { to: 'unset' }],
    [{ test: 'presence', operator: 'is-set' }, null, { to: 'other' }],
    [{ test: 'presence', operator: 'is-not-set' }, 'x', { to: 'unset' }],
    [{ test: 'presence', operator: 'is-not-set' }, null, { to: 'other' }],
    [{ test: 'presence', operator: 'is-empty' }, 'x', { to: 'unset' }],
    [{ test: 'presence', operator: 'is-empty' }, '', { to: 'other' }],
    [{ test: 'presence', operator: 'is-not-empty' }, 'x', { to: 'unset' }],
    [{ test: 'presence', operator: 'is-not-empty' }, '', { to: 'other' }],
    [{ test: 'text', operator: 'equals', value: 'a' }, 'b', { to: 'value', value: 'a' }],
    [{ test: 'text', operator: 'equals', value: 'a' }, 'a', { to: 'other' }],
    [{ test: 'text', operator: 'not-equals', value: 'a' }, 'a', { to: 'other' }],
    [{ test: 'text', operator: 'not-equals', value: 'a' }, 'b', { to: 'value', value: 'a' }],
    [{ test: 'text', operator: 'not-contains', value: 'a' }, 'b', { to: 'value', value: 'a' }],
    [{ test: 'text', operator: 'matches', value: 'a' }, 'b', { to: 'other' }],
    [{ test: 'text', operator: 'not-matches', value: 'a' }, 'b', { to: 'other' }],
    [{ test: 'one-of', values: ['a', 'b'] }, 'c', { to: 'value', value: 'a' }],
    [{ test: 'one-of', values: ['a', 'b'] }, 'b', { to: 'other' }],
    [{ test: 'one-of', values: [] }, 'b', { to: 'other' }],
    [{ test: 'boolean', value: true }, true, { to: 'value', value: false }],
    [{ test: 'boolean', value: true }, false, { to: 'value', value: true }],
    [{ test: 'boolean', value: false }, false, { to: 'value', value: true }],
    [{ test: 'boolean', value: false }, null, { to: 'value', value: false }],
    [{ test: 'age', operator: 'within-last', days: 3 }, '2020-01-01', { to: 'other' }],
    [{ test: 'period', offset: 'this', period: 'week' }, '2020-01-01', { to: 'other' }],
    [{ test: 'list', operator: 'contains-any', values: ['a'] }, ['b'], { to: 'other' }],
  ])('%j with %j: %j', (clause, actual, turn) => {
    expect(turnOf(clause, actual)).toEqual(turn);
    // Turning it around changes what the clause says, not what would change it.
    expect(turnOf({ ...clause, not: true }, actual)).toEqual(turn);
  });

  test('an arm, a persona or a draw is reported by its value', () => {
    const turn = (rule: object) => explained(rule, someone()).turn;
    expect(turn({ kind: 'arm', campaign: T, arm: 'control' })).toEqual({
      to: 'value',
      value: 'control',
    });
    expect(turn({ kind: 'arm', campaign: T, arm: 'treated' })).toEqual({ to: 'other' });
    expect(turn({ kind: 'persona', persona: S })).toEqual({ to: 'value', value: S });
    expect(turn({ kind: 'persona', persona: 'personappppp' })).toEqual({ to: 'other' });
    expect(turn({ kind: 'share', id: T, share: 0.3 })).toEqual({ to: 'at-least', value: 0.3 });
    expect(turn({ kind: 'share', id: T, share: 0.2 })).toEqual({ to: 'below', value: 0.2 });
    expect(turn({ kind: 'everyone' })).toEqual({ to: 'other' });
  });

  test('really turns a number, and nothing nearer does', () => {
    const tiny = 1e-6;
    fc.assert(
      fc.property(
        fc.constantFrom(...NUMBER_OPERATORS),
        fc.integer({ min: -3, max: 3 }),
        fc.integer({ min: 1, max: 5 }),
        fc.double({ min: -9, max: 9, noNaN: true }),
        (operator, value, width, actual) => {
          const rule = parsed(attribute({ test: 'number', operator, value, to: value + width }));
          const at = (number: number) => holds(rule, someone({ [A]: number }), NONE);
          const { turn, held } = explained(rule, someone({ [A]: actual }));
          if (turn.to === 'other') {
            expect(at(actual + 1)).toBe(!held);
            return;
          }
          if (turn.to === 'unset') throw new Error('a number is not unset');
          const edge = Number(turn.value);
          if (turn.to === 'above' || turn.to === 'below') {
            const step = turn.to === 'above' ? tiny : -tiny;
            expect([at(edge), at(edge + step)]).toEqual([held, !held]);
          } else if (turn.to === 'value') {
            expect(at(edge)).toBe(!held);
          } else {
            const step = turn.to === 'at-most' ? tiny : -tiny;
            expect([at(edge), at(edge + step)]).toEqual([!held, held]);
          }
        },
      ),
    );
  });

  test('really turns a date', () => {
    const operators = ['before', 'on-or-before', 'after', 'on-or-after', 'between', 'not-between'];
    const day = fc.integer({ min: 0, max: 30 }).map((n) => addDays('2026-03-01', n));
    fc.assert(
      fc.property(
        fc.constantFrom(...operators),
        day,
        fc.nat(9),
        day,
        (operator, from, width, on) => {
          const rule = parsed(
            attribute({ test: 'date', operator, value: from, to: addDays(from, width) }),
          );
          const at = (date: string) => holds(rule, someone({ [A]: date }), NONE);
          const { turn, held } = explained(rule, someone({ [A]: on }));
          if (turn.to === 'other' || turn.to === 'unset') throw new Error('a day was expected');
          const step = turn.to === 'above' ? 1 : turn.to === 'below' ? -1 : 0;
          expect(at(addDays(String(turn.value), step))).toBe(!held);
        },
      ),
    );
  });
});

describe('an explanation', () => {
  const number = (operator: string, value: number) =>
    attribute({ test: 'number', operator, value });
  const map = {
    segments: {
      [S]: { rule: parsed({ kind: 'group', match: 'all', rules: [number('more', 1)] }) },
      ringsegment1: { rule: parsed({ kind: 'segment', segment: 'ringsegment1' }) },
    },
  } as unknown as Parameters<typeof explain>[2];
  const facts = someone({ [A]: 3 });

  test('has the rule’s own tree, with the path to each clause and what it read', () => {
    const rule = parsed({
      kind: 'group',
      match: 'any',
      not: true,
      rules: [number('less', 1), { kind: 'group', match: 'one', rules: [number('more', 2)] }],
    });
    expect(explain(rule, facts, map)).toMatchObject({
      kind: 'group',
      match: 'any',
      not: true,
      path: [],
      held: false,
      parts: [
        { kind: 'clause', path: [0], actual: 3, held: false, segment: null },
        {
          kind: 'group',
          match: 'one',
          not: false,
          path: [1],
          held: true,
          parts: [{ path: [1, 0], actual: 3, held: true }],
        },
      ],
    });
  });

  test('goes into a segment, whose rule is its only part', () => {
    const rule = parsed({ kind: 'group', rules: [{ kind: 'segment', segment: S, not: true }] });
    expect(explain(rule, facts, map)).toMatchObject({
      held: false,
      parts: [
        {
          path: [0],
          actual: true,
          held: false,
          turn: { to: 'value', value: false },
          segment: { path: [0, 0], held: true, parts: [{ path: [0, 0, 0], actual: 3 }] },
        },
      ],
    });
  });

  test('ends at a segment that is missing or leads back to itself', () => {
    for (const segment of ['nowhereeeeee', 'constructor0']) {
      expect(explain(parsed({ kind: 'segment', segment }), facts, map)).toMatchObject({
        actual: false,
        held: false,
        turn: { to: 'value', value: true },
        segment: null,
      });
    }
    expect(explain(parsed({ kind: 'segment', segment: 'ringsegment1' }), facts, map)).toMatchObject(
      { held: false, segment: { held: false, segment: null } },
    );
  });
});

describe('the clauses that would turn a rule', () => {
  // A clause of the answer wanted, told apart by its draw's name.
  const yes = (name: string): RuleInput => ({ kind: 'share', id: name.padEnd(12, '-'), share: 1 });
  const no = (name: string): RuleInput => ({ kind: 'share', id: name.padEnd(12, '-'), share: 0 });
  const group = (match: string, rules: RuleInput[], not = false) =>
    ({ kind: 'group', match, rules, not }) as RuleInput;
  const everybody: RuleInput = { kind: 'everyone' };
  const missing: RuleInput = { kind: 'segment', segment: 'nowhereeeeee' };
  const turning = (rule: RuleInput, map = NONE) =>
    whatWouldTurn(explain(parsed(rule), someone(), map)).map(({ clause }) =>
      clause.kind === 'share' ? clause.id.replace(/-+$/, '') : clause.kind,
    );

  test.each<[string, RuleInput, string[]]>([
    ['the clause itself', yes('a'), ['a']],
    ['of an all that holds any one', group('all', [yes('a'), yes('b')]), ['a']],
    ['of an all that fails all that fail', group('all', [no('a'), yes('b'), no('c')]), ['a', 'c']],
    ['of an any that holds all that hold', group('any', [yes('a'), no('b'), yes('c')]), ['a', 'c']],
    ['of an any that fails any one', group('any', [no('a'), no('b')]), ['a']],
    ['of a none that holds any one', group('none', [no('a'), no('b')]), ['a']],
    [
      'of a none that fails all that hold',
      group('none', [yes('a'), no('b'), yes('c')]),
      ['a', 'c'],
    ],
    ['of a one that holds any one', group('one', [no('a'), yes('b')]), ['a']],
    ['of a one where none holds any one', group('one', [no('a'), no('b')]), ['a']],
    [
      'of a one where several hold all but one of them',
      group('one', [yes('a'), no('b'), yes('c'), yes('d')]),
      ['a', 'c'],
    ],
    ['the fewest', group('all', [group('any', [yes('a'), yes('b')]), yes('c')]), ['c']],
    ['the fewest, of an any', group('any', [group('all', [no('a'), no('b')]), no('c')]), ['c']],
    [
      'of too many the cheapest',
      group('one', [group('any', [yes('a'), yes('b')]), yes('c')]),
      ['c'],
    ],
    ['turned around the same', group('all', [no('a'), yes('b'), no('c')], true), ['a', 'c']],
    ['nothing where everybody is meant', everybody, []],
    ['nothing where one of all cannot turn', group('any', [everybody, yes('a')]), []],
    ['what can, where another cannot', group('all', [everybody, yes('a')]), ['a']],
    ['nothing of an empty group', group('all', []), []],
    ['nothing of a segment that is missing', missing, []],
    ['all but the one of too many that cannot', group('one', [everybody, yes('a')]), ['a']],
    ['nothing where two of too many cannot', group('one', [everybody, everybody, yes('a')]), []],
  ])('%s', (_, rule, expected) => {
    expect(turning(rule)).toEqual(expected);
  });

  test('are found inside the segments', () => {
    const map = {
      segments: { [S]: { rule: parsed(group('any', [no('a'), no('b')])) } },
    } as unknown as typeof NONE;
    expect(turning({ kind: 'segment', segment: S }, map)).toEqual(['a']);
    expect(turning({ kind: 'segment', segment: S, not: true }, map)).toEqual(['a']);
  });
});
