import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byCause, fixForGroup, problemGroups, problems, type ProblemGroup } from '../../src/checks';
import { applyEdit, removeRecords } from '../../src/map/edits';
import type { JourneyMap } from '../../src/map/schema';
import { journeyMap } from '../map/arbitraries';
import { named, sampleMap } from '../samples/read';
import { runs } from '../support/runs';
import { campaigns, id, mapOf, soundMap, TODAY, transition, transitionTable } from './support';

const options = { today: TODAY };
const groups = (map: JourneyMap) => problemGroups(map, options);
const of = (map: JourneyMap, rule: string) => groups(map).filter((group) => group.rule === rule);
const places = ({ places: all }: ProblemGroup) =>
  all.map(({ rule, target }) => `${rule} ${target?.id.replace(/-+$/, '') ?? ''}`);

function mended(map: JourneyMap, group: ProblemGroup | undefined, fix: string): JourneyMap {
  const edit = group && fixForGroup(map, group, fix, options);
  return edit ? applyEdit(map, edit).map : map;
}

/** A line of touchpoints after the sound map's own, which nothing leads to. */
const cutOff = (...names: readonly string[]) => ({
  touchpoints: Object.fromEntries(
    names.map((name) => [id(name), { name, stage: id('stage'), reviewedAt: '2026-06-01' }]),
  ),
  transitions: transitionTable(...names.slice(1).map((name, at) => transition(names[at]!, name))),
});

describe('findings of one cause', () => {
  test('one deletion in the worked case is a few problems, not one for every card behind it', () => {
    const map = sampleMap('coachinglive');
    const { id: hub } = named(map.touchpoints, 'Sign-up form');
    const before = groups(map).filter(({ severity }) => severity !== 'hint').length;
    const after = applyEdit(map, removeRecords([{ collection: 'touchpoints', id: hub }])).map;
    const found = problems(after, options).filter(({ severity }) => severity !== 'hint');
    const told = groups(after).filter(({ severity }) => severity !== 'hint');
    expect(found.length).toBeGreaterThan(25);
    expect(told.length - before).toBeLessThanOrEqual(3);
  });

  test('what nobody comes to is one from where it begins, campaigns there included', () => {
    const { touchpoints, transitions } = cutOff('first', 'second', 'third');
    const map = soundMap({
      touchpoints,
      transitions,
      ...campaigns({ touchpoints: { [id('third')]: true } }),
    });
    const [group, ...others] = of(map, 'unreachable');
    expect(others).toEqual([]);
    expect(places(group!)).toEqual([
      'unreachable first',
      'unreachable second',
      'unreachable third',
      'campaign-unreachable mail-0',
    ]);
    expect(of(map, 'campaign-unreachable')).toEqual([]);
  });

  test('the gravest leads, also where the touchpoint that the cause names has a lesser finding', () => {
    const about = (name: string) => ({ collection: 'touchpoints' as const, id: id(name) });
    const one = {
      cause: `unreachable:${id('first')}`,
      message: { id: 'check.unreachable.message' as const, values: {} },
      also: [],
      fixes: [],
    };
    const [group] = byCause([
      { ...one, key: '1', rule: 'missing-record', severity: 'error', target: about('second') },
      { ...one, key: '2', rule: 'unreachable', severity: 'warning', target: about('first') },
    ]);
    expect(places(group!)).toEqual(['missing-record second', 'unreachable first']);
  });

  test('parts that hang together nowhere stay two', () => {
    const one = cutOff('first', 'second');
    const other = { [id('apart')]: { name: 'Apart', stage: id('stage') } };
    const map = soundMap({ ...one, touchpoints: { ...one.touchpoints, ...other } });
    expect(of(map, 'unreachable')).toHaveLength(2);
  });

  test('the rest of a part that one transition leads to again is not found any more', () => {
    const map = soundMap({
      ...cutOff('first', 'second', 'third'),
    });
    const [group] = of(map, 'unreachable');
    const after = mended(map, group, 'entry');
    expect(of(after, 'unreachable')).toEqual([]);
    expect(Object.values(after.touchpoints).filter(({ kind }) => kind === 'entry')).toHaveLength(2);
  });

  const rule = (segment: string) =>
    ({ kind: 'segment', not: false, segment: id(segment) }) as const;

  test('everything that names one deleted record is mended at once, in each place in its own way', () => {
    const map = mapOf({
      segments: {
        [id('a')]: { name: 'A', rule: rule('gone') },
        [id('b')]: { name: 'B', rule: rule('gone') },
      },
      campaigns: { [id('mail')]: { name: 'Mail', segment: id('gone') } },
    });
    const [group, ...others] = of(map, 'missing-record');
    expect(others).toEqual([]);
    expect(group?.fixes.map(({ id: fix, count }) => [fix, count])).toEqual([['everybody', 3]]);
    expect(of(mended(map, group, 'everybody'), 'missing-record')).toEqual([]);
  });

  test('fixes that differ by place are offered one by one and all together', () => {
    const rules = [rule('gone'), rule('here')];
    const both = { kind: 'group' as const, not: false, match: 'all' as const, rules };
    const map = mapOf({
      segments: {
        [id('a')]: { name: 'A', rule: both },
        [id('b')]: { name: 'B', rule: rule('gone') },
        [id('here')]: { name: 'Here' },
      },
    });
    const [group] = of(map, 'missing-record');
    expect(group?.fixes.map(({ id: fix, count }) => [fix, count])).toEqual([
      ['all', 1],
      ['clause', 1],
      ['everybody', 1],
    ]);
    expect(of(mended(map, group, 'all'), 'missing-record')).toEqual([]);
    const half = mended(map, group, 'clause');
    expect(of(half, 'missing-record').map(({ target }) => target?.id)).toEqual([id('b')]);
  });

  test('overdue reviews are one, and marked as done in one step', () => {
    const stale = (name: string) => ({ name, reviewEveryDays: 30 });
    const map = mapOf({ segments: { [id('a')]: stale('A'), [id('b')]: stale('B') } });
    const [group, ...others] = of(map, 'segment-stale');
    expect(others).toEqual([]);
    expect(of(mended(map, group, 'reviewed'), 'segment-stale')).toEqual([]);
  });

  test('dead ends of one stage are one', () => {
    const map = soundMap({
      touchpoints: {
        [id('a')]: { name: 'A', stage: id('stage') },
        [id('b')]: { name: 'B', stage: id('stage') },
      },
      transitions: transitionTable(transition('middle', 'a'), transition('middle', 'b')),
    });
    const [group, ...others] = of(map, 'dead-end');
    expect(others).toEqual([]);
    expect(of(mended(map, group, 'outcome'), 'dead-end')).toEqual([]);
  });
});

test('grouping loses no finding, adds none, and keeps the gravest first', () => {
  fc.assert(
    fc.property(journeyMap({}), (map) => {
      const found = problems(map, options);
      const grouped = byCause(found);
      const all = grouped.flatMap((group) => group.places.map(({ key }) => key));
      expect([...all].sort()).toEqual(found.map(({ key }) => key).sort());
      const order = grouped.map(({ severity }) => ['error', 'warning', 'hint'].indexOf(severity));
      expect(order).toEqual([...order].sort());
      for (const group of grouped) {
        expect(group.places[0]?.key).toBe(group.key);
        for (const { id: fix } of group.fixes) {
          const edit = fixForGroup(map, group, fix, options);
          if (!edit) throw new Error(`no edit for ${group.key} ${fix}`);
          applyEdit(map, edit);
        }
      }
    }),
    { numRuns: runs(15, 1_000) },
  );
});
