import { describe, expect, test } from 'vitest';
import {
  age,
  changes,
  column,
  id,
  keys,
  mapOf,
  offers,
  old,
  people,
  row,
  type Tables,
  told,
  transition,
  transitionTable,
  young,
} from './support';

const chance = (base: number, bySegment: object = {}) => ({ chance: { base, bySegment } });
const otherwise = { otherwise: true };
const everyone = { when: { kind: 'everyone' } };

/** A touchpoint `a` with transitions to an outcome that differ in their delay, and in what is given. */
function fan(
  list: object[],
  more: Tables = {},
  kind: 'entry' | 'decision' | 'touchpoint' = 'entry',
) {
  return mapOf({
    ...more,
    touchpoints: column({ a: { kind }, z: { kind: 'outcome' } }),
    transitions: transitionTable(
      ...list.map((each, index) =>
        transition('a', 'z', { delay: { family: 'constant', value: index }, ...each }),
      ),
    ),
  });
}

describe('chances over 1', () => {
  const sums = (...args: Parameters<typeof fan>) =>
    told(fan(...args), 'chances-over-one').map(({ severity, variant, values }) => [
      severity,
      variant,
      values.sum,
      values.segments,
    ]);

  test('are told of entries and touchpoints, not of decisions, whose chances do not count', () => {
    const list = [chance(0.75), chance(0.5)];
    expect(sums(list)).toEqual([['error', 'base', 1.25, '']]);
    expect(sums(list, {}, 'touchpoint')).toEqual([['error', 'base', 1.25, '']]);
    expect(sums(list, {}, 'decision')).toEqual([]);
  });

  test('what rounding adds to 1 is not over it, and what otherwise has does not count', () => {
    expect(sums([chance(0.1), chance(0.2), chance(0.7)])).toEqual([]);
    expect(sums([chance(0.7), chance(0.2), chance(0.1 + 1e-8)])).toHaveLength(1);
    expect(sums([chance(1), { ...chance(1), ...otherwise }])).toEqual([]);
  });

  test('a segment’s row stands in the place of the base, for its members', () => {
    const rows = [chance(0.5, row('old', 0.75)), chance(0.5)];
    expect(sums(rows, people)).toEqual([['error', 'segments', 1.25, 'Old']]);
    const less = [chance(0.75, row('old', 0.5)), chance(0.5, row('old', 0.5))];
    expect(sums(less, people)).toEqual([['error', 'base', 1.25, '']]);
  });

  test('of two rows that both hold, the first in order counts', () => {
    const half = (name: string) => ({
      name,
      rule: { kind: 'share', id: id(name), share: 0.5 } as const,
    });
    const segments = { [id('one')]: half('One'), [id('two')]: half('Two') };
    const rows = (first: string, second: string) => ({
      [id('one')]: { value: 0.9, order: first },
      [id('two')]: { value: 0.7, order: second },
    });
    // Who is in both has 0.9 + 0.25 with the first order, 0.7 + 0.25 with the second.
    const list = (first: string, second: string) => [
      chance(0.1, rows(first, second)),
      chance(0, {
        [id('one')]: { value: 0.05, order: 'a1' },
        [id('two')]: { value: 0.25, order: 'a0' },
      }),
    ];
    expect(sums(list('a0', 'a1'), { segments })).toEqual([
      ['error', 'segments', 1.15, 'One + Two'],
    ]);
    expect(sums(list('a1', 'a0'), { segments })).toEqual([]);
  });

  test('a row of a segment that is no longer there counts for nobody', () => {
    expect(sums([chance(0.5, row('gone', 1)), chance(0.5)], people)).toEqual([]);
  });

  test('rules that cannot hold together are no excess, a rule and a base are', () => {
    const more = { attributes: age };
    expect(sums([{ when: old }, { when: young }], more)).toEqual([]);
    expect(sums([{ when: old }, chance(0.5)], more)).toEqual([['error', 'rules', 1.5, '']]);
    expect(sums([{ when: old, ...chance(0.5) }, chance(0.5)], more)).toEqual([]);
  });

  test('who of a segment takes a transition with the rule of another', () => {
    const list = [{ when: young, ...chance(0.75) }, chance(0, row('young', 0.5))];
    expect(sums(list, people)).toEqual([['error', 'segments', 1.25, 'Young']]);
    const apart = [{ when: old, ...chance(0.75) }, chance(0, row('young', 0.5))];
    expect(sums(apart, people)).toEqual([]);
  });

  test('where it cannot be proved that anybody is in both, it is a warning', () => {
    const name = { [id('name')]: { name: 'Name', type: 'text' as const } };
    const matches = (value: string) => ({
      when: { kind: 'attribute', attribute: id('name'), test: 'text', operator: 'matches', value },
    });
    const found = sums([matches('^a.*z$'), matches('^.*(q|x)+.*$')], { attributes: name });
    expect(found).toEqual([['warning', 'rules', 2, '']]);
  });

  test('the fix goes on until nobody’s chances are over 1, and keeps their proportions', () => {
    const rows = [chance(0.9, row('old', 1)), chance(0.6, row('old', 0.25)), chance(0)];
    const map = fan(rows, people);
    expect(changes(map, 'chances-over-one', 'scale')).toEqual([
      'transitions/way-0/chance/base = 0.6',
      'transitions/way-0/chance/bySegment/old/value = 0.8',
      'transitions/way-1/chance/base = 0.39999999999999997',
      'transitions/way-1/chance/bySegment/old/value = 0.2',
    ]);
  });
});

