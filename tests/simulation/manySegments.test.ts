import { describe, expect, test, vi } from 'vitest';
import { newMap } from '../../src/map/records';
import { Rule, Scenario } from '../../src/map/schema';
import { simulate, startWalk } from '../../src/simulation';
import { whyNotExact } from '../../src/simulation/exact';

vi.setConfig({ testTimeout: 60_000 });

/** More than a stack of calls holds. */
const COUNT = 12_000;
const idOf = (n: number) => `segment${String(n).padStart(6, '0')}`;
const segment = (n: number) => ({ kind: 'segment' as const, segment: idOf(n) });

/** Each segment names the one before it twice, so that the last has 2ⁿ clauses written out. */
function doublingMap(innermost: object) {
  const ruleOf = (n: number) =>
    n === 0
      ? innermost
      : { kind: 'group', match: 'one', rules: [segment(n - 1), { ...segment(n - 1), not: true }] };
  const when = Rule.parse(segment(COUNT - 1));
  return newMap({
    title: 'Segments of segments',
    segments: Object.fromEntries(
      Array.from({ length: COUNT }, (_, n) => [
        idOf(n),
        { name: String(n), rule: Rule.parse(ruleOf(n)) },
      ]),
    ),
    touchpoints: { entryentryent: { kind: 'entry' }, goalgoalgoal: { kind: 'outcome' } },
    transitions: {
      transition01: { from: 'entryentryent', to: 'goalgoalgoal', when, chance: { base: 1 } },
    },
  });
}

const LAST = idOf(COUNT - 1);
const scenario = Scenario.parse({});

describe.each([
  ['never change', { kind: 'everyone' }],
  ['change at any time', { kind: 'days', operator: 'less', value: 1 }],
])('segments that name one another twice, thousands deep, and %s', (_, innermost) => {
  const map = doublingMap(innermost);

  test('are read once for each customer and moment', async () => {
    const run = await simulate(map, scenario, { customers: 3 });
    expect(run.segments[LAST]).toMatchObject({ customers: 3 });
  });

  test('are walked by hand', () => {
    expect(startWalk(map, scenario).state.segments).toContain(LAST);
  });

  test('are not solved exactly, and the reason says so', () => {
    expect(whyNotExact(map, scenario)).toMatchObject({ code: 'too-many-segments' });
  });
});
