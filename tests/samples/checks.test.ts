import { expect, test } from 'vitest';
import { problems } from '../../src/checks/problems';
import { applyEdit, removeTouchpoints } from '../../src/map/edits';
import type { JourneyMap } from '../../src/map/schema';
import { SAMPLE_IDS } from '../../src/samples';
import { LANGUAGES, sampleMap } from './read';

test('the templates give the checker nothing to say', () => {
  for (const id of SAMPLE_IDS.filter((each) => each !== 'coachinglive')) {
    for (const language of LANGUAGES) {
      expect(problems(sampleMap(id, language), { today: '2026-11-21' })).toEqual([]);
    }
  }
});

test('of CoachingLive the checker says only what is true: campaigns collide, nothing was measured yet', () => {
  const found = problems(sampleMap('coachinglive'), { today: '2026-11-21' });
  expect(new Set(found.map(({ rule }) => rule))).toEqual(
    new Set(['campaign-collision', 'kpi-without-data']),
  );
});

test('one deletion gives a handful of findings, however many records its effects show at', () => {
  const map = sampleMap('coachinglive');
  const check = (each: JourneyMap) => problems(each, { today: '2026-11-21' });
  const before = new Set(check(map).map(({ key }) => key));
  for (const [id, { name }] of Object.entries(map.touchpoints)) {
    const { map: after } = applyEdit(map, removeTouchpoints([id], { heal: false }));
    const fresh = check(after).filter(({ key }) => !before.has(key));
    const found = fresh.map(({ key, also }) => `${key} +${String(also.length)}`);
    expect({ name, found: found.slice(5) }).toEqual({ name, found: [] });
  }
});
