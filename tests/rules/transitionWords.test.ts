import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadLanguage } from '../../src/language/load';
import { applyEdit, type Edit, removeRecords } from '../../src/map/edits';
import { wordingOf } from '../../src/rules/transitionWords';
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
