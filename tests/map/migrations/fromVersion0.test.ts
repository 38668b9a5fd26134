import { describe, expect, test } from 'vitest';
import { migrate } from '../../../src/map/migrations';

describe('a map of version 0', () => {
  test('becomes one of version 1, in the order of its lists', () => {
    expect(
      migrate(
        {
          version: 0,
          name: 'Gym',
          language: 'en',
          stages: [
            { id: 's1', name: 'Find' },
            { id: 's2', name: 'Join' },
          ],
          steps: [
            { id: 't1', type: 'start', x: 1, y: 2, stage: 's1' },
            { id: 't2', type: 'step', x: 3 },
            { id: 't3', type: 'choice', y: 4 },
            { id: 't4', type: 'end', mood: 'sad' },
            { id: 't5', type: 'portal' },
            { id: 't6', type: 5 },
            { id: 't7' },
          ],
          arrows: [
            { id: 'a1', from: 't1', to: 't2', probability: 0.2, days: 3, else: false },
            { id: 'a2', from: 't2', to: 't3', else: true },
            { id: 'a3', from: 't3', to: 't4', probability: 0, days: 0 },
          ],
        },
        0,
      ),
    ).toEqual({
      version: 1,
      title: 'Gym',
      language: 'en',
      stages: { s1: { name: 'Find', order: 'a0' }, s2: { name: 'Join', order: 'a1' } },
      touchpoints: {
        t1: { kind: 'entry', position: { x: 1, y: 2 }, stage: 's1' },
        t2: { kind: 'touchpoint', position: { x: 3 } },
        t3: { kind: 'decision', position: { y: 4 } },
        t4: { kind: 'outcome', mood: 'sad' },
        t5: { kind: 'portal' },
        t6: { kind: 5 },
        t7: {},
      },
      transitions: {
        a1: {
          from: 't1',
          to: 't2',
          order: 'a0',
          chance: { base: 0.2 },
          delay: { family: 'constant', value: 3 },
          otherwise: false,
        },
        a2: { from: 't2', to: 't3', order: 'a1', otherwise: true },
        a3: {
          from: 't3',
          to: 't4',
          order: 'a2',
          chance: { base: 0 },
          delay: { family: 'constant', value: 0 },
        },
      },
    });
  });

  test('gets no field it did not have', () => {
    expect(migrate({ version: 0 }, 0)).toStrictEqual({ version: 1 });
    expect(migrate({ stages: [], steps: [], arrows: [] }, 0)).toStrictEqual({
      version: 1,
      stages: {},
      touchpoints: {},
      transitions: {},
    });
  });

  test.each<[string, unknown]>([
    ['no list', { s: {} }],
    ['a list of texts', ['s']],
    ['a list of records without ids', [{ name: 'See' }]],
    ['an id that is no text', [{ id: 5 }]],
    ['one id twice', [{ id: 's' }, { id: 's' }]],
  ])('keeps for the reader to refuse: %s', (_, stages) => {
    expect(migrate({ stages }, 0)).toEqual({ version: 1, stages });
  });
});

test('a map of this version is left as it is', () => {
  const raw = { version: 1, name: 'not the title', steps: [] };
  expect(migrate(raw, 1)).toBe(raw);
});
