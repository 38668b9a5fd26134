import { describe, expect, test } from 'vitest';
import { existing, idsOf, isSelected, toggle } from '../../src/editing/selection';
import { newMap } from '../../src/map/records';

const touchpoint = (id: string) => ({ collection: 'touchpoints', id }) as const;
const note = (id: string) => ({ collection: 'notes', id }) as const;
const selection = [touchpoint('one-of-many-1'), note('note-of-many1'), touchpoint('two-of-many-2')];

describe('a selection', () => {
  test('holds a record by its collection and its id', () => {
    expect(isSelected(selection, touchpoint('one-of-many-1'))).toBe(true);
    expect(isSelected(selection, note('one-of-many-1'))).toBe(false);
    expect(isSelected(selection, touchpoint('note-of-many1'))).toBe(false);
  });

  test('takes a record in at its end and out from where it is', () => {
    const three = touchpoint('three-of-many');
    expect(toggle(selection, three)).toEqual([...selection, three]);
    expect(toggle(selection, note('note-of-many1'))).toEqual([selection[0], selection[2]]);
  });

  test('lists the ids of one collection in the order they were selected', () => {
    expect(idsOf(selection, 'touchpoints')).toEqual(['one-of-many-1', 'two-of-many-2']);
    expect(idsOf(selection, 'stages')).toEqual([]);
  });

  test('loses records that are gone, and stays the same object when none is', () => {
    const map = newMap({
      touchpoints: { 'one-of-many-1': {}, 'two-of-many-2': {} },
      notes: { 'note-of-many1': {} },
    });
    expect(existing(selection, map)).toBe(selection);
    const fewer = newMap({ touchpoints: { 'one-of-many-1': {} } });
    expect(existing(selection, fewer)).toEqual([selection[0]]);
  });
});
