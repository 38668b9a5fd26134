import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RuleInput } from '../../src/map/schema';
import {
  type Actual,
  compileRule,
  explain,
  type Explanation,
  type Facts,
  holds,
  isMember,
  satisfiable,
  segmentGraphOf,
} from '../../src/rules';
import { A, attribute, parsed, readingOf, S, someone, T } from './support';

const NONE = { segments: {} };

/** What all three readings of a rule say of a customer: they must say the same. */
function answer(rule: RuleInput | object, facts: Facts): boolean {
  const read = parsed(rule);
  const held = holds(read, facts, NONE);
  const compiled = compileRule(read, NONE, readingOf(NONE));
  expect(compiled(facts), 'compiled').toBe(held);
  expect(explain(read, facts, NONE).held, 'explained').toBe(held);
  return held;
}

/** One `+` for each actual value for which the attribute's clause holds, else a `-`. */
function pattern(clause: object, values: readonly Actual[], more: Partial<Facts> = {}): string {
  return values
    .map((value) => {
      const facts = someone({ [A]: value }, more);
      const held = answer(attribute(clause), facts);
      expect(answer(attribute({ ...clause, not: true }), facts), 'turned around').toBe(!held);
      return held ? '+' : '-';
    })
    .join('');
}

describe('a number', () => {
  // Below, at and above the value; between; at and above the end; not set; a text.
  const values = [1, 2, 3, 5, 6, null, '2'];
  const comparisons = [
    ['equals', '-+-----'],
    ['not-equals', '+-+++++'],
    ['less', '+------'],
    ['at-most', '++-----'],
    ['more', '--+++--'],
    ['at-least', '-++++--'],
    ['between', '-+++---'],
    ['not-between', '+---+++'],
  ] as const;
  test.each(comparisons)(
    'is “%s” 2 (to 5) for 1, 2, 3, 5, 6, nothing, "2": %s',
    (operator, expected) => {
      expect(pattern({ test: 'number', operator, value: 2, to: 5 }, values)).toBe(expected);
    },
  );

  test.each(comparisons)('of the walk is compared the same: “%s”', (operator, expected) => {
    const number = { operator, value: 2, to: 5 };
    const rules: [object, (value: number) => Partial<Facts>][] = [
      [{ kind: 'visits', touchpoint: T }, (value) => ({ visits: () => value })],
      [{ kind: 'taken', transition: T }, (value) => ({ taken: () => value })],
      [{ kind: 'contacts', campaign: T }, (value) => ({ contacts: () => value })],
      [{ kind: 'days' }, (days) => ({ days })],
      [{ kind: 'revenue' }, (revenue) => ({ revenue })],
    ];
    for (const [rule, facts] of rules) {
      const found = [1, 2, 3, 5, 6]
        .map((value) => (answer({ ...rule, ...number }, someone({}, facts(value))) ? '+' : '-'))
        .join('');
      expect(found, JSON.stringify(rule)).toBe(expected.slice(0, 5));
    }
  });
});

