import { expect, test } from 'vitest';
import { problemGroups } from '../../src/checks';
import { problems } from '../../src/checks/problems';
import { applyEdit, removeTouchpoints } from '../../src/map/edits';
import { newMap } from '../../src/map/records';
import type { JourneyMap } from '../../src/map/schema';
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

test('one deletion gives a handful of problems, however many records its effects show at', () => {
  const map = sampleMap('coachinglive');
  const check = (each: JourneyMap) => problemGroups(each, { today: '2026-11-21' });
  const before = new Set(check(map).map(({ key }) => key));
  for (const [id, { name }] of Object.entries(map.touchpoints)) {
    const { map: after } = applyEdit(map, removeTouchpoints([id], { heal: false }));
    const fresh = check(after).filter(({ key }) => !before.has(key));
    const found = fresh.map(({ key, places }) => `${key} +${String(places.length)}`);
    expect({ name, found: found.slice(5) }).toEqual({ name, found: [] });
  }
});

test('a touchpoint that eighteen hang on alone is deleted, and they are one problem', () => {
  const ends = Array.from({ length: 18 }, (_, index) => `touchpoint-end-${String(index)}`);
  const map = newMap({
    touchpoints: {
      'touchpoint-start': { kind: 'entry', name: 'Start' },
      'touchpoint-hub': { name: 'Hub' },
      'touchpoint-other': { kind: 'outcome', name: 'Other' },
      ...Object.fromEntries(ends.map((id) => [id, { kind: 'outcome' as const, name: id }])),
    },
    transitions: Object.fromEntries(
      [
        ['touchpoint-start', 'touchpoint-hub'],
        ['touchpoint-start', 'touchpoint-other'],
        ...ends.map((id) => ['touchpoint-hub', id]),
      ].map(([from = '', to = ''], index) => [
        `transition-no-${String(index)}`,
        { from, to, chance: { base: 0.05 } },
      ]),
    ),
  });
  const { map: after } = applyEdit(map, removeTouchpoints(['touchpoint-hub'], { heal: false }));
  const found = problemGroups(after, { today: '2026-11-21' }).filter(
    ({ severity }) => severity !== 'hint',
  );
  expect(found.map(({ rule, places }) => [rule, places.length])).toEqual([['unreachable', 18]]);
});
