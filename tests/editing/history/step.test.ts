import { describe, expect, test } from 'vitest';
import {
  hasPlace,
  joinSteps,
  stepFrom,
  takeBack,
  touchedRecords,
} from '../../../src/editing/history/step';
import {
  addRecord,
  applyEdit,
  type Edit,
  type MapPatch,
  removeRecords,
  replayed,
  setField,
} from '../../../src/map/edits';
import { newMap } from '../../../src/map/records';
import type { JourneyMap } from '../../../src/map/schema';

const AD = 'touchpoint-ad';
const FORM = 'touchpoint-form';
const MAP = newMap({
  title: 'Shop',
  touchpoints: { [AD]: { name: 'Ad' }, [FORM]: { name: 'Form' } },
});

/** The step an edit makes, and the map after it. */
function made(map: JourneyMap, edit: Edit) {
  const change = applyEdit(map, edit);
  const step = stepFrom('canvas.step.move', 'drag', change.patches, change.inverse, change.map);
  return { step, map: change.map };
}

const named = (name: string, id = AD) => setField('touchpoints', id, ['name'], name);
const replace = (path: MapPatch['path'], value: unknown): MapPatch => ({
  op: 'replace',
  path,
  value,
});

/** Makes each edit, joins all steps, and takes the whole back. */
function backAndForth(...edits: Edit[]) {
  const [first, ...rest] = edits;
  let { step, map } = made(MAP, first!);
  for (const edit of rest) {
    const next = made(map, edit);
    map = next.map;
    step = joinSteps(step, next.step, map);
  }
  const { patches, skipped } = takeBack(map, step);
  expect(skipped).toEqual([]);
  return { step, map, before: applyEdit(map, replayed(patches)).map };
}

describe('joining steps', () => {
  test('of one field keeps the first value to go back to and the last to go on to', () => {
    const { step, before } = backAndForth(named('A'), named('Ab'), named('Abc'));
    expect(step.patches).toEqual([replace(['touchpoints', AD, 'name'], 'Abc')]);
    expect(step.inverse).toEqual([replace(['touchpoints', AD, 'name'], 'Ad')]);
    expect(before).toEqual(MAP);
  });

  test('of two fields takes both back', () => {
    const { before } = backAndForth(named('A'), named('F', FORM), named('Ab'));
    expect(before).toEqual(MAP);
  });

  test('takes the later step back before the earlier one it builds on', () => {
    const id = 'touchpoint-new1';
    const { step, before } = backAndForth(
      addRecord('touchpoints', { name: 'New' }, id),
      addRecord('transitions', { from: AD, to: id }, 'transition-new1'),
    );
    expect(step.inverse.map(({ path }) => path[0])).toEqual(['transitions', 'touchpoints']);
    expect(before).toEqual(MAP);
  });

  test('has the label and the gesture of the later one', () => {
    const first = { ...made(MAP, named('A')).step, label: 'canvas.step.add' as const };
    const joined = joinSteps(first, { ...first, label: 'canvas.step.move', gesture: 'x' }, MAP);
    expect(joined).toMatchObject({ label: 'canvas.step.move', gesture: 'x' });
  });

  test('keeps replacements apart that something else lies between', () => {
    const { step } = backAndForth(named('A'), named('F', FORM), named('Ab'));
    expect(step.patches.map(({ value }) => value)).toEqual(['A', 'F', 'Ab']);
  });

  test('keeps a replacement that follows the making of the record', () => {
    const id = 'touchpoint-new1';
    const { step } = backAndForth(addRecord('touchpoints', {}, id), named('New', id));
    expect(step.patches.map(({ op }) => op)).toEqual(['add', 'replace']);
  });
});

describe('taking a step back', () => {
  test('skips a field that somebody has changed since, and takes back the others', () => {
    const both: Edit = (draft) => {
      named('A')(draft);
      named('F', FORM)(draft);
    };
    const { step, map } = made(MAP, both);
    const theirs = applyEdit(map, named('Theirs')).map;
    const { patches, skipped } = takeBack(theirs, step);
    expect(patches).toEqual([replace(['touchpoints', FORM, 'name'], 'Form')]);
    expect(skipped).toEqual([replace(['touchpoints', AD, 'name'], 'Ad')]);
  });

  test('skips a field whose record is gone', () => {
    const { step, map } = made(MAP, named('A'));
    const gone = applyEdit(map, removeRecords([{ collection: 'touchpoints', id: AD }])).map;
    expect(takeBack(gone, step)).toMatchObject({ patches: [], skipped: [{ op: 'replace' }] });
  });

  test('knows what the step left at each place', () => {
    const { step } = made(MAP, named('A'));
    expect(step.left).toEqual(['A']);
  });
});

describe('the records that patches touch', () => {
  test('are named once each, in order', () => {
    const patches = [
      replace(['touchpoints', FORM, 'name'], 'F'),
      replace(['title'], 'T'),
      replace(['touchpoints', AD, 'name'], 'A'),
      replace(['touchpoints', FORM, 'position', 'x'], 1),
      replace(['market', 'grossMargin'], 1),
      replace(['stages'], {}),
    ];
    expect(touchedRecords(patches)).toEqual([
      { collection: 'touchpoints', id: FORM },
      { collection: 'touchpoints', id: AD },
    ]);
  });
});

describe('a place for a value', () => {
  test('is there when its record or object is', () => {
    expect(hasPlace(MAP, ['title'])).toBe(true);
    expect(hasPlace(MAP, ['nothing', 'here'])).toBe(false);
    expect(hasPlace(MAP, ['touchpoints', 'touchpoint-new1'])).toBe(true);
    expect(hasPlace(MAP, ['touchpoints', AD, 'name'])).toBe(true);
    expect(hasPlace(MAP, ['touchpoints', 'touchpoint-new1', 'name'])).toBe(false);
  });
});
