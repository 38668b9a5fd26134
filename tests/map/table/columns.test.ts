import { describe, expect, test } from 'vitest';
import { newMap } from '../../../src/map/records';
import {
  tableColumnsOf,
  groupsOf,
  onlyOf,
  personasOf,
  type TableColumn,
} from '../../../src/map/table';

const SEE = 'stage-of-see';
const BUY = 'stage-of-buy';
const USE = 'stage-of-use';
const AD = 'touchpoint-ad';
const FORM = 'touchpoint-form';
const PAID = 'touchpoint-paid';
const LOOSE = 'touchpoint-loose';

const map = newMap({
  stages: { [USE]: { order: 'a2' }, [SEE]: { order: 'a0' }, [BUY]: { order: 'a1' } },
  touchpoints: {
    [PAID]: { stage: USE, position: { x: 400, y: 0 } },
    [FORM]: { stage: USE, position: { x: 36, y: 0 } },
    [AD]: { stage: SEE },
  },
});

const column = (stage: string | null, touchpoint: string): TableColumn => ({
  key: touchpoint,
  stage,
  touchpoint,
});

describe('the columns of the table', () => {
  test('are the touchpoints in journey order, with room for a stage that has none', () => {
    expect(tableColumnsOf(map)).toEqual([
      column(SEE, AD),
      { key: `empty-${BUY}`, stage: BUY, touchpoint: null },
      column(USE, FORM),
      column(USE, PAID),
    ]);
  });

  test('begin with the touchpoints without a stage', () => {
    const more = newMap({
      stages: { [SEE]: {} },
      touchpoints: { [AD]: { stage: SEE }, [LOOSE]: {} },
    });
    expect(tableColumnsOf(more)).toEqual([column(null, LOOSE), column(SEE, AD)]);
  });

  test('are none where there is neither a stage nor a touchpoint', () => {
    expect(tableColumnsOf({ stages: {}, touchpoints: {} })).toEqual([]);
  });

  test('can be those of some touchpoints alone, without empty stages', () => {
    const columns = tableColumnsOf(map);
    expect(onlyOf(columns, null)).toBe(columns);
    expect(onlyOf(columns, new Set([PAID, AD]))).toEqual([column(SEE, AD), column(USE, PAID)]);
    expect(onlyOf(columns, new Set())).toEqual([]);
  });
});

describe('the groups of columns', () => {
  test('are the runs of columns of one stage', () => {
    expect(groupsOf(tableColumnsOf(map))).toEqual([
      { stage: SEE, start: 0, count: 1 },
      { stage: BUY, start: 1, count: 1 },
      { stage: USE, start: 2, count: 2 },
    ]);
  });

  test('hold touchpoints without a stage as one group', () => {
    expect(groupsOf([column(null, AD), column(null, FORM), column(SEE, PAID)])).toEqual([
      { stage: null, start: 0, count: 2 },
      { stage: SEE, start: 2, count: 1 },
    ]);
  });

  test('are none without columns', () => {
    expect(groupsOf([])).toEqual([]);
  });
});

test('the personas of the table stand in order, with their names and colours', () => {
  const people = newMap({
    personas: {
      'persona-of-bea': { name: 'Bea', color: 'teal', order: 'a1' },
      'persona-of-ann': { name: 'Ann', order: 'a0' },
    },
  });
  expect(personasOf(people)).toEqual([
    { id: 'persona-of-ann', name: 'Ann', color: 'violet' },
    { id: 'persona-of-bea', name: 'Bea', color: 'teal' },
  ]);
});
