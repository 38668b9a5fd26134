import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixFor, problems, RULE_IDS } from '../../src/checks';
import { LOCALES } from '../../src/language';
import { loadMessages } from '../../src/language/messages';
import { applyEdit } from '../../src/map/edits';
import { JourneyMap } from '../../src/map/schema';
import { journeyMap } from '../map/arbitraries';
import { runs } from '../support/runs';
import { CASES } from './cases';
import { id, mapOf, TODAY, transition } from './support';

const check = (map: JourneyMap) => problems(map, { today: TODAY });

test('a blank map has nothing to complain of', () => {
  expect(check(mapOf({}))).toEqual([]);
});

test('cards on a wall get hints, no warnings', () => {
  const touchpoints = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [id(`card-${String(index)}`), { name: 'Card' }]),
  );
  const found = check(mapOf({ touchpoints }));
  expect(found.map(({ severity }) => severity)).not.toContain('warning');
  expect(found.map(({ severity }) => severity)).not.toContain('error');
  expect(found.length).toBeLessThan(4);
});

test('errors come before warnings, warnings before hints', () => {
  const severities = Object.values(CASES).flatMap(({ bad }) => {
    const found = check(bad).map(({ severity }) => ['error', 'warning', 'hint'].indexOf(severity));
    return [found, [...found].sort()];
  });
  for (let index = 0; index < severities.length; index += 2) {
    expect(severities[index]).toEqual(severities[index + 1]);
  }
});

test('no two problems of a map share a key', () => {
  for (const { bad } of Object.values(CASES)) {
    const keys = check(bad).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test('every text of every rule is in every language', async () => {
  const ids = new Set(
    Object.values(CASES).flatMap(({ bad, near }) =>
      [...check(bad), ...check(near)].flatMap(({ message, fixes }) => [
        message.id,
        ...fixes.map((fix) => fix.message.id),
      ]),
    ),
  );
  const needed = [
    ...ids,
    ...RULE_IDS.flatMap((rule) => [`check.${rule}.title`, `check.${rule}.help`]),
  ];
  for (const locale of LOCALES) {
    const messages = await loadMessages(locale);
    expect(needed.filter((key) => !(key in messages))).toEqual([]);
  }
});

test('problems are plain data', () => {
  for (const { bad } of Object.values(CASES)) {
    const found = check(bad);
    expect(structuredClone(found)).toEqual(found);
  }
});

test('any map can be checked, and every fix leaves a valid map without that problem', () => {
  fc.assert(
    fc.property(journeyMap({}), (map) => {
      for (const problem of check(map)) {
        for (const { id: fix } of problem.fixes) {
          const edit = fixFor(map, problem, fix, { today: TODAY });
          if (!edit) throw new Error(`no edit for ${problem.key} ${fix}`);
          const after = applyEdit(map, edit).map;
          expect(JourneyMap.safeParse(after).success).toBe(true);
          const label = `${problem.key} after ${fix}`;
          expect(check(after).map(({ key }) => (key === problem.key ? label : ''))).not.toContain(
            label,
          );
        }
      }
    }),
    { numRuns: runs(15, 2_000) },
  );
});

test('the order of the keys in a file changes nothing', () => {
  fc.assert(
    fc.property(journeyMap({}), (map) => {
      const turned = (table: object) => Object.fromEntries(Object.entries(table).reverse());
      const other = {
        ...map,
        touchpoints: turned(map.touchpoints),
        transitions: turned(map.transitions),
        segments: turned(map.segments),
      } as JourneyMap;
      expect(check(other)).toEqual(check(map));
    }),
    { numRuns: runs(20, 1_000) },
  );
});

test('5,000 touchpoints are checked', () => {
  const names = Array.from({ length: 5_000 }, (_, index) => `t-${String(index)}`);
  const map = mapOf({
    attributes: { [id('age')]: { name: 'Age', type: 'number' } },
    segments: {
      [id('old')]: {
        name: 'Old',
        rule: {
          kind: 'attribute',
          attribute: id('age'),
          test: 'number',
          operator: 'more',
          value: 50,
        },
      },
    },
    personas: { [id('rita')]: { name: 'Rita' } },
    touchpoints: Object.fromEntries(
      names.map((name, index) => [
        id(name),
        { name, kind: index === 0 ? 'entry' : index % 100 === 99 ? 'outcome' : 'touchpoint' },
      ]),
    ),
    transitions: Object.fromEntries(
      names.flatMap((name, index) => {
        if (index % 100 === 99) return [];
        const chance = { base: 0.4, bySegment: { [id('old')]: { value: 0.5 } } };
        const to = names[(index * 7 + 1) % names.length] ?? name;
        return [
          [id(`${name}-on`), transition(name, names[index + 1] ?? name, { chance })],
          [id(`${name}-off`), transition(name, to, { chance })],
        ];
      }),
    ),
  });
  expect(check(map).length).toBeGreaterThan(0);
}, 30_000);