describe('chances of 0', () => {
  const idle = chance(0);

  test('one idle transition is reported by itself, all of several in one sentence', () => {
    expect(keys(fan([idle]), 'zero-chance')).toEqual(['transitions/way-0:']);
    expect(keys(fan([idle, idle]), 'zero-chance')).toEqual(['map:']);
    expect(keys(fan([idle, idle, chance(0.1)]), 'zero-chance')).toEqual([
      'transitions/way-0:',
      'transitions/way-1:',
    ]);
  });

  test('decisions and otherwise have no chance to be 0', () => {
    expect(keys(fan([idle], {}, 'decision'), 'zero-chance')).toEqual([]);
    expect(keys(fan([{ ...idle, ...otherwise }, chance(0.5)]), 'zero-chance')).toEqual([]);
    expect(keys(fan([idle, { ...idle, ...otherwise }]), 'zero-chance')).toEqual([
      'transitions/way-0:',
    ]);
    expect(keys(fan([idle, idle], {}, 'touchpoint'), 'zero-chance')).toEqual(['map:']);
  });

  test('a segment’s chance above 0 is one, of 0 is none', () => {
    expect(keys(fan([chance(0, row('old', 0.1))], people), 'zero-chance')).toEqual([]);
    expect(keys(fan([chance(0, row('old', 0))], people), 'zero-chance')).toHaveLength(1);
  });

  test('a scenario that sets it above 0 is the point of it, one that sets it to 0 is not', () => {
    const scenario = (value: number) => ({
      scenarios: {
        [id('if')]: {
          overrides: {
            [id('change')]: {
              collection: 'transitions' as const,
              id: id('way-0'),
              path: '/chance/base',
              value,
            },
          },
        },
      },
    });
    expect(keys(fan([idle], scenario(0.1)), 'zero-chance')).toEqual([]);
    expect(keys(fan([idle], scenario(0)), 'zero-chance')).toEqual(['transitions/way-0:']);
  });

  test('the rest is given where there is one, else shared, but rows of segments are left alone', () => {
    expect(offers(fan([idle, chance(0.9)]), 'zero-chance')).toEqual([['rest', 'remove']]);
    expect(offers(fan([idle, chance(1)]), 'zero-chance')).toEqual([['share', 'remove']]);
    const rows = fan([idle, chance(1, row('old', 0.5))], people);
    expect(offers(rows, 'zero-chance')).toEqual([['remove']]);
    const two = fan([idle, idle, chance(0.75)]);
    expect(offers(two, 'zero-chance')).toEqual([
      ['rest', 'remove'],
      ['rest', 'remove'],
    ]);
    expect(changes(two, 'zero-chance', 'rest')).toEqual(['transitions/way-0/chance/base = 0.25']);
  });

  test('sharing leaves otherwise as much as each of the others', () => {
    const map = fan([idle, chance(1), { ...idle, ...otherwise }, chance(0)]);
    expect(offers(map, 'zero-chance')[0]).toEqual(['share', 'remove']);
    expect(changes(map, 'zero-chance', 'share')).toEqual([
      'transitions/way-0/chance/base = 0.25',
      'transitions/way-1/chance/base = 0.25',
      'transitions/way-3/chance/base = 0.25',
    ]);
  });

  test('the fix for all of them is even touchpoint by touchpoint', () => {
    const map = mapOf({
      touchpoints: column({ a: { kind: 'entry' }, b: {}, z: { kind: 'outcome' } }),
      transitions: transitionTable(
        transition('a', 'b', idle),
        transition('a', 'z', idle),
        transition('b', 'z', idle),
      ),
    });
    expect(changes(map, 'zero-chance', 'even')).toEqual([
      'transitions/way-0/chance/base = 0.5',
      'transitions/way-1/chance/base = 0.5',
      'transitions/way-2/chance/base = 1',
    ]);
  });
});

