import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/checks/registry';
import { ATTRIBUTE_TYPES, type AttributeType, type JourneyMap } from '../../src/map/schema';
import {
  age,
  changes,
  everyone,
  fixed,
  found,
  id,
  keys,
  mapOf,
  offers,
  old,
  segment,
  type Tables,
  told,
  transition,
  transitionTable,
} from './support';

const on = { kind: 'attribute' as const, attribute: id('it') };
/** A clause of each kind of test. */
const CLAUSES = {
  presence: { ...on, test: 'presence', operator: 'is-set' },
  text: { ...on, test: 'text', operator: 'contains', value: 'a' },
  'one-of': { ...on, test: 'one-of', values: ['a'] },
  number: { ...on, test: 'number', operator: 'more', value: 1 },
  boolean: { ...on, test: 'boolean', value: true },
  date: { ...on, test: 'date', operator: 'after', value: '2026-01-01' },
  age: { ...on, test: 'age', operator: 'within-last', days: 3 },
  period: { ...on, test: 'period', period: 'week', offset: 'this' },
  list: { ...on, test: 'list', operator: 'contains-any', values: ['a'] },
  length: { ...on, test: 'length', operator: 'more', value: 1 },
} as const;
const rule = (...clauses: object[]) => ({ kind: 'group', rules: clauses });
const it = (more: object) => ({ attributes: { [id('it')]: { name: 'It', ...more } } });
const asked = (when: object, more: object) =>
  mapOf({ ...it(more), segments: { [id('seg')]: { name: 'Seg', rule: when as never } } });
const effects = (...list: object[]): Tables => ({
  touchpoints: {
    [id('at')]: {
      name: 'At',
      effects: Object.fromEntries(
        list.map((effect, index) => [
          id(`effect-${String(index)}`),
          { attribute: id('it'), order: `a${String(index)}`, ...effect } as never,
        ]),
      ),
    },
  },
});
const persona = (distribution: object): Tables => ({
  personas: { [id('rita')]: { name: 'Rita', attributes: { [id('it')]: distribution as never } } },
});

describe('what can be asked of each type', () => {
  const wrong = (type: AttributeType) =>
    Object.entries(CLAUSES)
      .filter(([, clause]) => keys(asked(clause, { type }), 'wrong-type').length > 0)
      .map(([test]) => test);

  test.each([
    ['number', ['text', 'boolean', 'date', 'age', 'period', 'list', 'length']],
    ['text', ['number', 'boolean', 'date', 'age', 'period', 'list']],
    ['choice', ['number', 'boolean', 'date', 'age', 'period', 'list', 'length']],
    ['boolean', ['text', 'one-of', 'number', 'date', 'age', 'period', 'list', 'length']],
    ['date', ['text', 'one-of', 'number', 'boolean', 'list', 'length']],
    ['list', ['text', 'one-of', 'number', 'boolean', 'date', 'age', 'period']],
  ] as const)('of a %s not %j', (type, tests) => {
    expect(wrong(type)).toEqual(tests);
  });
});

describe('what can be done to each type', () => {
  const values = { text: 'a', number: 1, boolean: true, date: '2026-01-01', list: ['a'] };
  const suits = (operation: string, value: unknown) =>
    ATTRIBUTE_TYPES.filter((type) => {
      const map = mapOf({ ...it({ type }), ...effects({ operation, value }) });
      return keys(map, 'wrong-type').length === 0;
    });

  test('an effect sets a value of the type', () => {
    expect(suits('set', values.number)).toEqual(['number']);
    expect(suits('set', values.text)).toEqual(['text', 'choice']);
    expect(suits('set', values.boolean)).toEqual(['boolean']);
    expect(suits('set', values.date)).toEqual(['text', 'choice', 'date']);
    expect(suits('set', values.list)).toEqual(['list']);
  });

  test('adds and multiplies numbers only', () => {
    for (const operation of ['add', 'multiply']) {
      expect(suits(operation, 2)).toEqual(['number']);
      expect(suits(operation, '2')).toEqual([]);
    }
  });

  test('appends to and removes from lists only, a text or a list of them', () => {
    for (const operation of ['append', 'remove']) {
      expect(suits(operation, 'a')).toEqual(['list']);
      expect(suits(operation, ['a'])).toEqual(['list']);
      expect(suits(operation, 1)).toEqual([]);
    }
  });

  test('a persona’s distribution is of the type', () => {
    const fits = (distribution: object) =>
      ATTRIBUTE_TYPES.filter((type) => {
        const map = mapOf({ ...it({ type }), ...persona(distribution) });
        return keys(map, 'wrong-type').length === 0;
      });
    expect(fits({ family: 'fixed', value: 'a' })).toEqual(['text', 'choice']);
    expect(fits({ family: 'flag', share: 0.5 })).toEqual(['boolean']);
    expect(fits({ family: 'normal', mean: 1, sd: 1 })).toEqual(['number']);
    const options = (...list: unknown[]) => ({
      family: 'choice',
      options: list.map((value) => ({ value, share: 1 })),
    });
    expect(fits(options(1, 2))).toEqual(['number']);
    expect(fits(options(1, 'two'))).toEqual([]);
  });
});

