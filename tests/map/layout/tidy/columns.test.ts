import { describe, expect, test } from 'vitest';
import { tidyColumnsOf } from '../../../../src/map/layout/tidy/columns';
import { drawn } from './drawn';

/** The columns as text: `A0: a b` is the first column of stage A. */
function columns(...map: Parameters<typeof drawn>): string[] {
  return tidyColumnsOf(drawn(...map)).map(
    ({ stage, place, ids }) => `${stage ?? '-'}${String(place)}: ${ids.join(' ')}`,
  );
}

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => `m${String(index + 10)}`).join(' ');

describe('the columns of a stage', () => {
  test('follow the stages, the unsorted first; a stage without touchpoints has none', () => {
    expect(columns({ B: 'b', empty: '', A: 'a', '-': 'x' })).toEqual(['-0: x', 'B0: b', 'A0: a']);
    expect(columns({})).toEqual([]);
  });

  test('hold up to five cards, then split evenly along the journey', () => {
    expect(columns({ A: 'a b c d e' }, 'a>b b>c c>d d>e')).toEqual(['A0: a b c d e']);
    expect(columns({ A: 'a b c d e f' }, 'a>b b>c c>d d>e e>f')).toEqual([
      'A0: a b c',
      'A1: d e f',
    ]);
    expect(columns({ A: 'a b c d e f g' }, 'a>b b>c c>d d>e e>f f>g')).toEqual([
      'A0: a b c d',
      'A1: e f g',
    ]);
  });

  test('are never more than the steps of the stage', () => {
    expect(columns({ A: 'a b c d e f' })).toEqual(['A0: a b c d e f']);
    const star = 'a>b a>c a>d a>e a>f a>g a>h a>i a>j a>k';
    expect(columns({ A: 'a b c d e f g h i j k' }, star)).toEqual([
      'A0: a b c d e f',
      'A1: g h i j k',
    ]);
  });

  test('hold more cards on a map of many', () => {
    const chain = 'a>b b>c c>d d>e e>f';
    const of = (others: number) =>
      columns({ A: 'a b c d e f', B: many(others) }, chain).filter((text) => text.startsWith('A'));
    // 0.85 √34 is just below 5, 0.85 √35 just above.
    expect(of(28)).toEqual(['A0: a b c', 'A1: d e f']);
    expect(of(29)).toEqual(['A0: a b c d e f']);
  });
});

describe('the order along the journey', () => {
  test('counts the fewest steps from the door, ties by id', () => {
    expect(columns({ A: 'a b c d e' }, 'e>d d>c c>b b>a')).toEqual(['A0: e d c b a']);
    expect(columns({ A: 'a b c d e' }, 'e>d d>b e>b b>a e>c')).toEqual(['A0: e b c d a']);
  });

  test('does not depend on the order of the tables', () => {
    expect(columns({ A: 'd c b a' }, 'c>b')).toEqual(['A0: a c d b']);
  });

  test('begins at an entry even where something leads back to it', () => {
    expect(columns({ A: 'a b' }, 'a>b b>a')).toEqual(['A0: a b']);
    expect(columns({ A: 'a b!' }, 'a>b b>a')).toEqual(['A0: b a']);
  });

  test('begins at what only leads to itself', () => {
    expect(columns({ A: 'a b' }, 'b>b b>a')).toEqual(['A0: b a']);
  });

  test('begins where people come in from an earlier stage, not from a later one', () => {
    const ring = 'm>n n>m';
    expect(columns({ A: 'x', B: 'm n' }, `${ring} x>n`)).toEqual(['A0: x', 'B0: n m']);
    expect(columns({ B: 'm n', C: 'x' }, `${ring} x>n`)).toEqual(['B0: m n', 'C0: x']);
  });

  test('takes the unsorted column for the earliest stage', () => {
    const ring = 'm>n n>m';
    expect(columns({ '-': 'x', A: 'm n' }, `${ring} x>n`)).toEqual(['-0: x', 'A0: n m']);
    expect(columns({ '-': 'm n', A: 'x' }, `${ring} x>n`)).toEqual(['-0: m n', 'A0: x']);
  });

  test('begins a ring that nothing leads into at its first id', () => {
    expect(columns({ A: 'a b c' }, 'a>c c>b b>a')).toEqual(['A0: a c b']);
    expect(columns({ A: 'x', B: 'a b c' }, 'a>c c>b b>a')).toEqual(['A0: x', 'B0: a c b']);
    expect(columns({ A: 'c b a' }, 'a>c c>b b>a')).toEqual(['A0: a c b']);
    expect(columns({ '-': 'a b c', A: 'x' }, 'a>c c>b b>a x>b')).toEqual(['-0: a c b', 'A0: x']);
  });

  test('puts a ring that no door leads to behind those that one leads to', () => {
    expect(columns({ A: 'a b c d' }, 'a>b b>a c>d')).toEqual(['A0: c d a b']);
  });

  test('walks inside of the stage only', () => {
    // From a by x, which is in B, back to c: c and its ring lie behind b.
    expect(columns({ A: 'a b c d', B: 'x' }, 'a>x x>c c>d d>c a>b')).toEqual([
      'A0: a b c d',
      'B0: x',
    ]);
    expect(columns({ A: 'a z c d', B: 'x' }, 'a>x x>c c>d d>c a>z')).toEqual([
      'A0: a z c d',
      'B0: x',
    ]);
  });

  test('puts outcomes last, the nearer one first', () => {
    expect(columns({ A: 'a. b c z' }, 'z>a z>b b>c')).toEqual(['A0: z b c a']);
    expect(columns({ A: 'a. b c. z' }, 'z>b b>a z>c')).toEqual(['A0: z b c a']);
  });

  test('puts an outcome that is a door level with what no door leads to', () => {
    expect(columns({ A: 'a b c. d' }, 'a>b b>a')).toEqual(['A0: d a b c']);
  });
});
