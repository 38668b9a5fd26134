import { describe, expect, test } from 'vitest';
import { hasColor } from '../../../src/editing/commands/change';
import {
  hasSelection,
  hasTouchpoint,
  movableIn,
  onlyOne,
  touchpointsIn,
} from '../../../src/editing/commands/context';
import { newMap } from '../../../src/map/records';
import { ID, shopMap, someone } from './support';

const map = {
  ...shopMap(),
  ...(({ notes, personas, images }) => ({ notes, personas, images }))(
    newMap({
      notes: { 'note-of-an-idea': { text: 'x'.repeat(80) } },
      personas: { 'persona-of-ben': { name: 'Ben' } },
    }),
  ),
};

describe('what is selected', () => {
  test('is told by kind', () => {
    const me = someone(map);
    expect([hasSelection(me.context()), hasTouchpoint(me.context())]).toEqual([false, false]);
    me.select(ID.see, 'note-of-an-idea');
    expect([hasSelection(me.context()), hasTouchpoint(me.context())]).toEqual([true, false]);
    me.select('note-of-an-idea', ID.paid, ID.click, ID.ad);
    expect(touchpointsIn(me.context())).toEqual([ID.paid, ID.ad]);
    expect(movableIn(me.context())).toEqual([ID.paid, ID.ad, 'note-of-an-idea']);
  });

  test('is the only one of a kind where it is alone', () => {
    const me = someone(map);
    expect(onlyOne(me.context(), 'stages')).toBeNull();
    me.select(ID.see);
    expect(onlyOne(me.context(), 'stages')).toBe(ID.see);
    expect(onlyOne(me.context(), 'touchpoints')).toBeNull();
    me.select(ID.see, ID.buy);
    expect(onlyOne(me.context(), 'stages')).toBeNull();
  });
});

describe('what has a colour', () => {
  test('is told by the record', () => {
    expect(hasColor(map, { collection: 'stages', id: ID.see })).toBe(true);
    expect(hasColor(map, { collection: 'touchpoints', id: ID.ad })).toBe(false);
    expect(hasColor(map, { collection: 'stages', id: 'stage-of-none' })).toBe(false);
  });
});