describe('taking a use out', () => {
  test('takes the clause alone, and with the last clause the group it was in', () => {
    const inner = rule(CLAUSES.text);
    const map = asked(rule(everyone, CLAUSES.number, inner), { type: 'number' });
    expect(keys(map, 'wrong-type')).toEqual(['segments/seg:clause/2']);
    const [problem] = found(map, 'wrong-type');
    expect(fixed(map, problem, 'remove').segments[id('seg')]?.rule).toMatchObject({
      rules: [{ kind: 'everyone' }, { test: 'number' }],
    });
  });

  test('of a transition’s rule leaves it to everybody', () => {
    const map = mapOf({
      ...it({ type: 'number' }),
      touchpoints: { [id('a')]: {}, [id('b')]: {} },
      transitions: transitionTable(transition('a', 'b', { when: CLAUSES.text })),
    });
    expect(told(map, 'wrong-type')).toMatchObject([
      { key: 'transitions/way-0:clause/0', variant: 'clause', values: { type: 'number' } },
    ]);
    expect(changes(map, 'wrong-type', 'remove')).toEqual(['transitions/way-0/when = null']);
  });

  test('takes the one effect, and the persona’s word on the one attribute', () => {
    const two = mapOf({ ...it({ type: 'number' }), ...effects({ value: 1 }, { value: 'a' }) });
    expect(keys(two, 'wrong-type')).toEqual(['touchpoints/at:effect/effect-1']);
    expect(changes(two, 'wrong-type', 'remove')).toEqual([
      'touchpoints/at/effects/effect-1 = nothing',
    ]);
    const word = mapOf({ ...it({ type: 'number' }), ...persona({ family: 'flag', share: 1 }) });
    expect(changes(word, 'wrong-type', 'remove')).toEqual([
      'personas/rita/attributes/it = nothing',
    ]);
  });

  test('a default of the type may stay, and one of none says nothing', () => {
    expect(keys(mapOf(it({ type: 'number', default: 0 })), 'wrong-type')).toEqual([]);
    expect(keys(mapOf(it({ type: 'number' })), 'wrong-type')).toEqual([]);
  });

  test('what speaks of an attribute that is not declared is reported as that only', () => {
    const map = mapOf({ segments: { [id('seg')]: { rule: CLAUSES.text } } });
    expect(keys(map, 'wrong-type')).toEqual([]);
    expect(keys(map, 'undeclared-attribute')).toEqual(['segments/seg:attributes/it']);
  });
});

