import { describe, expect, test } from 'vitest';
import {
  addRecord,
  applyEdit,
  changeRecord,
  type Edit,
  inTurn,
  recordIn,
  setField,
  setMapField,
} from '../../../src/map/edits';
import { newMap, newRecord } from '../../../src/map/records';
import { isId } from '../../../src/map/schema';
import { A, B, edited, refusal } from '../support/edited';

const map = newMap({
  stages: { [A]: { name: 'See', order: 'a5' } },
  attributes: { [A]: { choices: ['a', 'b', 'c'] } },
  assets: { [A]: { type: 'image/png', data: '' } },
});
const after = (edit: Edit) => edited(map, edit);
const refused = (edit: Edit) => refusal(() => edit(structuredClone(map)));

test('a record is found in its collection, and nothing that tables inherit', () => {
  expect(recordIn(map, 'stages', A)).toBe(map.stages[A]);
  expect(refused((draft) => void recordIn(draft, 'stages', B))).toEqual([
    `/stages/${B}`,
    `there is no ${B} in stages`,
  ]);
  expect(refused((draft) => void recordIn(draft, 'stages', 'toString'))).toEqual([
    '/stages/toString',
    'there is no toString in stages',
  ]);
});

describe('adding a record', () => {
  test('puts it behind the last unless told where', () => {
    expect(after(addRecord('stages', { name: 'Buy' }, B)).stages[B]).toEqual(
      newRecord('stages', { name: 'Buy', order: 'a6' }),
    );
    expect(after(addRecord('stages', { order: 'a1' }, B)).stages[B]?.order).toBe('a1');
  });

  test('gives no order to what has none', () => {
    const asset = { type: 'image/png', data: '' } as const;
    expect(after(addRecord('assets', asset, B)).assets[B]).toEqual(asset);
  });

  test('makes an id where none is given', () => {
    const ids = Object.keys(after(addRecord('stages', {})).stages);
    expect(ids).toHaveLength(2);
    expect(ids.every(isId)).toBe(true);
  });

  test('is refused where the id is taken', () => {
    expect(refused(addRecord('stages', {}, A))).toEqual([`/stages/${A}`, 'the id is taken']);
  });
});

describe('changing a record', () => {
  test('goes by a recipe or by fields', () => {
    const recipe = changeRecord('stages', A, (stage) => {
      stage.name = 'Saw';
    });
    expect(after(recipe).stages[A]).toEqual({ ...map.stages[A], name: 'Saw' });
    const fields = changeRecord('stages', A, { name: 'Saw', goal: 'Know' });
    expect(after(fields).stages[A]).toEqual({ ...map.stages[A], name: 'Saw', goal: 'Know' });
  });

  test('writes only fields that differ', () => {
    const { patches } = applyEdit(map, changeRecord('stages', A, { name: 'See', goal: 'Know' }));
    expect(patches).toEqual([{ op: 'replace', path: ['stages', A, 'goal'], value: 'Know' }]);
  });

  test('is refused where there is no record', () => {
    expect(refused(changeRecord('stages', B, {}))?.toString()).toContain(B);
  });
});

describe('setting one value', () => {
  test('takes a JSON Pointer or keys', () => {
    for (const path of ['/name', ['name']]) {
      expect(after(setField('stages', A, path, 'Saw')).stages[A]?.name).toBe('Saw');
    }
    for (const path of ['/market/grossMargin', ['market', 'grossMargin']]) {
      expect(after(setMapField(path, 0.5)).market.grossMargin).toBe(0.5);
    }
  });

  test('replaces or takes out one item of a list', () => {
    expect(after(setField('attributes', A, ['choices', 1], 'x')).attributes[A]?.choices).toEqual([
      'a',
      'x',
      'c',
    ]);
    expect(
      after(setField('attributes', A, '/choices/1', undefined)).attributes[A]?.choices,
    ).toEqual(['a', 'c']);
  });

  test('resets a field to its default', () => {
    expect(after(setField('stages', A, '/name', undefined)).stages[A]?.name).toBe('');
    expect(after(setField('stages', A, '/order', undefined)).stages[A]?.order).toBe('a0');
  });

  test('is refused where there is no such place', () => {
    const nowhere = 'there is no such place';
    expect(refused(setMapField('', 1))).toEqual(['/', nowhere]);
    expect(refused(setField('stages', A, [], 1))).toEqual(['/', nowhere]);
    expect(refused(setField('stages', A, '/name/x', 1))).toEqual(['/name/x', nowhere]);
    expect(refused(setField('stages', A, '/x/y', 1))).toEqual(['/x/y', nowhere]);
    expect(refused(setField('stages', A, '/constructor', 1))).toEqual(['/constructor', nowhere]);
    expect(refused(setMapField('/market/toString', 1))).toEqual(['/market/toString', nowhere]);
  });

  test('is refused where there is no record', () => {
    expect(refused(setField('stages', B, '/name', 'x'))).toEqual([
      `/stages/${B}`,
      `there is no ${B} in stages`,
    ]);
  });
});

test('several edits are made in turn, and none is no edit', () => {
  const twice = inTurn(setMapField('/title', 'one'), setMapField('/owner', 'Ana'), (draft) => {
    draft.title += ' and two';
  });
  expect(after(twice)).toEqual({ ...map, title: 'one and two', owner: 'Ana' });
  expect(after(inTurn())).toBe(map);
});
