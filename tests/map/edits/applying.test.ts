import { describe, expect, test } from 'vitest';
import {
  addRecord,
  applyEdit,
  applyPatches,
  type Edit,
  EditRefused,
  type MapPatch,
  setField,
  setMapField,
} from '../../../src/map/edits';
import { newMap, newRecord } from '../../../src/map/records';
import { type JourneyMap, LIMITS } from '../../../src/map/schema';
import { referencesOf } from '../../../src/map/shape';
import { A, B, refusal, S, W } from '../support/edited';

const map = newMap({
  title: 'Two',
  stages: { [S]: { name: 'See' } },
  touchpoints: { [A]: { name: 'A', stage: S }, [B]: { name: 'B' } },
  transitions: { [W]: { from: A, to: B } },
});

const refused = (edit: Edit, on: JourneyMap = map) => refusal(() => applyEdit(on, edit));
const patching = (...patches: MapPatch[]) => refusal(() => applyPatches(map, patches));

test('a refusal names its place and its reason', () => {
  const error = new EditRefused('/title', 'too long');
  expect(error).toMatchObject({
    name: 'EditRefused',
    message: '/title: too long',
    pointer: '/title',
    reason: 'too long',
  });
});

describe('an edit', () => {
  test('gives the patches that make it and those that undo it', () => {
    const { map: next, patches, inverse } = applyEdit(map, setMapField('/title', 'New'));
    expect(patches).toEqual([{ op: 'replace', path: ['title'], value: 'New' }]);
    expect(inverse).toEqual([{ op: 'replace', path: ['title'], value: 'Two' }]);
    expect(next).toEqual({ ...map, title: 'New' });
  });

  test('completed by defaults has their patches behind its own, undone in front', () => {
    const applied = applyEdit(map, (draft) => {
      Object.assign(draft.stages, { [B]: { name: 'Buy' } });
    });
    const whole = newRecord('stages', { name: 'Buy' });
    expect(applied.map.stages[B]).toEqual(whole);
    expect(applied.patches).toEqual([
      { op: 'add', path: ['stages', B], value: { name: 'Buy' } },
      { op: 'replace', path: ['stages', B], value: whole },
    ]);
    expect(applied.inverse).toEqual([
      { op: 'replace', path: ['stages', B], value: { name: 'Buy' } },
      { op: 'remove', path: ['stages', B] },
    ]);
    expect(applyPatches(map, applied.patches)).toEqual(applied.map);
    expect(applyPatches(applied.map, applied.inverse)).toEqual(map);
  });

  test('completed in one record keeps the identity of the others', () => {
    const { map: next } = applyEdit(map, setField('touchpoints', A, '/weight', {}));
    expect(next.touchpoints[A]).toEqual(map.touchpoints[A]);
    expect(next.touchpoints[B]).toBe(map.touchpoints[B]);
  });

  test('that spells everything out is not completed', () => {
    const { patches } = applyEdit(map, addRecord('stages', { name: 'Buy' }, B));
    expect(patches).toHaveLength(1);
  });

  test('makes no −0, wherever it stands', () => {
    const { map: next } = applyEdit(map, setField('touchpoints', A, '/position', { x: -0, y: 1 }));
    expect(Object.is(next.touchpoints[A]?.position.x, 0)).toBe(true);
  });

  test('may write a field this version does not know, of the map or of a record', () => {
    expect(applyEdit(map, setMapField('/later', { a: 1 })).map).toEqual({
      ...map,
      later: { a: 1 },
    });
    expect(applyEdit(map, setField('stages', S, '/later', 1)).map.stages[S]).toEqual({
      ...map.stages[S],
      later: 1,
    });
  });
});