describe('more than one otherwise', () => {
  test('only the first stays, of however many', () => {
    const map = fan([chance(0.5), otherwise, otherwise, otherwise]);
    expect(told(map, 'two-otherwise')).toEqual([
      {
        severity: 'error',
        key: 'touchpoints/a:',
        values: { name: 'a', count: 3 },
        also: ['transitions/way-1', 'transitions/way-2', 'transitions/way-3'],
        labels: { first: { first: 'a → z' } },
      },
    ]);
    expect(changes(map, 'two-otherwise', 'first')).toEqual([
      'transitions/way-2/otherwise = false',
      'transitions/way-3/otherwise = false',
    ]);
  });

  test('decisions have one otherwise too', () => {
    expect(keys(fan([otherwise, otherwise], {}, 'decision'), 'two-otherwise')).toHaveLength(1);
  });
});

describe('like transitions', () => {
  const like = (...list: object[]) =>
    fan(
      list.map((each) => ({ delay: { family: 'constant', value: 0 }, ...each })),
      people,
    );

  test('each is reported against the first of its kind', () => {
    const map = like(chance(0.25), chance(0.5), chance(0.75));
    expect(told(map, 'duplicate-transition').map((one) => [one.key, one.also])).toEqual([
      ['transitions/way-1:way-0', ['transitions/way-0']],
      ['transitions/way-2:way-0', ['transitions/way-0']],
    ]);
    expect(changes(map, 'duplicate-transition', 'merge')).toEqual([
      '- transitions/way-1',
      'transitions/way-0/chance/base = 0.75',
    ]);
  });

  test('their chances merge to no more than 1', () => {
    expect(changes(like(chance(0.75), chance(0.5)), 'duplicate-transition', 'merge')).toEqual([
      '- transitions/way-1',
      'transitions/way-0/chance/base = 1',
    ]);
  });

  test('another rule, otherwise or a delay makes them unlike, a label does not', () => {
    expect(keys(like(chance(0.5), everyone), 'duplicate-transition')).toEqual([]);
    expect(keys(like(chance(0.5), otherwise), 'duplicate-transition')).toEqual([]);
    expect(keys(fan([chance(0.5), chance(0.5)]), 'duplicate-transition')).toEqual([]);
    expect(keys(like({ label: 'one' }, { label: 'two' }), 'duplicate-transition')).toHaveLength(1);
  });

  test('with rows of segments, or as otherwise, one of them can only be removed', () => {
    const rows = chance(0.5, row('old', 0.1));
    for (const map of [
      like(rows, chance(0.5)),
      like(chance(0.5), rows),
      like(otherwise, otherwise),
    ]) {
      expect(offers(map, 'duplicate-transition')).toEqual([['remove']]);
    }
  });

  test('out of a decision the later one is reported as shadowed instead', () => {
    const map = mapOf({
      touchpoints: column({ a: { kind: 'decision' }, z: { kind: 'outcome' } }),
      transitions: transitionTable(transition('a', 'z'), transition('a', 'z')),
    });
    expect(keys(map, 'duplicate-transition')).toEqual([]);
    expect(keys(map, 'shadowed')).toEqual(['transitions/way-1:']);
  });
});
