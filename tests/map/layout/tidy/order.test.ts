import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TidyColumn } from '../../../../src/map/layout/tidy/columns';
import { disturbance, type RankLink, ranksOf } from '../../../../src/map/layout/tidy/crossings';
import { neighboursOf, orderColumns } from '../../../../src/map/layout/tidy/order';

const columnsOf = (words: readonly string[]): TidyColumn[] =>
  words.map((ids, place) => ({ stage: 'A', place, ids: Array.from(ids) }));

const linksOf = (text: string): RankLink[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({ from: word.charAt(0), to: word.charAt(1) }));

/** The columns after ordering, each as a word. */
function ordered(links: string, ...words: string[]): string[] {
  const columns = columnsOf(words);
  orderColumns(columns, linksOf(links));
  return columns.map(({ ids }) => ids.join(''));
}

test('neighbours are found from both ends, in the order of the links', () => {
  expect([...neighboursOf(linksOf('ab cb ad'))]).toEqual([
    ['a', ['b', 'd']],
    ['b', ['a', 'c']],
    ['c', ['b']],
    ['d', ['a']],
  ]);
});

describe('the order of the columns', () => {
  test('stays as it is without links or where nothing is disturbed', () => {
    expect(ordered('', 'cab', 'ed')).toEqual(['cab', 'ed']);
    expect(ordered('ac bd', 'ab', 'cd')).toEqual(['ab', 'cd']);
    expect(ordered('')).toEqual([]);
  });

  test('turns the first of two columns so that nothing crosses', () => {
    expect(ordered('ad bc', 'ab', 'cd')).toEqual(['ba', 'cd']);
    expect(ordered('af be cd', 'abc', 'def')).toEqual(['cba', 'def']);
  });

  test('puts a card at the mean of its neighbours', () => {
    // a wishes for row 1, b for 0 and c for 2.
    expect(ordered('ad af bd cf', 'abc', 'def')).toEqual(['bac', 'def']);
  });

  test('puts the upper end of a step first', () => {
    expect(ordered('ba', 'ab')).toEqual(['ba']);
    expect(ordered('ba', 'xab')).toEqual(['xba']);
  });
});

describe('any order of links between neighbouring columns', () => {
  const scene = fc.record({
    sizes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
    pairs: fc.array(fc.tuple(fc.nat(15), fc.nat(15)), { maxLength: 12 }),
  });
  const letters = 'abcdefghijklmnop';

  function build({ sizes, pairs }: { sizes: number[]; pairs: [number, number][] }) {
    let used = 0;
    const words = sizes.map((size) => letters.slice(used, (used += size)));
    const columnOf = (card: number) =>
      words.findIndex((word) => word.includes(letters.charAt(card)));
    const keys = new Set(
      pairs
        .map(([from, to]) => [from % used, to % used] as const)
        .filter(([from, to]) => from !== to && Math.abs(columnOf(from) - columnOf(to)) < 2)
        .map(([from, to]) => `${letters.charAt(from)}${letters.charAt(to)}`),
    );
    return { columns: columnsOf(words), links: linksOf([...keys].join(' ')) };
  }

  test('keeps the cards of each column, disturbs no more than before, and no swap betters it', () => {
    fc.assert(
      fc.property(scene, (some) => {
        const { columns, links } = build(some);
        const before = columns.map(({ ids }) => ids.toSorted());
        const first = disturbance(links, ranksOf(columns));
        orderColumns(columns, links);
        expect(columns.map(({ ids }) => ids.toSorted())).toEqual(before);
        const last = disturbance(links, ranksOf(columns));
        expect(last).toBeLessThanOrEqual(first + 1e-9);
        for (const { ids } of columns) {
          for (let row = 0; row + 1 < ids.length; row += 1) {
            const [a, b] = [ids[row]!, ids[row + 1]!];
            ids.splice(row, 2, b, a);
            expect(disturbance(links, ranksOf(columns))).toBeGreaterThanOrEqual(last - 1e-9);
            ids.splice(row, 2, a, b);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
