import { describe, expect, test } from 'vitest';
import { hasColor } from '../../../src/editing/commands/change';
import {
  hasSelection,
  hasTouchpoint,
  movableIn,
  nameInSentence,
  onlyOne,
  touchpointsIn,
} from '../../../src/editing/commands/context';
import { newMap } from '../../../src/map/records';
import type { CollectionName } from '../../../src/map/schema';
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

describe('what a record is called', () => {
  test('is its name, the beginning of its text, its label or its two ends', () => {
    const me = someone(map);
    const called = (collection: CollectionName, id: string) =>
      nameInSentence(me.context(), { collection, id });
    expect(called('touchpoints', ID.ad)).toBe('Ad');
    expect(called('stages', ID.see)).toBe('See');
    expect(called('personas', 'persona-of-ben')).toBe('Ben');
    expect(called('notes', 'note-of-an-idea')).toBe('x'.repeat(60));
    expect(called('transitions', ID.click)).toBe('Ad → Form');
    expect(called('touchpoints', 'touchpoint-none')).toBe('');
    me.editor.edit('canvas.step.rename', (draft) => {
      draft.transitions[ID.click]!.label = 'clicks';
    });
    expect(called('transitions', ID.click)).toBe('clicks');
  });

  test('is its own where records of other collections bear the same id', () => {
    const me = someone({ ...map, stages: { ...map.stages, [ID.ad]: map.stages[ID.see]! } });
    expect(nameInSentence(me.context(), { collection: 'touchpoints', id: ID.ad })).toBe('Ad');
    expect(nameInSentence(me.context(), { collection: 'stages', id: ID.ad })).toBe('See');
  });
});

describe('what has a colour', () => {
  test('is told by the record', () => {
    expect(hasColor(map, { collection: 'stages', id: ID.see })).toBe(true);
    expect(hasColor(map, { collection: 'touchpoints', id: ID.ad })).toBe(false);
    expect(hasColor(map, { collection: 'stages', id: 'stage-of-none' })).toBe(false);
  });
});