describe('a text', () => {
  const values = ['Light', 'LIGHT', 'Lightning', 'Delight', 'a light year', '', null, ['Light']];
  test.each([
    ['equals', '++------'],
    ['not-equals', '--++++++'],
    ['contains', '+++++---'],
    ['not-contains', '-----+++'],
    ['starts-with', '+++-----'],
    ['not-starts-with', '---+++++'],
    ['ends-with', '++-+----'],
    ['not-ends-with', '--+-++++'],
    ['matches', '+++++---'],
    ['not-matches', '-----+++'],
  ])('“%s” "light": %s', (operator, expected) => {
    expect(pattern({ test: 'text', operator, value: 'light' }, values)).toBe(expected);
  });

  test.each([
    ['equals', '+-------'],
    ['contains', '+-+-----'],
    ['starts-with', '+-+-----'],
    ['ends-with', '+-------'],
    ['matches', '+-+-----'],
  ])('“%s” "Light", told apart by case: %s', (operator, expected) => {
    expect(pattern({ test: 'text', operator, value: 'Light', caseSensitive: true }, values)).toBe(
      expected,
    );
  });

  test('may be a number, and is compared as it is written', () => {
    expect(pattern({ test: 'text', operator: 'starts-with', value: '1' }, [12, 21])).toBe('+-');
    expect(pattern({ test: 'text', operator: 'equals', value: '1.5' }, [1.5, 15, true])).toBe(
      '+--',
    );
  });

  test('is the same however its accents are stored', () => {
    for (const [stored, named] of [
      ['cafe\u0301', 'caf\u00e9'],
      ['caf\u00e9', 'cafe\u0301'],
    ] as const) {
      for (const caseSensitive of [true, false]) {
        const clause = { test: 'text', operator: 'equals', value: named, caseSensitive };
        expect(pattern(clause, [stored])).toBe('+');
        expect(pattern({ ...clause, operator: 'matches' }, [stored])).toBe('+');
        expect(pattern({ test: 'one-of', values: [named], caseSensitive }, [stored])).toBe('+');
      }
    }
  });

  test('is not matched by a pattern that cannot be read', () => {
    expect(pattern({ test: 'text', operator: 'matches', value: '(' }, ['(', ''])).toBe('--');
    expect(pattern({ test: 'text', operator: 'not-matches', value: '(' }, ['(', ''])).toBe('++');
  });

  test('is one of some, with or without case', () => {
    const oneOf = { test: 'one-of', values: ['Light', '7'] };
    const texts = ['Light', 'light', 'Full', 7, null, ['Light'], ''];
    expect(pattern(oneOf, texts)).toBe('++-+---');
    expect(pattern({ ...oneOf, caseSensitive: true }, texts)).toBe('+--+---');
  });

  test('that was asked before is not taken for the next one', () => {
    const rule = parsed(attribute({ test: 'text', operator: 'equals', value: 'b' }));
    const is = (text: string) => holds(rule, someone({ [A]: text }), NONE);
    expect(['a', 'b', 'b', 'a', '', 'B'].map(is)).toEqual([false, true, true, false, false, true]);
  });
});

describe('presence', () => {
  const values = [null, '', [], 0, false, 'x', ['x'], '👩‍👩‍👧'];
  test.each([
    ['is-set', '-+++++++'],
    ['is-not-set', '+-------'],
    ['is-empty', '+++-----'],
    ['is-not-empty', '---+++++'],
  ])('“%s” for nothing, empty text and list, zero, no and something: %s', (operator, expected) => {
    expect(pattern({ test: 'presence', operator }, values)).toBe(expected);
  });
});

describe('a length', () => {
  test('counts the characters of a text and the elements of a list', () => {
    const values = [null, '', 'ab', '👍👍', ['a', 'b'], ['abc'], 7, true];
    const long = (value: number) => pattern({ test: 'length', operator: 'equals', value }, values);
    expect(long(0)).toBe('++------');
    expect(long(1)).toBe('-----+++');
    expect(long(2)).toBe('--+++---');
  });
});

test('yes is yes, no is no, and nothing is neither', () => {
  expect(pattern({ test: 'boolean', value: true }, [true, false, null, 'true'])).toBe('+---');
  expect(pattern({ test: 'boolean', value: false }, [true, false, null, 0])).toBe('-+--');
});

describe('a date', () => {
  const values = [
    '2026-03-09',
    '2026-03-10',
    '2026-03-11',
    '2026-03-20',
    '2026-03-21',
    null,
    20260310,
  ];
  const cases: [string, string][] = [
    ['before', '+------'],
    ['on-or-before', '++-----'],
    ['after', '--+++--'],
    ['on-or-after', '-++++--'],
    ['same-day', '-+-----'],
    ['between', '-+++---'],
    ['not-between', '+---+++'],
  ];
  test.each(cases)(
    '“%s” the 10th (to the 20th), from the 9th to the 21st: %s',
    (operator, held) => {
      const fixed = { test: 'date', operator, value: '2026-03-10', to: '2026-03-20' };
      expect(pattern(fixed, values)).toBe(held);
    },
  );

  test.each(cases)('“%s” days from today means the same days: %s', (operator, held) => {
    const relative = {
      test: 'date',
      operator,
      value: { daysFromToday: -5 },
      to: { daysFromToday: 5 },
    };
    expect(pattern(relative, values, { today: '2026-03-15' })).toBe(held);
  });

  test('without an end goes up to today', () => {
    const since = { test: 'date', operator: 'between', value: '2026-03-10' };
    expect(pattern(since, values, { today: '2026-03-20' })).toBe('-+++---');
  });

  test('was within the last days, from the first of them to today, or longer ago', () => {
    const days = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01', null, 5];
    expect(pattern({ test: 'age', operator: 'within-last', days: 30 }, days)).toBe('-++---');
    expect(pattern({ test: 'age', operator: 'more-than-ago', days: 30 }, days)).toBe('+-----');
    expect(pattern({ test: 'age', operator: 'within-last', days: 0 }, days)).toBe('--+---');
  });

  test('lies in a period of the calendar, first and last day included', () => {
    const days = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01', null, 5];
    expect(pattern({ test: 'period', offset: 'last', period: 'month' }, days)).toBe('-++---');
  });
});

