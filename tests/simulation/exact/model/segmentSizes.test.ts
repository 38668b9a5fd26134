import { expect, test } from 'vitest';
import type { RuleInput } from '../../../../src/map/schema';
import { whyNotExact } from '../../../../src/simulation/exact';
import { idOf } from '../../support/chain';
import { smallMap } from '../../support/smallMap';

/** Segments of which each names the one before so many times; the first has a rule of its own. */
function chainOfSegments(length: number, times: number) {
  const rules = Array.from({ length }, (_, k): [string, RuleInput] => {
    const named = { kind: 'segment', segment: idOf(`s${k - 1}`) } as const;
    const rule =
      k === 0
        ? ({ kind: 'days', operator: 'more', value: 1 } as const)
        : ({ kind: 'group', rules: Array.from({ length: times }, () => named) } as const);
    return [`s${k}`, rule];
  });
  return smallMap({
    touchpoints: { start: 'entry' },
    transitions: {},
    segments: Object.fromEntries(rules),
  });
}

test.each([
  ['too deep', 201, 1, { id: idOf('s200'), count: 1 }],
  ['too long when written out', 14, 2, { id: idOf('s13'), count: 2 ** 13 }],
  ['too long at once', 3, 100, { id: idOf('s2'), count: 10_000 }],
])('segments that name one another are refused where they are %s', (_, length, times, expected) => {
  expect(whyNotExact(chainOfSegments(length, times))).toMatchObject({
    code: 'too-many-segments',
    record: { collection: 'segments', id: expected.id },
    count: expected.count,
  });
});

test.each([
  [200, 1],
  [13, 2],
  [2, 200],
])('a chain of %d segments that name the one before %d times is read', (length, times) => {
  expect(whyNotExact(chainOfSegments(length, times))).toBeNull();
});

test('a segment that names itself counts as the one clause it is', () => {
  const named = { kind: 'segment', segment: idOf('self') } as const;
  const rule: RuleInput = { kind: 'group', rules: Array.from({ length: 200 }, () => named) };
  const map = smallMap({
    touchpoints: { start: 'entry' },
    transitions: {},
    segments: { self: rule },
  });
  expect(whyNotExact(map)).toBeNull();
});