describe('an edit is refused', () => {
  test('with the place of a value of the map itself', () => {
    expect(refused(setMapField('/market/grossMargin', 2))?.[0]).toBe('/market/grossMargin');
    expect(refused(setMapField('/currency', 'euro'))?.[0]).toBe('/currency');
  });

  test('with the place of a value inside a record', () => {
    expect(refused(setField('touchpoints', A, '/position/x', 'left'))?.[0]).toBe(
      `/touchpoints/${A}/position/x`,
    );
    expect(refused(addRecord('stages', {}, 'short'))?.[0]).toBe('/stages/short');
  });

  test('where a record points at nothing', () => {
    expect(refused(setField('touchpoints', A, '/stage', B))).toEqual([
      `/touchpoints/${A}/stage`,
      `there is no ${B} in stages`,
    ]);
  });

  test('where it takes what another record points at', () => {
    expect(refused((draft) => void Reflect.deleteProperty(draft.stages, S))).toEqual([
      `/touchpoints/${A}/stage`,
      `${S} of stages is gone`,
    ]);
  });

  test('where a comment would answer itself', () => {
    const comment = {
      target: { collection: 'stages', id: S },
      createdAt: '2026-01-01T00:00:00Z',
    } as const;
    const talk = applyEdit(map, (draft) => {
      addRecord('comments', comment, A)(draft);
      addRecord('comments', { ...comment, parent: A }, B)(draft);
    }).map;
    expect(refused(setField('comments', A, '/parent', B), talk)).toEqual([
      `/comments/${A}/parent`,
      'a comment cannot answer itself',
    ]);
    expect(refused(setField('comments', A, '/text', 'fine'), talk)).toBeNull();
  });

  test('where a record it made was read before it was finished', () => {
    const edit: Edit = (draft) => {
      const record = newRecord('touchpoints', {});
      expect(referencesOf('touchpoints', record)).toEqual([]);
      record.stage = B;
      draft.touchpoints[W] = record;
    };
    expect(refused(edit)?.[0]).toBe(`/touchpoints/${W}/stage`);
  });

  test('where a collection would grow past its limit', () => {
    const stage = newRecord('stages', {});
    const filled = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `stage-${String(index).padStart(8, '0')}`,
          stage,
        ]),
      );
    const full = { ...newMap({}), stages: filled(LIMITS.records - 1) };
    const last = applyEdit(full, addRecord('stages', { order: 'a0' }, A)).map;
    expect(refused(addRecord('stages', { order: 'a0' }, B), last)).toEqual([
      '/stages',
      'at most 20000 records',
    ]);
  });
});

describe('a whole collection replaced by an edit', () => {
  const stages = (table: object): Edit => setMapField('/stages', table);

  test('is checked and completed record by record', () => {
    const { map: next } = applyEdit(map, stages({ [S]: map.stages[S], [B]: { name: 'Buy' } }));
    expect(next.stages).toEqual({ ...map.stages, [B]: newRecord('stages', { name: 'Buy' }) });
    expect(refused(stages({ [S]: { color: 'black' } }))?.[0]).toBe(`/stages/${S}/color`);
    expect(refused(stages([]))?.[0]).toBe('/stages');
  });

  test('must hold what other records point at', () => {
    expect(refused(stages({ [B]: {} }))).toEqual([
      `/touchpoints/${A}/stage`,
      `${S} of stages is gone`,
    ]);
    expect(
      refused(setMapField('/touchpoints', { [A]: map.touchpoints[A], [B]: { stage: W } })),
    ).toEqual([`/touchpoints/${B}/stage`, `there is no ${W} in stages`]);
  });
});

describe('patches', () => {
  test('that are none give the same map', () => {
    expect(applyPatches(map, [])).toBe(map);
  });

  test('are refused where any key of a path is a reserved name', () => {
    const reserved = 'a reserved name cannot be a key';
    expect(patching({ op: 'add', path: ['stages', S, 'constructor'], value: 1 })).toEqual([
      `/stages/${S}/constructor`,
      reserved,
    ]);
    expect(patching({ op: 'add', path: ['__proto__', 'x'], value: 1 })).toEqual([
      '/__proto__/x',
      reserved,
    ]);
    expect(
      patching(
        { op: 'replace', path: ['title'], value: 'x' },
        { op: 'add', path: ['toString', 'x'], value: 1 },
      ),
    ).toEqual(['/toString/x', reserved]);
    expect(patching({ op: 'add', path: ['stages', S, 'prototype'], value: 1 })).toEqual([
      `/stages/${S}/prototype`,
      reserved,
    ]);
  });

  test('are refused with their path where it leads nowhere', () => {
    const nowhere = patching({ op: 'replace', path: ['stages', B, 'name'], value: 'x' });
    expect(nowhere?.[0]).toBe(`/stages/${B}/name`);
    expect(nowhere?.[1]).toMatch(/\S/);
  });

  test('are checked like an edit', () => {
    expect(patching({ op: 'replace', path: ['stages', S, 'color'], value: 'black' })?.[0]).toBe(
      `/stages/${S}/color`,
    );
    expect(patching({ op: 'remove', path: ['stages', S] })?.[1]).toBe(`${S} of stages is gone`);
    expect(
      patching(
        { op: 'replace', path: ['touchpoints', A, 'stage'], value: null },
        { op: 'remove', path: ['stages', S] },
      ),
    ).toBeNull();
  });
});