describe('today', () => {
  const days = ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-20', '2026-03-21'];
  const on = (clause: object, today: string) =>
    answer({ kind: 'today', ...clause }, someone({}, { today })) ? '+' : '-';
  const cases: [string, string][] = [
    ['before', '+----'],
    ['on-or-before', '++---'],
    ['after', '--+++'],
    ['on-or-after', '-++++'],
    ['same-day', '-+---'],
    ['between', '-+++-'],
    ['not-between', '+---+'],
  ];
  test.each(cases)('is “%s” the 10th (to the 20th): %s', (operator, held) => {
    const clause = { operator, value: '2026-03-10', to: '2026-03-20' };
    expect(days.map((day) => on(clause, day)).join('')).toBe(held);
  });

  test.each(cases)('of any year is “%s” the 10th of March (to the 20th): %s', (operator, held) => {
    const clause = { operator, value: '1999-03-10', to: '2050-03-20', yearly: true };
    expect(days.map((day) => on(clause, day)).join('')).toBe(held);
    const once = { ...clause, yearly: false, to: '1999-03-20' };
    expect(days.map((day) => on(once, day)).join('')).not.toBe(held);
  });

  test('is in a season over the turn of the year, first and last day included', () => {
    const season = { value: '2020-11-01', to: '2020-02-28', yearly: true };
    const year = [
      '2026-10-31',
      '2026-11-01',
      '2026-12-31',
      '2027-01-01',
      '2027-02-28',
      '2027-03-01',
    ];
    const held = (operator: string) => year.map((day) => on({ ...season, operator }, day)).join('');
    expect(held('between')).toBe('-++++-');
    expect(held('not-between')).toBe('+----+');
    // Other comparisons look at the first day only.
    expect(held('before')).toBe('+--+++');
    expect(held('after')).toBe('--+---');
  });

  test('is one day’s season when it begins and ends on it', () => {
    const birthday = { operator: 'between', value: '2020-05-05', to: '2020-05-05', yearly: true };
    expect(['2026-05-04', '2026-05-05', '2026-05-06'].map((day) => on(birthday, day))).toEqual([
      '-',
      '+',
      '-',
    ]);
  });
});

describe('a list', () => {
  const values = [['a'], ['a', 'b'], ['c', 'b', 'a'], ['c'], [], null, 'a', 7];
  test.each([
    ['contains-any', '+++---+-'],
    ['contains-all', '-++-----'],
    ['contains-none', '---+++-+'],
  ])('“%s” a, b: %s', (operator, expected) => {
    expect(pattern({ test: 'list', operator, values: ['a', 'b'] }, values)).toBe(expected);
  });

  test('of nothing is in every list, and none of it in any', () => {
    expect(pattern({ test: 'list', operator: 'contains-all', values: [] }, values)).toBe(
      '++++++++',
    );
    expect(pattern({ test: 'list', operator: 'contains-any', values: [] }, values)).toBe(
      '--------',
    );
  });

  test('may be a single text or number', () => {
    expect(pattern({ test: 'list', operator: 'contains-any', values: ['7'] }, [7, '7', 8])).toBe(
      '++-',
    );
  });
});