describe('values that are not offered', () => {
  const plan = { type: 'choice', choices: ['Light', 'Full'] };
  const values = (map: ReturnType<typeof mapOf>) =>
    told(map, 'choice-not-offered').map((one) => [one.values.value, one.values.count]);
  const text = (operator: string, value: string, more: object = {}) => ({
    ...on,
    test: 'text',
    operator,
    value,
    ...more,
  });
  const oneOf = (...list: string[]) => ({ ...on, test: 'one-of', values: list });

  test('a whole value is compared, letters large or small unless said otherwise', () => {
    expect(values(asked(text('equals', 'Fulll'), plan))).toEqual([['Fulll', 1]]);
    expect(values(asked(text('not-equals', 'Fulll'), plan))).toEqual([['Fulll', 1]]);
    expect(values(asked(text('equals', 'FULL'), plan))).toEqual([]);
    const exact = { caseSensitive: true };
    expect(values(asked(text('equals', 'FULL', exact), plan))).toEqual([['FULL', 1]]);
    expect(values(asked(text('equals', 'Full', exact), plan))).toEqual([]);
  });

  test('a part of a value is none', () => {
    for (const operator of ['contains', 'starts-with', 'ends-with', 'matches']) {
      expect(values(asked(text(operator, 'Ful'), plan))).toEqual([]);
    }
  });

  test('of several values the strange ones are reported together and offered at once', () => {
    const map = asked({ ...oneOf('light', 'Gold', 'Full', 'Silver'), caseSensitive: false }, plan);
    expect(values(map)).toEqual([['Gold, Silver', 2]]);
    expect(changes(map, 'choice-not-offered', 'offer')).toEqual([
      'attributes/it/choices = ["Light","Full","Gold","Silver"]',
    ]);
    const exact = asked({ ...oneOf('light'), caseSensitive: true }, plan);
    expect(values(exact)).toEqual([['light', 1]]);
  });

  test('a value named twice is offered once', () => {
    const map = asked(oneOf('Gold', 'Gold'), plan);
    expect(changes(map, 'choice-not-offered', 'offer')).toEqual([
      'attributes/it/choices = ["Light","Full","Gold"]',
    ]);
  });

  test('lists are compared letter by letter', () => {
    const tags = { type: 'list', choices: ['Light', 'Full'] };
    const list = (...list: string[]) => ({
      ...on,
      test: 'list',
      operator: 'contains-any',
      values: list,
    });
    expect(values(asked(list('full', 'Light'), tags))).toEqual([['full', 1]]);
    const effect = mapOf({
      ...it(tags),
      ...effects({ operation: 'append', value: ['Full', 'New'] }),
    });
    expect(values(effect)).toEqual([['New', 1]]);
    const added = mapOf({ ...it(tags), ...effects({ operation: 'append', value: 'full' }) });
    expect(values(added)).toEqual([['full', 1]]);
  });

  test('what a persona has, and a default, are values too', () => {
    const fixedValue = mapOf({ ...it(plan), ...persona({ family: 'fixed', value: 'Gold' }) });
    expect(values(fixedValue)).toEqual([['Gold', 1]]);
    const options = ['Light', 'Gold', 'Tin'].map((value) => ({ value, share: 1 }));
    const choice = mapOf({ ...it(plan), ...persona({ family: 'choice', options }) });
    expect(values(choice)).toEqual([['Gold, Tin', 2]]);
    expect(values(mapOf(it({ ...plan, default: 'Gold' })))).toEqual([['Gold', 1]]);
    expect(values(mapOf(it({ ...plan, default: 'Full' })))).toEqual([]);
    expect(values(mapOf({ ...it(plan), ...persona({ family: 'flag', share: 1 }) }))).toEqual([]);
    expect(values(mapOf(it({ ...plan, default: 5 })))).toEqual([]);
  });

  test('without choices, or of a type that has none, every value is offered', () => {
    expect(values(asked(text('equals', 'Gold'), { type: 'choice' }))).toEqual([]);
    expect(values(asked(text('equals', 'Gold'), { ...plan, type: 'text' }))).toEqual([]);
  });

  test('the fix is for the use it was found at', () => {
    const map = mapOf({
      ...it(plan),
      ...effects({ value: 'Full' }, { value: 'Gold' }, { value: 'Tin' }),
    });
    const [, second] = found(map, 'choice-not-offered');
    expect(fixed(map, second, 'offer').attributes[id('it')]?.choices).toEqual([
      'Light',
      'Full',
      'Tin',
    ]);
  });
});

