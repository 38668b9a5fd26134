import { describe, expect, test } from 'vitest';
import {
  cards,
  changes,
  id,
  keys,
  offers,
  soundMap,
  told,
  transition,
  transitionTable,
} from './support';

describe('cards on a wall', () => {
  test('one card needs no connection, two do', () => {
    expect(keys(cards({ a: {} }), 'not-connected')).toEqual([]);
    expect(keys(cards({ a: {}, b: {} }), 'not-connected')).toEqual(['map:']);
  });

  test('the line passes by outcomes on the way and ends at the last card', () => {
    const map = cards({
      first: {},
      lost: { kind: 'outcome' },
      second: { kind: 'decision' },
      won: { kind: 'outcome' },
    });
    expect(changes(map, 'not-connected', 'line')).toEqual([
      '+ first → second 1',
      '+ second → won 1',
      'touchpoints/first/kind = "entry"',
    ]);
  });

  test('a line that begins at an entry or a decision leaves it what it is', () => {
    for (const kind of ['entry', 'decision'] as const) {
      const map = cards({ first: { kind }, last: {} });
      expect(changes(map, 'not-connected', 'line')).toEqual(['+ first → last 1']);
    }
  });

  test('where nothing but outcomes lies before the last card, no line is offered', () => {
    const map = cards({ lost: { kind: 'outcome' }, won: { kind: 'outcome' } });
    expect(offers(map, 'not-connected')).toEqual([[]]);
    const open = cards({ lost: { kind: 'outcome' }, last: {} });
    expect(offers(open, 'not-connected')).toEqual([[]]);
  });
});

describe('entries and outcomes', () => {
  const line = transitionTable(transition('a', 'b'), transition('b', 'c'));

  test('the entry is the first plain touchpoint that nothing leads to', () => {
    const map = cards({ c: {}, b: {}, a: {} }, line);
    expect(changes(map, 'no-entry', 'first')).toEqual(['touchpoints/a/kind = "entry"']);
  });

  test('in a circle it is the first in journey order', () => {
    const map = cards(
      { b: {}, a: {} },
      transitionTable(transition('a', 'b'), transition('b', 'a')),
    );
    expect(changes(map, 'no-entry', 'first')).toEqual(['touchpoints/b/kind = "entry"']);
  });

  test('decisions and outcomes are no entries, so with them alone none is offered', () => {
    const map = cards(
      { a: { kind: 'decision' }, b: { kind: 'outcome' } },
      transitionTable(transition('a', 'b')),
    );
    expect(keys(map, 'no-entry')).toEqual(['map:']);
    expect(offers(map, 'no-entry')).toEqual([[]]);
    const later = cards({ a: { kind: 'decision' }, b: {} }, transitionTable(transition('a', 'b')));
    expect(changes(later, 'no-entry', 'first')).toEqual(['touchpoints/b/kind = "entry"']);
  });

  test('with an entry there is nothing to say', () => {
    expect(
      keys(
        cards({ a: { kind: 'entry' }, b: {} }, transitionTable(transition('a', 'b'))),
        'no-entry',
      ),
    ).toEqual([]);
  });

  test('the ends become outcomes: what something leads to and nothing leads out of', () => {
    const map = cards(
      {
        entry: { kind: 'entry' },
        b: {},
        end: {},
        'other-end': {},
        alone: {},
        lone: { kind: 'entry' },
      },
      transitionTable(
        transition('entry', 'b'),
        transition('b', 'end'),
        transition('b', 'other-end'),
        transition('b', 'lone'),
      ),
    );
    expect(told(map, 'no-outcome')).toMatchObject([{ values: { count: 2 } }]);
    expect(changes(map, 'no-outcome', 'ends')).toEqual([
      'touchpoints/end/kind = "outcome"',
      'touchpoints/other-end/kind = "outcome"',
    ]);
  });

  test('a journey without an end has no outcome to offer', () => {
    const map = cards(
      { a: { kind: 'entry' }, b: {} },
      transitionTable(transition('a', 'b'), transition('b', 'a')),
    );
    expect(told(map, 'no-outcome')).toMatchObject([{ values: { count: 0 } }]);
    expect(offers(map, 'no-outcome')).toEqual([[]]);
    expect(keys(cards({ a: {}, b: {} }), 'no-outcome')).toEqual([]);
  });

  test('entry weights are reported once for all entries, and a segment’s weight counts', () => {
    const idle = { kind: 'entry' as const, weight: { base: 0 } };
    const map = cards({ a: idle, b: idle });
    expect(told(map, 'entry-weights-zero')).toMatchObject([
      { key: 'touchpoints/a:', values: { count: 2 }, also: ['touchpoints/b'] },
    ]);
    expect(changes(map, 'entry-weights-zero', 'even')).toEqual([
      'touchpoints/a/weight/base = 1',
      'touchpoints/b/weight/base = 1',
    ]);
    const bySegment = (value: number) => ({ [id('seg')]: { value } });
    const some = { ...idle, weight: { base: 0, bySegment: bySegment(0.1) } };
    const none = { ...idle, weight: { base: 0, bySegment: bySegment(0) } };
    expect(keys(cards({ a: idle, b: some }), 'entry-weights-zero')).toEqual([]);
    expect(keys(cards({ a: none }), 'entry-weights-zero')).toEqual(['touchpoints/a:']);
    expect(keys(cards({ a: {} }), 'entry-weights-zero')).toEqual([]);
  });
});

describe('outcomes with transitionTable out', () => {
  test('all of them are reported and removed at once', () => {
    const map = soundMap({
      transitions: transitionTable(transition('end', 'start'), transition('end', 'middle')),
    });
    expect(told(map, 'outcome-with-transition')).toMatchObject([
      { values: { count: 2 }, also: ['transitions/way-0', 'transitions/way-1'] },
    ]);
    expect(changes(map, 'outcome-with-transition', 'remove')).toEqual([
      '- transitions/way-0',
      '- transitions/way-1',
    ]);
  });
});
