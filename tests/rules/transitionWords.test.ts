import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadLanguage } from '../../src/language/load';
import { applyEdit, connect, type Edit, removeRecords } from '../../src/map/edits';
import { wordingOf } from '../../src/rules/transitionWords';
import { newMap } from '../../src/map/records';
import { journeyMap } from '../map/arbitraries';
import { runs } from '../support/runs';

const one = <Value>(table: Record<string, Value>, at: number) =>
  Object.entries(table)[at % Math.max(1, Object.keys(table).length)];

/** What changes words and what does not. */
const edits: ((at: number) => Edit)[] = [
  (at) => (map) => {
    const found = one(map.touchpoints, at);
    if (found) found[1].name = `Renamed ${String(at)}`;
  },
  (at) => (map) => {
    const found = one(map.touchpoints, at);
    if (found) found[1].position = { x: at, y: at };
  },
  (at) => (map) => {
    const found = one(map.transitions, at);
    if (found) found[1].label = at % 2 === 0 ? '' : `Label ${String(at)}`;
  },
  (at) => (map) => {
    const found = one(map.transitions, at);
    if (found) removeRecords([{ collection: 'transitions', id: found[0] }])(map);
  },
  (at) => (map) => {
    const found = one(map.segments, at);
    if (found) found[1].name = `Segment ${String(at)}`;
  },
];
const edit = fc
  .tuple(fc.nat(edits.length - 1), fc.nat(50))
  .map(([kind, at]) => edits[kind]?.(at) ?? (() => undefined));

test('what is kept of the words through edits is what a new look at the map would say', async () => {
  const language = await loadLanguage({ locale: 'en', tag: 'en-GB' });
  fc.assert(
    fc.property(journeyMap(), fc.array(edit, { maxLength: 8 }), (map, changes) => {
      const wording = wordingOf();
      let now = map;
      for (const change of [() => undefined, ...changes]) {
        now = applyEdit(now, change).map;
        expect(wording(now, language)).toEqual(wordingOf()(now, language));
      }
    }),
    { numRuns: runs(30, 1_000) },
  );
});

test('words that stay are the same object, and all of them where a touchpoint only moves', async () => {
  const language = await loadLanguage({ locale: 'en', tag: 'en-GB' });
  const wording = wordingOf();
  const [map] = fc.sample(journeyMap({ touchpoints: 6 }), { numRuns: 1, seed: 7 });
  if (!map) throw new Error('no map was made');
  const plain = applyEdit(map, (draft) => {
    for (const transition of Object.values(draft.transitions)) transition.when = null;
  }).map;
  const before = wording(plain, language);
  const [id = ''] = Object.keys(plain.touchpoints);
  const moved = applyEdit(plain, (draft) => {
    const touchpoint = draft.touchpoints[id];
    if (touchpoint) touchpoint.position = { x: 700, y: 10 };
  }).map;
  expect(wording(moved, language)).toBe(before);
});

test('a label says the share, the rule, what is left and what a decision needs no share for', async () => {
  const language = await loadLanguage({ locale: 'en', tag: 'en-GB' });
  const [from, to, decision, segment] = [
    'fromfromfrom',
    'totototototo',
    'decisiondeci',
    'segmentsegme',
  ];
  const map = newMap({
    touchpoints: { [from]: {}, [to]: {}, [decision]: { kind: 'decision' } },
    segments: {
      [segment]: { name: 'Keen', rule: { kind: 'days', operator: 'at-least', value: 3, to: 3 } },
    },
    transitions: {
      plainplain01: { from, to, chance: { base: 0.25 } },
      rareplain002: { from, to, chance: { base: 0.005 } },
      neverplain03: { from, to, chance: { base: 0 } },
      onepercent04: { from, to, chance: { base: 0.01 } },
      restplain005: { from, to, otherwise: true, chance: { base: 0.1 } },
      labelled0006: {
        from,
        to,
        label: 'go',
        chance: { base: 0.25, bySegment: { [segment]: { value: 0.5, order: 'a0' } } },
      },
      ruledruled07: { from: decision, to, when: { kind: 'segment', segment } },
    },
  });
  const words = wordingOf()(map, language);
  const labels = Object.fromEntries(Object.entries(words).map(([id, { label }]) => [id, label]));
  expect(labels).toEqual({
    plainplain01: '25%',
    rareplain002: '0.5%',
    neverplain03: '0%',
    onepercent04: '1%',
    restplain005: language.t('canvas.otherwise'),
    labelled0006: 'go · 25%',
    ruledruled07: 'in segment “Keen”',
  });
  expect(words.plainplain01).toMatchObject({ tail: '', title: '25%' });
  expect(words.labelled0006?.title).toBe(`go · 25%, ${language.t('canvas.varies')}`);
  expect(words.ruledruled07?.tail).toBe('');
});

test('the only way out, which everybody takes, has no chance on its label but says it when asked', async () => {
  const language = await loadLanguage({ locale: 'en', tag: 'en-GB' });
  const [from, to] = ['fromfromfrom', 'totototototo'];
  const map = newMap({
    touchpoints: { [from]: {}, [to]: {} },
    transitions: {
      onlyonlyonly: { from, to, chance: { base: 1 } },
      labelledonly: { from: to, to: from, label: 'go', chance: { base: 1 } },
    },
  });
  const wording = wordingOf();
  const words = wording(map, language);
  expect(words.onlyonlyonly).toMatchObject({ label: '', title: '100%' });
  expect(words.labelledonly).toMatchObject({ label: 'go', tail: '' });
  // With an alternative it says something again, though it has not changed itself.
  const second = applyEdit(map, (draft) => {
    connect(from, from, { chance: { base: 0 } }, 'secondsecond')(draft);
  }).map;
  expect(wording(second, language).onlyonlyonly?.label).toBe('100%');
  expect(wording(map, language).onlyonlyonly?.label).toBe('');
});

test('a touchpoint that becomes a decision takes the shares off its labels', async () => {
  const language = await loadLanguage({ locale: 'en', tag: 'en-GB' });
  const [from, to, transition] = ['fromfromfrom', 'totototototo', 'plainplain01'];
  const map = newMap({
    touchpoints: { [from]: {}, [to]: {} },
    transitions: { [transition]: { from, to, label: 'go', chance: { base: 0.25 } } },
  });
  const wording = wordingOf();
  expect(wording(map, language)[transition]?.label).toBe('go · 25%');
  const decided = applyEdit(map, (draft) => {
    const touchpoint = draft.touchpoints[from];
    if (touchpoint) touchpoint.kind = 'decision';
  }).map;
  expect(wording(decided, language)[transition]?.label).toBe('go');
});
