import { describe, expect, test } from 'vitest';
import { resumeHistory } from '../../../src/editing/history/resume';
import { takeBack } from '../../../src/editing/history/step';
import {
  addRecord,
  applyEdit,
  type Edit,
  removeRecords,
  replayed,
  setField,
} from '../../../src/map/edits';
import { newMap } from '../../../src/map/records';
import type { UndoStep } from '../../../src/storage';

const AD = 'touchpoint-ad';
const MAP = newMap({ touchpoints: { [AD]: { name: 'Ad' } } });
const named = (name: string) => setField('touchpoints', AD, ['name'], name);

/** The undo step storage would read for edits made one after another, and the map after them. */
function journalled(...edits: Edit[]): { step: UndoStep; map: typeof MAP } {
  let map = MAP;
  const entries = edits.map((edit, index) => {
    const change = applyEdit(map, edit);
    map = change.map;
    return {
      id: `entry-${index}`,
      gesture: 'drag',
      kind: 'edit' as const,
      label: 'canvas.step.move',
      patches: [...change.patches],
      inverse: [...change.inverse],
      mapId: map.id,
      seq: index + 1,
      tab: 'one',
      at: '',
    };
  });
  return { step: { gesture: 'drag', label: 'canvas.step.move', entries }, map };
}

describe('the history of a tab after a reload', () => {
  test('has the undo and the redo side as they were, with no gesture open', () => {
    const { step } = journalled(named('A'));
    const history = resumeHistory({ undo: [step, step], redo: [step] });
    expect(history.done).toHaveLength(2);
    expect(history.undone).toHaveLength(1);
    expect(history.done[0]).toMatchObject({ label: 'canvas.step.move', gesture: 'drag' });
    expect(history.open).toBe(false);
  });

  test.each([
    ['a name typed letter by letter', [named('A'), named('Ab')]],
    ['a record made and then changed', [addRecord('stages', { name: 'S' }, 'stage-of-new')]],
    [
      'a record made, pointed at, and pointed elsewhere',
      [
        addRecord('stages', { name: 'S' }, 'stage-of-new'),
        setField('touchpoints', AD, ['stage'], 'stage-of-new'),
        setField('stages', 'stage-of-new', ['name'], 'T'),
      ],
    ],
    ['a record removed', [removeRecords([{ collection: 'touchpoints', id: AD }])]],
    ['a nested value', [setField('touchpoints', AD, ['position', 'x'], 80)]],
  ] as const)('takes back %s whole', (_what, edits) => {
    const { step, map } = journalled(...edits);
    const [done] = resumeHistory({ undo: [step], redo: [] }).done;
    const { patches, skipped } = takeBack(map, done!);
    expect(skipped).toEqual([]);
    expect(applyEdit(map, replayed(patches)).map).toEqual(MAP);
  });

  test('does not take back what somebody else has changed since', () => {
    const { step, map } = journalled(named('A'));
    const [done] = resumeHistory({ undo: [step], redo: [] }).done;
    const theirs = applyEdit(map, named('Theirs')).map;
    expect(takeBack(theirs, done!).patches).toEqual([]);
  });
});
