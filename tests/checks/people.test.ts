import { describe, expect, test } from 'vitest';
import {
  age,
  changes,
  everyone,
  found,
  fixed,
  id,
  keys,
  mapOf,
  offers,
  old,
  segment,
  soundMap,
  type Tables,
  told,
  transition,
  young,
} from './support';

const member = (name: string, more: object = {}) => ({
  kind: 'segment' as const,
  segment: id(name),
  ...more,
});
const group = (...rules: object[]) => ({ kind: 'group' as const, rules });
const segments = (rules: Record<string, object>): Tables => ({
  attributes: age,
  segments: Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [id(name), { name, rule: rule as never }]),
  ),
});

describe('segments that lead back to themselves', () => {
  const rule = 'segment-in-itself';

  test('directly, by way of another, or denied', () => {
    expect(keys(mapOf(segments({ a: member('a', { not: true }) })), rule)).toEqual(['segments/a:']);
    const around = segments({ a: member('b'), b: group(old, member('c')), c: member('a') });
    expect(keys(mapOf(around), rule)).toEqual(['segments/a:', 'segments/b:', 'segments/c:']);
  });

  test('one that names a circle without being in it is not told', () => {
    const map = mapOf(segments({ a: member('b'), b: member('b') }));
    expect(keys(map, rule)).toEqual(['segments/b:']);
    expect(keys(mapOf(segments({ a: member('b'), b: old, c: member('gone') })), rule)).toEqual([]);
  });

  test('the fix takes out the clauses that lead back and leaves the others', () => {
    const map = mapOf(
      segments({ a: group(old, member('a'), member('b'), member('c')), b: member('a'), c: young }),
    );
    const [problem] = found(map, rule);
    expect(fixed(map, problem, 'remove').segments[id('a')]?.rule).toMatchObject({
      rules: [{ operator: 'more' }, { segment: id('c') }],
    });
    expect(changes(mapOf(segments({ a: member('a') })), rule, 'remove')).toEqual([
      'segments/a/rule = {"kind":"everyone","not":false}',
    ]);
  });
});

describe('rules nobody can satisfy', () => {
  test('a segment’s is reported without a fix, a transition’s with two', () => {
    const never = group(old, young);
    const map = soundMap({
      ...segments({ never }),
      transitions: { [id('finish')]: transition('middle', 'end', { when: never }) },
    });
    expect(keys(map, 'contradiction')).toEqual(['segments/never:', 'transitions/finish:']);
    expect(offers(map, 'contradiction')).toEqual([[], ['everybody', 'remove']]);
  });
});

describe('segments no persona can be a member of', () => {
  const rule = 'segment-without-personas';
  const aged = (min: number, max: number, more: object = {}) => ({
    name: 'Somebody',
    attributes: { [id('age')]: { family: 'uniform', min, max } },
    ...more,
  });
  const among = (...list: object[]) => ({
    personas: Object.fromEntries(
      list.map((each, index) => [id(`persona-${String(index)}`), each as never]),
    ),
  });

  test('are told with how many personas were asked', () => {
    const map = segment({ rule: old }, among(aged(20, 30), aged(30, 45)));
    expect(told(map, rule)).toEqual([
      { severity: 'warning', key: 'segments/seg:', values: { name: 'Seg', count: 2 } },
    ]);
    expect(keys(segment({ rule: old }, among(aged(20, 30), aged(30, 55))), rule)).toEqual([]);
  });

  test('a persona nobody is like is not asked; without any there is nothing to say', () => {
    const nobody = aged(60, 70, { share: 0 });
    expect(told(segment({ rule: old }, among(nobody, aged(20, 30))), rule)).toMatchObject([
      { values: { count: 1 } },
    ]);
    expect(keys(segment({ rule: old }, among(nobody)), rule)).toEqual([]);
    expect(keys(segment({ rule: old }), rule)).toEqual([]);
  });

  test('what nobody at all can satisfy is reported as a contradiction only', () => {
    const map = segment({ rule: group(old, young) }, among(aged(20, 30)));
    expect(keys(map, rule)).toEqual([]);
    expect(keys(map, 'contradiction')).toEqual(['segments/seg:']);
  });
});

describe('stale segments', () => {
  const rule = 'segment-stale';
  const stale = (more: object) =>
    told(segment(more), rule).map(({ key, variant, values }) => [key, variant, values.days]);

  test('a review is overdue from the day after it was due', () => {
    expect(stale({ reviewedAt: '2026-03-17', reviewEveryDays: 90 })).toEqual([]);
    expect(stale({ reviewedAt: '2026-03-16', reviewEveryDays: 90 })).toEqual([
      ['segments/seg:review', 'overdue', 1],
    ]);
  });

  test('a map of today has no review overdue, whatever was reviewed or not before it was made', () => {
    const made = (createdAt: string, more: object) => ({
      ...segment({ reviewEveryDays: 90, ...more }),
      createdAt,
    });
    const days = (map: ReturnType<typeof made>) => told(map, rule).map(({ values }) => values.days);
    for (const reviewedAt of [null, '2019-01-01']) {
      expect(days(made('2026-06-15T08:00:00.000Z', { reviewedAt }))).toEqual([]);
      expect(days(made('2026-03-17T23:59:00.000Z', { reviewedAt }))).toEqual([]);
      expect(days(made('2026-03-16T00:00:00.000Z', { reviewedAt }))).toEqual([1]);
    }
  });

  test('without a cadence no review is due', () => {
    expect(stale({ reviewedAt: '2001-01-01' })).toEqual([]);
    expect(stale({})).toEqual([]);
  });

  test('data is old after a year, to the day', () => {
    expect(stale({ dataAsOf: '2025-06-15' })).toEqual([]);
    expect(stale({ dataAsOf: '2025-06-14' })).toEqual([['segments/seg:data', 'data', 366]]);
    expect(stale({ dataAsOf: '2026-06-16' })).toEqual([]);
  });

  test('old data and a review that is due are two findings, of which one can be mended here', () => {
    const map = segment({ dataAsOf: '2024-01-01', reviewEveryDays: 30 });
    expect(keys(map, rule)).toEqual(['segments/seg:review', 'segments/seg:data']);
    expect(offers(map, rule)).toEqual([['reviewed'], []]);
  });
});

describe('personas without a share', () => {
  test('are reported once, in their order, and all get the same', () => {
    const map = mapOf({
      personas: {
        [id('b')]: { share: 0, order: 'a0' },
        [id('a')]: { share: 0, order: 'a1' },
      },
    });
    expect(told(map, 'persona-shares-zero')).toEqual([
      { severity: 'error', key: 'personas/b:', values: { count: 2 }, also: ['personas/a'] },
    ]);
    expect(changes(map, 'persona-shares-zero', 'even')).toEqual([
      'personas/a/share = 1',
      'personas/b/share = 1',
    ]);
    expect(keys(mapOf({}), 'persona-shares-zero')).toEqual([]);
  });
});

test('everyone is a rule that holds, so a segment of everyone is never empty', () => {
  const map = segment({ rule: everyone }, { personas: { [id('ben')]: { name: 'Ben' } } });
  expect(keys(map, 'segment-without-personas')).toEqual([]);
});
