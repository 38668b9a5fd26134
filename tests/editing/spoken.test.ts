import { describe, expect, test } from 'vitest';
import { spokenName, worded } from '../../src/editing';
import { removeTouchpoints } from '../../src/map/edits';
import { newMap } from '../../src/map/records';
import type { CollectionName } from '../../src/map/schema';
import { inEnglish } from '../support/spoken';
import { ID, shopMap, someone } from './commands/support';

const map = {
  ...shopMap(),
  ...(({ notes, personas }) => ({ notes, personas }))(
    newMap({
      notes: { 'note-of-an-idea': { text: 'x'.repeat(80) }, 'note-that-is-empty': { text: ' ' } },
      personas: { 'persona-of-ben': { name: 'Ben' } },
    }),
  ),
};

describe('what a record is called in a sentence', () => {
  test('is its name, the beginning of its text, its label or its two ends', () => {
    const me = someone(map);
    const called = (collection: CollectionName, id: string) =>
      spokenName(me.map(), { collection, id })(inEnglish);
    expect(called('touchpoints', ID.ad)).toBe('Ad');
    expect(called('stages', ID.see)).toBe('See');
    expect(called('personas', 'persona-of-ben')).toBe('Ben');
    expect(called('notes', 'note-of-an-idea')).toBe('x'.repeat(60));
    expect(called('transitions', ID.click)).toBe('Ad → Form');
    me.editor.edit('canvas.step.rename', (draft) => {
      draft.transitions[ID.click]!.label = 'clicks';
    });
    expect(called('transitions', ID.click)).toBe('clicks');
  });

  test('is its own where records of other collections bear the same id', () => {
    const twins = { ...map, stages: { ...map.stages, [ID.ad]: map.stages[ID.see]! } };
    expect(spokenName(twins, { collection: 'touchpoints', id: ID.ad })(inEnglish)).toBe('Ad');
    expect(spokenName(twins, { collection: 'stages', id: ID.ad })(inEnglish)).toBe('See');
  });

  test('is never a blank: what has no name is called by its kind', () => {
    const me = someone(map);
    me.editor.edit('canvas.step.rename', (draft) => {
      draft.touchpoints[ID.ad]!.name = '';
      draft.stages[ID.see]!.name = ' ';
    });
    const called = (collection: CollectionName, id: string) =>
      spokenName(me.map(), { collection, id })(inEnglish);
    expect(called('touchpoints', ID.ad)).toBe('Unnamed touchpoint');
    expect(called('stages', ID.see)).toBe('Unnamed stage');
    expect(called('notes', 'note-that-is-empty')).toMatch(/\w/);
    expect(called('transitions', ID.click)).toBe('Unnamed touchpoint → Form');
  });

  test('is still told after the record was deleted', () => {
    const me = someone(map);
    const name = spokenName(me.map(), { collection: 'touchpoints', id: ID.ad });
    me.editor.edit('command.edit.delete', removeTouchpoints([ID.ad], { heal: false }));
    expect(Object.keys(me.map().touchpoints)).not.toContain(ID.ad);
    expect(name(inEnglish)).toBe('Ad');
  });
});

test('values go into a message as they are, names in its language', () => {
  const name = spokenName(map, { collection: 'stages', id: ID.see });
  expect(worded({ count: 2, text: 'a', name }, inEnglish)).toEqual({
    count: 2,
    text: 'a',
    name: 'See',
  });
});