describe('attributes that are not declared', () => {
  const declared = (tables: Tables) => changes(mapOf(tables), 'undeclared-attribute', 'declare');
  const byRule = (clause: object): Tables => ({
    segments: { [id('seg')]: { rule: rule(everyone, clause) as never } },
  });

  test.each([
    ['number', 'number'],
    ['boolean', 'boolean'],
    ['date', 'date'],
    ['age', 'date'],
    ['period', 'date'],
    ['list', 'list'],
    ['text', 'text'],
    ['presence', 'text'],
    ['one-of', 'text'],
    ['length', 'text'],
  ] as const)('asked by %s it is declared as %s', (test, type) => {
    expect(declared(byRule(CLAUSES[test]))).toEqual([`+ attributes/it: ${id('it')} ${type}`]);
  });

  test.each([
    [['a'], 'list'],
    [true, 'boolean'],
    [5, 'number'],
    ['a', 'text'],
  ])('set to %j it is declared as %s', (value, type) => {
    expect(declared(effects({ value }))).toEqual([`+ attributes/it: ${id('it')} ${type}`]);
  });

  test('rules are asked before effects, and a persona’s word alone makes it a text', () => {
    expect(declared({ ...byRule(CLAUSES.date), ...effects({ value: 5 }) })).toEqual([
      `+ attributes/it: ${id('it')} date`,
    ]);
    expect(declared(persona({ family: 'flag', share: 1 }))).toEqual([
      `+ attributes/it: ${id('it')} text`,
    ]);
  });

  test('another attribute’s clause does not decide', () => {
    const map = { ...byRule(CLAUSES.number), ...effects({ value: 5 }) };
    const both = mapOf({
      ...map,
      segments: {
        [id('seg')]: { rule: rule({ ...CLAUSES.date, attribute: id('other') }) as never },
      },
      ...it({}),
    });
    expect(changes(both, 'undeclared-attribute', 'declare')).toEqual([
      `+ attributes/other: ${id('other')} date`,
    ]);
    const first = mapOf({
      ...effects({ value: 5, attribute: id('other') }, { value: true }),
      ...it({}),
    });
    expect(changes(first, 'undeclared-attribute', 'declare')).toEqual([
      `+ attributes/other: ${id('other')} number`,
    ]);
  });

  test('taking it out changes the record it is found at and no other', () => {
    const map = mapOf({ ...byRule(CLAUSES.text), ...effects({ value: 1 }) });
    expect(offers(map, 'undeclared-attribute')).toEqual([
      ['declare', 'remove'],
      ['declare', 'clause'],
    ]);
    const [atEffect, atRule] = found(map, 'undeclared-attribute');
    expect(keys(fixed(map, atEffect, 'remove'), 'undeclared-attribute')).toEqual([
      'segments/seg:attributes/it',
    ]);
    expect(keys(fixed(map, atRule, 'clause'), 'undeclared-attribute')).toEqual([
      'touchpoints/at:attributes/it',
    ]);
  });
});

describe('an attribute that rules read', () => {
  const read = (attribute: object, extra: object = {}) =>
    mapOf({
      attributes: { [id('it')]: { name: 'It', type: 'text', ...attribute } },
      segments: { [id('seg')]: { rule: rule(CLAUSES.text) as never } },
      personas: { [id('rita')]: { name: 'Rita' } },
      ...extra,
    });
  const without = (map: JourneyMap) => keys(map, 'attribute-without-values');

  test('has a value from a default, an effect or imported data as well', () => {
    expect(without(read({}))).toEqual(['attributes/it:']);
    expect(without(read({ default: 'x' }))).toEqual([]);
    expect(without(read({}, effects({ value: 'x' })))).toEqual([]);
    const scenarios = { [id('rows')]: { dataset: id('rows') } };
    expect(without(read({}, { scenarios }))).toEqual([]);
  });

  test('is not asked for values where there is nobody, or nobody who comes', () => {
    expect(without(read({}, { personas: {} }))).toEqual([]);
    expect(without(read({}, { personas: { [id('rita')]: { share: 0 } } }))).toEqual([]);
  });
});

describe('records that are missing', () => {
  test('are told for each record and what it refers to, once', () => {
    const map = segment({ rule: rule(old, { kind: 'segment', segment: id('gone') }) });
    const twice = mapOf({
      ...map,
      campaigns: {
        [id('mail')]: { name: 'Mail', segment: id('gone'), touchpoints: { [id('lost')]: true } },
      },
    });
    expect(
      told(twice, 'missing-record').map(({ key, values }) => [key, values.collection]),
    ).toEqual([
      ['segments/seg:segments/gone', 'segments'],
      ['campaigns/mail:touchpoints/lost', 'touchpoints'],
      ['campaigns/mail:segments/gone', 'segments'],
    ]);
  });

  test('are taken out of the record that was asked about, never of another', () => {
    const rules = { kind: 'segment' as const, segment: id('gone') };
    const map = mapOf({
      attributes: age,
      segments: { [id('a')]: { rule: rules }, [id('b')]: { rule: rules } },
    });
    const [problem] = found(map, 'missing-record');
    expect(keys(fixed(map, problem, 'everybody'), 'missing-record')).toEqual([
      'segments/b:segments/gone',
    ]);
  });

  test('the rule of attributes leaves the others to this one, and the other way round', () => {
    const map = segment({ rule: rule({ kind: 'segment', segment: id('gone') }, CLAUSES.text) });
    expect(keys(map, 'missing-record')).toEqual(['segments/seg:segments/gone']);
    expect(keys(map, 'undeclared-attribute')).toEqual(['segments/seg:attributes/it']);
    expect(RULES['missing-record'].severity).toBe('error');
  });
});
