import { describe, expect, test } from 'vitest';
import { createEditor } from '../../src/editing/editor';
import { filterSize, fold, displayOf, NO_FILTER } from '../../src/editing/display';
import { newMap } from '../../src/map/records';
import { sharedJournal } from './sharedJournal';

function open() {
  const journal = sharedJournal(newMap({}));
  return createEditor(journal.opened(), journal.tab('one'));
}

describe('the display of an open map', () => {
  test('begins with nothing filtered, nothing folded, the feelings shown', () => {
    expect(displayOf(open()).getState()).toEqual({
      filter: NO_FILTER,
      traffic: 1,
      isFilterOpen: false,
      folded: new Set(),
      emotions: true,
      isPresenting: false,
    });
  });

  test('is the same for as long as the map is open, and each open map has its own', () => {
    const [one, other] = [open(), open()];
    expect(displayOf(one)).toBe(displayOf(one));
    fold(one, 'stage-of-see', true);
    expect(displayOf(other).getState().folded.size).toBe(0);
  });
});

describe('folding', () => {
  test('folds a stage beside others and unfolds it again', () => {
    const editor = open();
    const folded = () => [...displayOf(editor).getState().folded];
    fold(editor, 'stage-of-see', true);
    fold(editor, 'stage-of-buy', true);
    expect(folded()).toEqual(['stage-of-see', 'stage-of-buy']);
    fold(editor, 'stage-of-see', false);
    expect(folded()).toEqual(['stage-of-buy']);
  });

  test('of a stage that is folded, or unfolding of one that is not, changes nothing', () => {
    const editor = open();
    fold(editor, 'stage-of-see', true);
    const before = displayOf(editor).getState();
    fold(editor, 'stage-of-see', true);
    fold(editor, 'stage-of-buy', false);
    expect(displayOf(editor).getState()).toBe(before);
  });
});

describe('the size of a filter', () => {
  test('counts everything it asks for', () => {
    expect(filterSize(NO_FILTER)).toBe(0);
    const on = { 'one-of-many-1': true } as const;
    for (const key of ['personas', 'segments', 'campaigns'] as const) {
      expect(filterSize({ ...NO_FILTER, [key]: on })).toBe(1);
    }
    expect(filterSize({ ...NO_FILTER, channels: ['web', 'app'] })).toBe(2);
    expect(filterSize({ ...NO_FILTER, owners: ['Ada'] })).toBe(1);
    expect(filterSize({ ...NO_FILTER, evidence: ['assumed'], personas: on })).toBe(2);
  });
});
