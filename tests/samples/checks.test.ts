import { expect, test } from 'vitest';
import { problems } from '../../src/checks/problems';
import { SAMPLE_IDS } from '../../src/samples';
import { LANGUAGES, sampleMap } from './read';

test('of the templates the checker says only that nothing was measured yet, of the blank map nothing', () => {
  for (const id of SAMPLE_IDS.filter((each) => each !== 'coachinglive')) {
    for (const language of LANGUAGES) {
      const found = problems(sampleMap(id, language), { today: '2026-11-21' });
      expect(new Set(found.map(({ rule }) => rule))).toEqual(
        new Set(id === 'blank' ? [] : ['kpi-without-data']),
      );
    }
  }
});

test('of CoachingLive the checker says only what is true: campaigns collide, nothing was measured yet', () => {
  const found = problems(sampleMap('coachinglive'), { today: '2026-11-21' });
  expect(new Set(found.map(({ rule }) => rule))).toEqual(
    new Set(['campaign-collision', 'kpi-without-data']),
  );
});
