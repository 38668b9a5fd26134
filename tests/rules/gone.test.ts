import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit, removeRecords } from '../../src/map/edits';
import { newMap } from '../../src/map/records';
import { COLLECTIONS, type JourneyMap, type Rule, type RuleInput } from '../../src/map/schema';
import { brokenSegments, type Facts, holds, isBroken, isMember, narrowed } from '../../src/rules';
import { journeyMap } from '../map/arbitraries';
import { runs } from '../support/runs';
import { parsed, someone } from './support';

const id = (name: string) => name.padEnd(12, '-');
const isIn = (segment: string, not = false): RuleInput => ({
  kind: 'segment',
  segment: id(segment),
  not,
});
const everyone: RuleInput = { kind: 'everyone' };
const without = (map: JourneyMap, ...targets: Parameters<typeof removeRecords>[0]) =>
  applyEdit(map, removeRecords(targets)).map;

const map = newMap({
  touchpoints: { [id('a')]: {}, [id('b')]: {} },
  segments: {
    [id('vip')]: { rule: everyone },
    [id('old')]: { rule: isIn('vip') },
    [id('rest')]: { rule: isIn('old', true) },
    [id('all')]: { rule: everyone },
  },
  transitions: { [id('go')]: { from: id('a'), to: id('b'), when: isIn('rest', true) } },
  campaigns: { [id('mail')]: { segment: id('vip'), touchpoints: { [id('a')]: true } } },
});

describe('a rule that names something that was deleted', () => {
  const after = without(map, { collection: 'segments', id: id('vip') });

  test('holds for nobody, whether it asks for it or for its opposite', () => {
    for (const not of [false, true]) {
      const rule = parsed(isIn('vip', not));
      expect([isBroken(rule, map), isBroken(rule, after)]).toEqual([false, true]);
    }
    expect(holds(narrowed(after).transitions[id('go')]!.when!, someone(), narrowed(after))).toBe(
      false,
    );
  });

  test('makes the rules broken that name its segment, and theirs', () => {
    expect([...brokenSegments(after)].sort()).toEqual([id('old'), id('rest')]);
    const said = narrowed(after);
    expect(Object.keys(said.segments).filter((one) => isMember(one, someone(), said))).toEqual([
      id('all'),
    ]);
  });

  test('leaves a campaign for a deleted segment without anybody to contact', () => {
    expect(narrowed(after).campaigns[id('mail')]).toMatchObject({ segment: null, touchpoints: {} });
    expect(after.campaigns[id('mail')]).toEqual(map.campaigns[id('mail')]);
  });

  test('is whole again when the record is back under its id', () => {
    const { map: gone, inverse } = applyEdit(
      map,
      removeRecords([{ collection: 'segments', id: id('vip') }]),
    );
    expect(gone.segments[id('old')]).toBe(map.segments[id('old')]);
    const back = { ...gone, segments: { ...gone.segments, [id('vip')]: map.segments[id('vip')]! } };
    expect(inverse).toHaveLength(1);
    expect(narrowed(back)).toBe(back);
  });

  test.each<[string, RuleInput]>([
    [
      'an attribute',
      { kind: 'attribute', attribute: id('x'), test: 'presence', operator: 'is-not-set' },
    ],
    ['a touchpoint', { kind: 'visits', touchpoint: id('x'), operator: 'at-most', value: 3 }],
    ['a transition', { kind: 'taken', transition: id('x'), operator: 'at-most', value: 3 }],
    [
      'the contacts of a campaign',
      { kind: 'contacts', campaign: id('x'), operator: 'at-most', value: 3 },
    ],
    ['the arm of a campaign', { kind: 'arm', campaign: id('x'), arm: 'control', not: true }],
    ['a persona', { kind: 'persona', persona: id('x'), not: true }],
  ])('is found out by whatever it names: %s', (_, rule) => {
    expect(isBroken(parsed(rule), map)).toBe(true);
    expect(isBroken(parsed({ kind: 'group', match: 'any', rules: [everyone, rule] }), map)).toBe(
      true,
    );
  });
});

test('a map in which nothing is gone is taken as it is', () => {
  expect(narrowed(map)).toBe(map);
});

/** Facts that answer any question, the same one the same way. */
function anyFacts(seed: number): Facts {
  const number = (...words: readonly string[]) => {
    const text = `${String(seed)} ${words.join(' ')}`;
    let hash = 2_166_136_261;
    for (const char of text) hash = Math.imul(hash ^ char.charCodeAt(0), 16_777_619) >>> 0;
    return hash;
  };
  const values = [null, 0, 3, 55, 'Light', 'Full', true, false, '2026-05-01', ['a', 'b']];
  const pick = <Value>(from: readonly Value[], ...words: readonly string[]) =>
    from[number(...words) % from.length]!;
  return someone(
    {},
    {
      attribute: (one) => pick(values, 'attribute', one),
      visits: (one, scope) => number('visits', one, scope) % 4,
      taken: (one, scope) => number('taken', one, scope) % 4,
      contacts: (one) => number('contacts', one) % 3,
      arm: (one) => pick([null, 'control', 'treated'], 'arm', one),
      days: number('days') % 400,
      revenue: number('revenue') % 100,
      persona: `persona-${String(number('persona') % 3).padStart(12, '0')}`.slice(0, 24),
      shareDraw: (one) => (number('share', one) % 100) / 100,
    },
  );
}

const rulesIn = (of: JourneyMap): [string, Rule][] => [
  ...Object.entries(of.segments).map(([one, { rule }]): [string, Rule] => [one, rule]),
  ...Object.entries(of.transitions).flatMap(([one, { when }]): [string, Rule][] =>
    when ? [[one, when]] : [],
  ),
];

test('no rule that is left holds for anybody for whom it did not hold before the deletion', () => {
  let lost = 0;
  fc.assert(
    fc.property(
      journeyMap(),
      fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(), { minLength: 10, maxLength: 10 }),
      (before, picks, seeds) => {
        const all = COLLECTIONS.flatMap((collection) =>
          Object.keys(before[collection]).map((one) => ({ collection, id: one })),
        );
        const named = all.filter(({ collection }) => collection !== 'transitions');
        const after = without(before, ...picks.map((pick) => named[pick % named.length]!));
        const [was, is] = [narrowed(before), narrowed(after)];
        const rulesBefore = new Map(rulesIn(was));
        for (const [one, rule] of rulesIn(is)) {
          for (const seed of seeds) {
            const facts = anyFacts(seed);
            const heldBefore = holds(rulesBefore.get(one)!, facts, was);
            const held = holds(rule, facts, is);
            if (heldBefore && !held) lost += 1;
            expect(heldBefore || !held).toBe(true);
          }
        }
        // A transition with a rule never loses the whole of it.
        for (const [one, { when }] of Object.entries(after.transitions)) {
          expect(when === null).toBe(before.transitions[one]!.when === null);
        }
      },
    ),
    { numRuns: runs(60, 5_000) },
  );
  // Deletions that never touch a rule would prove nothing.
  expect(lost).toBeGreaterThan(0);
});
