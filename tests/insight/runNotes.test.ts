import { expect, test } from 'vitest';
import { noteSentences } from '../../src/insight';
import { simulate } from '../../src/simulation';
import type { RunNote } from '../../src/simulation/results';
import { english } from '../../src/cli/english';
import { circles } from '../simulation/support/circles';

const wordsOf = (notes: readonly RunNote[]) =>
  noteSentences(notes, { customers: 200, maxSteps: 10_000 }, circles(), english);

test('who walks in circles is what a run says of itself first', async () => {
  const { notes, total } = await simulate(circles(), null, { customers: 4, seed: 1 });
  expect(total.ends.cutOff.value).toBe(1);
  expect(notes).toEqual([{ code: 'cut-off', collection: 'map', id: circles().id, count: 4 }]);
  expect(wordsOf([{ code: 'cut-off', collection: 'map', id: '', count: 50 }])).toEqual([
    {
      record: null,
      text: '25% of the customers walked in circles and were stopped after 10,000 touchpoints. What would have come after that is missing from every figure.',
    },
  ]);
});

test('a note names the record it is about, and none that is gone', () => {
  const note = { code: 'effect-refused', collection: 'touchpoints', count: 1 } as const;
  expect(wordsOf([{ ...note, id: 'touchpoint-there' }])).toEqual([
    {
      record: { collection: 'touchpoints', id: 'touchpoint-there' },
      text: 'Once an effect at “There” was not applied, because the attribute cannot hold the value it leads to.',
    },
  ]);
  expect(wordsOf([{ ...note, id: 'touchpoint-gone' }])[0]!.record).toBeNull();
});

test('that a run is partial is said elsewhere', () => {
  expect(wordsOf([{ code: 'partial', collection: 'map', id: '', count: 1 }])).toEqual([]);
});
