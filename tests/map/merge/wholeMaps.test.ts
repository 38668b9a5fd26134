import { describe, expect, test } from 'vitest';
import { connect, setField, setMapField } from '../../../src/map/edits';
import { merge } from '../../../src/map/merge';
import { newMap } from '../../../src/map/records';
import { A, B, edited, removal, S, W } from '../support/edited';

test('fields of the map itself merge one by one, and clash by their path', () => {
  const base = newMap({ title: 'Base' });
  const mine = edited(base, setMapField('/title', 'Mine'), setMapField('/currency', 'EUR'));
  const theirs = edited(base, setMapField('/title', 'Theirs'), setMapField('/owner', 'Ana'));
  const { map, conflicts } = merge(base, mine, theirs);
  expect(map).toEqual({ ...base, title: 'Mine', currency: 'EUR', owner: 'Ana' });
  expect(conflicts).toEqual([
    { collection: 'map', id: '', path: ['title'], mine: 'Mine', theirs: 'Theirs' },
  ]);
});

test('the pasts of both sides become one', () => {
  const base = newMap({});
  const ancestor = (digit: string, day: string) => ({
    revision: digit.repeat(64),
    at: `2026-01-0${day}T00:00:00.000Z`,
    by: '',
  });
  const [one, two] = [ancestor('1', '1'), ancestor('2', '2')];
  const { map, conflicts } = merge(base, { ...base, lineage: [two] }, { ...base, lineage: [one] });
  expect(map.lineage).toEqual([one, two]);
  expect(conflicts).toEqual([]);
});

test('two answers that make a ring together are cut loose, as a conflict', () => {
  const comment = {
    target: { collection: 'stages', id: S },
    createdAt: '2026-01-01T00:00:00Z',
  } as const;
  const base = newMap({ stages: { [S]: {} }, comments: { [A]: comment, [B]: comment } });
  const mine = edited(base, setField('comments', A, '/parent', B));
  const theirs = edited(base, setField('comments', B, '/parent', A));
  const { map, conflicts } = merge(base, mine, theirs);
  expect(map.comments).toEqual({
    [A]: { ...base.comments[A], parent: null },
    [B]: { ...base.comments[B], parent: A },
  });
  expect(conflicts).toEqual([
    { collection: 'comments', id: A, path: ['parent'], mine: B, theirs: null },
  ]);
});

describe('two edits that are right by themselves and wrong together', () => {
  const base = newMap({
    campaigns: { [A]: { name: 'A', schedule: { [B]: { from: '2026-03-01', to: '2026-03-31' } } } },
  });
  const mine = edited(
    base,
    setField('campaigns', A, `/schedule/${B}/from`, '2026-03-20'),
    setField('campaigns', A, '/name', 'Mine'),
  );
  const theirs = edited(
    base,
    setField('campaigns', A, `/schedule/${B}/to`, '2026-03-10'),
    setField('campaigns', A, '/name', 'Theirs'),
  );

  test('leave my record, in one conflict over the whole', () => {
    const { map, conflicts } = merge(base, mine, theirs);
    expect(map.campaigns[A]).toEqual(mine.campaigns[A]);
    expect(conflicts).toEqual([
      {
        collection: 'campaigns',
        id: A,
        path: [],
        mine: mine.campaigns[A],
        theirs: theirs.campaigns[A],
      },
    ]);
  });
});

describe('what one side removed and the other’s edits point at', () => {
  const base = newMap({
    stages: { [S]: { name: 'See' } },
    touchpoints: { [A]: {}, [B]: { name: 'B', stage: S } },
  });
  const removed = edited(base, removal(['touchpoints', B], ['stages', S]));
  const connected = edited(base, connect(A, B, {}, W));

  test('comes back with what it needs itself', () => {
    const { map, conflicts } = merge(base, connected, removed);
    expect(map).toEqual(connected);
    expect(conflicts).toEqual([
      { collection: 'touchpoints', id: B, path: [], mine: base.touchpoints[B], theirs: undefined },
      { collection: 'stages', id: S, path: [], mine: base.stages[S], theirs: undefined },
    ]);
  });

  test('comes back from the other side just as well', () => {
    const { map, conflicts } = merge(base, removed, connected);
    expect(map).toEqual(connected);
    expect(conflicts.map(({ collection, mine, theirs }) => [collection, mine, theirs])).toEqual([
      ['touchpoints', undefined, base.touchpoints[B]],
      ['stages', undefined, base.stages[S]],
    ]);
  });

  test('comes back from the base where neither side has it any more', () => {
    const target = { collection: 'stages', id: A } as const;
    const before = newMap({
      stages: { [A]: {}, [B]: {} },
      touchpoints: { [A]: {}, [B]: { name: 'B' } },
      comments: { [W]: { target, createdAt: '2026-01-01T00:00:00Z' } },
    });
    const mine = edited(
      before,
      setField('comments', W, '/target', { collection: 'touchpoints', id: A }),
      removal(['touchpoints', B]),
    );
    const theirs = edited(
      before,
      setField('comments', W, '/target', { collection: 'stages', id: B }),
      removal(['touchpoints', B]),
    );
    const { map, conflicts } = merge(before, mine, theirs);
    expect(map.comments[W]?.target).toEqual({ collection: 'touchpoints', id: B });
    expect(map.touchpoints[B]).toEqual(before.touchpoints[B]);
    expect(conflicts).toEqual([
      { collection: 'touchpoints', id: B, path: [], mine: undefined, theirs: undefined },
    ]);
  });
});

test('a record both sides removed is gone, one that both added is merged', () => {
  const base = newMap({ stages: { [S]: {} } });
  const mine = newMap({ ...base, stages: { [A]: { name: 'Mine', goal: 'x' } } });
  const theirs = newMap({ ...base, stages: { [A]: { name: 'Theirs', goal: 'x' } } });
  const { map, conflicts } = merge(base, mine, theirs);
  expect(map.stages).toEqual(mine.stages);
  expect(conflicts).toEqual([
    { collection: 'stages', id: A, path: ['name'], mine: 'Mine', theirs: 'Theirs' },
  ]);
});

describe('a rule that names what one side has deleted', () => {
  const rule = (segment: string) => ({ kind: 'segment', segment, not: false }) as const;
  const base = newMap({
    touchpoints: { [A]: {}, [B]: {} },
    segments: { [S]: {} },
    transitions: { [W]: { from: A, to: B, when: rule(S) } },
  });

  test('brings nothing back where that side kept it, and is no conflict', () => {
    const mine = edited(base, removal(['segments', S]));
    const theirs = edited(base, setField('transitions', W, '/label', 'New'));
    const { map, conflicts } = merge(base, mine, theirs);
    expect(map.segments).toEqual({});
    expect(map.transitions[W]).toMatchObject({ label: 'New', when: rule(S) });
    expect(conflicts).toEqual([]);
    expect(merge(base, theirs, mine).map).toEqual(map);
  });

  test('brings it back where the other side has named it since, as a conflict', () => {
    const plain = edited(base, setField('transitions', W, '/when', null));
    const mine = edited(plain, removal(['segments', S]));
    const theirs = edited(plain, setField('transitions', W, '/when', rule(S)));
    const { map, conflicts } = merge(plain, mine, theirs);
    expect(map.segments[S]).toEqual(base.segments[S]);
    expect(conflicts).toMatchObject([{ collection: 'segments', id: S }]);
  });
});
