import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOptions, smallestSample } from '../../.config/mutation/options.mjs';
import {
  count,
  fromReport,
  survivors,
  tableHead,
  tableRow,
} from '../../.config/mutation/report.mjs';
import { drawSample, keyOf } from '../../.config/mutation/sample.mjs';
import { testsOf } from '../../.config/mutation/tests.mjs';

const mutantAt = (line: number, replacement = 'false') => ({
  fileName: `src/map/a${line % 7}.ts`,
  location: { start: { line, column: 2 }, end: { line, column: 9 } },
  mutatorName: 'ConditionalExpression',
  replacement,
});
const many = Array.from({ length: 1000 }, (_, line) => mutantAt(line));

describe('the command line of a mutation run', () => {
  test('takes a folder and has a seed and a sample of its own', () => {
    expect(readOptions(['map'])).toEqual({ folder: 'map', seed: 1, sample: 200, only: undefined });
  });

  test('takes the options in any order', () => {
    const options = { folder: 'rules', seed: 7, sample: 300, only: 'overlap' };
    expect(readOptions(['--seed', '7', 'rules', '--sample', '300', '--only', 'overlap'])).toEqual(
      options,
    );
  });

  test.each([
    [[], 'Which folder?'],
    [['views'], 'No such folder: views.'],
    [['map', 'rules'], 'One folder at a time'],
    [['map', '--quick'], 'Unknown option --quick.'],
    [['map', '--seed'], '--seed takes a whole number.'],
    [['map', '--seed', '1.5'], '--seed takes a whole number.'],
    [['map', '--sample', '199'], 'at least 200'],
  ])('refuses %j with the reason', (words, reason) => {
    expect(() => readOptions(words)).toThrow(reason);
  });
});

describe('the sample of a mutation run', () => {
  test('is the same for the same seed, whatever order the mutants come in', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.shuffledSubarray(many, { minLength: many.length }),
        (seed, mixed) => {
          expect(drawSample(mixed, seed, 200)).toEqual(drawSample(many, seed, 200));
        },
      ),
      { numRuns: 5 },
    );
  });

  test('is another one for another seed', () => {
    expect(drawSample(many, 1, 200)).not.toEqual(drawSample(many, 2, 200));
  });

  test('has the size asked for, no mutant twice, and everything where there is no more', () => {
    expect(new Set(drawSample(many, 1, smallestSample).map(keyOf)).size).toBe(smallestSample);
    expect(drawSample(many.slice(0, 50), 1, smallestSample)).toHaveLength(50);
  });

  test('holds the smaller sample of the same seed', () => {
    expect(drawSample(many, 3, 400).slice(0, 200)).toEqual(drawSample(many, 3, 200));
  });

  test('is spread over the code', () => {
    const inFirstHalf = drawSample(many, 1, 200).filter((m) => m.location.start.line < 500);
    expect(inFirstHalf.length).toBeGreaterThan(70);
    expect(inFirstHalf.length).toBeLessThan(130);
  });

  test('tells mutants of one place apart, and knows them wherever the code was copied to', () => {
    expect(keyOf(mutantAt(4, 'true'))).not.toBe(keyOf(mutantAt(4, 'false')));
    const copied = { ...mutantAt(4), fileName: '/somewhere/src-copy/src/map/a4.ts' };
    expect(keyOf(copied)).toBe(keyOf(mutantAt(4)));
    expect(keyOf({ ...copied, fileName: 'C:\\copy\\src\\map\\a4.ts' })).toBe(keyOf(copied));
  });
});

describe('the report of a mutation run', () => {
  const ended = (status: string) => ({ ...mutantAt(1), status });

  test('counts failures, crashes and endless loops as noticed, everything else as missed', () => {
    const statuses = ['Killed', 'Killed', 'RuntimeError', 'Timeout', 'Survived', 'NoCoverage'];
    expect(count(statuses.map(ended))).toEqual({
      killed: 3,
      timeout: 1,
      survived: 1,
      noCoverage: 1,
      score: 66.7,
    });
  });

  test('is a row of the table, cell under heading', () => {
    const run = { folder: 'map', date: '2026-01-31', seed: 1, mutants: 4000, sample: 3 };
    const row = tableRow({ ...run, ...count(['Killed', 'Killed', 'Survived'].map(ended)) });
    expect(row).toBe('| map | 2026-01-31 | 1 | 4000 | 3 | 2 | 0 | 1 | 0 | 66.7% |');
    const cells = (line: string) => line.split('|').length;
    expect(tableHead.split('\n').map(cells)).toEqual([cells(row), cells(row)]);
  });

  test('counts lines and columns from 0 as the sample does', () => {
    const reported = {
      ...ended('Survived'),
      location: { start: { line: 2, column: 3 }, end: { line: 2, column: 10 } },
    };
    expect(keyOf(fromReport(reported))).toBe(keyOf(ended('Survived')));
  });

  test('lists what nobody noticed, with the text that was replaced', () => {
    const result = {
      fileName: 'src/map/index.ts',
      location: { start: { line: 1, column: 0 }, end: { line: 1, column: 6 } },
      mutatorName: 'StringLiteral',
      replacement: '""',
    };
    const left = survivors([
      { ...result, fileName: 'src/rules/index.ts', status: 'NoCoverage' },
      { ...result, fileName: 'src/language/index.ts', status: 'Survived' },
      { ...result, fileName: 'src/language/index.ts', status: 'Killed' },
    ]);
    expect(
      left.map(({ file, line, status, was, became }) => [file, line, status, was, became]),
    ).toEqual([
      ['src/language/index.ts', 2, 'Survived', 'export', '""'],
      ['src/rules/index.ts', 2, 'NoCoverage', 'export', '""'],
    ]);
  });
});

test('a folder is held to the tests that mirror it', () => {
  expect(testsOf('rules').unit).toContain('tests/rules/**/*.test.ts');
  expect(testsOf('rules').components).toContain('tests/rules/**/*.test.tsx');
  expect(() => testsOf('nowhere')).toThrow('tests/nowhere');
});