describe('who the customer is', () => {
  test('the arm is the control group, any treatment, or one variant', () => {
    const arms = [null, 'control', 'treated', 'variantvvvvv'];
    const held = (arm: string) =>
      arms
        .map((drawn) =>
          answer({ kind: 'arm', campaign: T, arm }, someone({}, { arm: () => drawn })) ? '+' : '-',
        )
        .join('');
    expect(held('control')).toBe('-+--');
    expect(held('treated')).toBe('--++');
    expect(held('variantvvvvv')).toBe('---+');
  });

  test('the persona is theirs or another', () => {
    const is = (persona: string) => answer({ kind: 'persona', persona }, someone());
    expect([is('personappppp'), is('personaqqqqq')]).toEqual([true, false]);
    expect(
      answer({ kind: 'persona', persona: 'personappppp' }, someone({}, { persona: null })),
    ).toBe(false);
  });

  test('a random share takes those whose draw is below it', () => {
    const share = (draw: number) =>
      answer({ kind: 'share', id: T, share: 0.25 }, someone({}, { shareDraw: () => draw }));
    expect([0.2499, 0.25, 0.2501].map(share)).toEqual([true, false, false]);
  });

  test('everybody is everybody', () => {
    expect(answer({ kind: 'everyone' }, someone())).toBe(true);
    expect(answer({ kind: 'everyone', not: true }, someone())).toBe(false);
  });
});

test('a clause asks for its own record, in its own scope, and for nothing else', () => {
  const asked: string[] = [];
  const ask =
    <T>(name: string, result: T) =>
    (...about: string[]) => {
      asked.push([name, ...about].join(' '));
      return result;
    };
  const facts = someone(
    {},
    {
      attribute: ask('attribute', null),
      visits: ask('visits', 0),
      taken: ask('taken', 0),
      contacts: ask('contacts', 0),
      arm: ask('arm', null),
      shareDraw: ask('share', 0.5),
    },
  );
  const number = { operator: 'more', value: 0 };
  for (const [rule, question] of [
    [{ kind: 'attribute', attribute: A, test: 'number', ...number }, `attribute ${A}`],
    [{ kind: 'visits', touchpoint: T, ...number }, `visits ${T} journey`],
    [{ kind: 'visits', touchpoint: T, scope: 'pass', ...number }, `visits ${T} pass`],
    [{ kind: 'taken', transition: S, ...number }, `taken ${S} journey`],
    [{ kind: 'taken', transition: S, scope: 'pass', ...number }, `taken ${S} pass`],
    [{ kind: 'contacts', campaign: S, ...number }, `contacts ${S}`],
    [{ kind: 'arm', campaign: S, arm: 'control' }, `arm ${S}`],
    [{ kind: 'share', id: S, share: 0.1 }, `share ${S}`],
  ] as const) {
    asked.length = 0;
    holds(parsed(rule), facts, NONE);
    expect(asked).toEqual([question]);
  }
});

describe('segments within a rule', () => {
  const inner = { kind: 'attribute', attribute: A, test: 'number', operator: 'more', value: 1 };
  const map = {
    segments: {
      [S]: { rule: parsed(inner) },
      outersegment: { rule: parsed({ kind: 'segment', segment: S, not: true }) },
      ringsegment1: { rule: parsed({ kind: 'segment', segment: 'ringsegment2' }) },
      ringsegment2: { rule: parsed({ kind: 'segment', segment: 'ringsegment1', not: true }) },
    },
  } as unknown as Parameters<typeof holds>[2];
  const compiled = (segment: string) =>
    compileRule(parsed({ kind: 'segment', segment }), map, readingOf(map));

  test('are read through, however deep', () => {
    const seen = (value: number) => {
      const facts = someone({ [A]: value });
      const ways = [
        isMember('outersegment', facts, map),
        holds(parsed({ kind: 'segment', segment: 'outersegment' }), facts, map),
        compiled('outersegment')(facts),
      ];
      expect(new Set(ways).size).toBe(1);
      return ways[0];
    };
    expect([seen(1), seen(2)]).toEqual([true, false]);
  });

  test('have no members where they are named by one they lead back to, wherever one begins', () => {
    const facts = someone();
    // 1 asks for 2, 2 asks for not 1: each stands for nobody in the other's rule.
    for (const [segment, expected] of [
      ['ringsegment1', false],
      ['ringsegment2', true],
    ] as const) {
      expect(isMember(segment, facts, map)).toBe(expected);
      expect(compiled(segment)(facts)).toBe(expected);
      expect(explain(parsed({ kind: 'segment', segment }), facts, map).held).toBe(expected);
    }
    expect([...segmentGraphOf(map).cyclic].sort()).toEqual(['ringsegment1', 'ringsegment2']);
  });

  /** Each names the one before it twice: written out, the last has 2ⁿ clauses. */
  function doubling(count: number) {
    const id = (n: number) => `segment${String(n).padStart(6, '0')}`;
    const one = (n: number) => ({ kind: 'segment', segment: id(n) });
    const segments = Object.fromEntries(
      Array.from({ length: count }, (_, n) => [
        id(n),
        {
          rule: parsed(
            n === 0
              ? inner
              : { kind: 'group', match: 'one', rules: [one(n - 1), { ...one(n - 1), not: true }] },
          ),
        },
      ]),
    );
    return { map: { segments } as unknown as typeof map, last: id(count - 1) };
  }

  test('that name one another twice, twenty thousand times, are read once each', () => {
    const { map: many, last } = doubling(20_000);
    let read = 0;
    const facts = someone(
      {},
      {
        attribute: () => {
          read += 1;
          return 2;
        },
      },
    );
    expect(isMember(last, facts, many)).toBe(true);
    expect(read).toBe(1);
  });

  test('beyond what anybody could read are explained no further', () => {
    const { map: many, last } = doubling(20_000);
    const explained = explain(
      parsed({ kind: 'segment', segment: last }),
      someone({ [A]: 2 }),
      many,
    );
    expect(explained.held).toBe(true);
    const count = (part: Explanation | null): number =>
      part === null
        ? 0
        : part.kind === 'group'
          ? part.parts.reduce((sum, each) => sum + count(each), 0)
          : 1 + count(part.segment);
    expect(count(explained)).toBeLessThan(3_000);
  });

  test('that nest too deep are neither possible nor impossible for sure', () => {
    const { map: many, last } = doubling(20_000);
    const rule = parsed({ kind: 'segment', segment: last });
    expect(satisfiable(rule, { ...many, attributes: {} })).toBe('unknown');
  });

  test('that are missing have no members, even by the names objects are born with', () => {
    for (const segment of ['nowhereeeeee', 'toString', 'constructor']) {
      expect(isMember(segment, someone(), map)).toBe(false);
    }
    expect(compiled('nowhereeeeee')(someone())).toBe(false);
  });
});

test('only clauses about dates ask what day it is', () => {
  const days: string[] = [];
  const asks = (rule: object) => {
    days.length = 0;
    compileRule<null>(parsed(rule), NONE, {
      reader: () => () => null,
      member: () => () => false,
      today: () => {
        days.push('asked');
        return '2026-01-01';
      },
    })(null);
    return days.length === 1;
  };
  const date = '2026-01-01';
  expect(asks({ kind: 'today', operator: 'after', value: date })).toBe(true);
  expect(asks(attribute({ test: 'date', operator: 'after', value: date }))).toBe(true);
  expect(asks(attribute({ test: 'age', operator: 'within-last', days: 3 }))).toBe(true);
  expect(asks(attribute({ test: 'period', offset: 'this', period: 'week' }))).toBe(true);
  expect(asks(attribute({ test: 'number', operator: 'more', value: 3 }))).toBe(false);
  expect(asks({ kind: 'days', operator: 'more', value: 3 })).toBe(false);
});

test('a group says of its parts what it says of their answers', () => {
  const yes: RuleInput = { kind: 'everyone' };
  const parts = fc.array(fc.boolean(), { maxLength: 5 });
  fc.assert(
    fc.property(parts, fc.boolean(), (held, not) => {
      const count = held.filter(Boolean).length;
      const expected = {
        all: count === held.length,
        any: count > 0,
        none: count === 0,
        one: count === 1,
      };
      for (const match of ['all', 'any', 'none', 'one'] as const) {
        const rules = held.map((is) => ({ ...yes, not: !is }));
        expect(answer({ kind: 'group', match, not, rules }, someone())).toBe(
          expected[match] !== not,
        );
      }
    }),
  );
});
