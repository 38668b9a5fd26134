import { describe, expect, test } from 'vitest';
import { acknowledge, currentMap, type PendingEdit, rebase } from '../../src/editing/timeline';
import { addRecord, applyEdit, type Edit, removeRecords, setField } from '../../src/map/edits';
import { newMap } from '../../src/map/records';
import type { JourneyMap } from '../../src/map/schema';

const AD = 'touchpoint-ad';
const MAP = newMap({ title: 'Shop', touchpoints: { [AD]: { name: 'Ad' } } });
const named = (name: string) => setField('touchpoints', AD, ['name'], name);

/** Edits on their way to disk, made one after another, with their number as what is to be kept. */
function pending(map: JourneyMap, ...edits: Edit[]): PendingEdit<number>[] {
  let now = map;
  return edits.map((edit, meta) => {
    const { map: next, patches, inverse } = applyEdit(now, edit);
    now = next;
    return { patches, inverse, meta };
  });
}

const timeline = (...edits: Edit[]) => ({
  head: 7,
  confirmed: MAP,
  pending: pending(MAP, ...edits),
});

describe('the map on screen', () => {
  test('is the confirmed one with every pending edit, in order', () => {
    expect(currentMap(timeline(named('A'), named('Ab'))).touchpoints[AD]?.name).toBe('Ab');
    expect(currentMap(timeline())).toBe(MAP);
  });
});

describe('an acknowledged edit', () => {
  test('joins the confirmed map; those behind it stay pending', () => {
    const before = timeline(named('A'), named('Ab'), named('Abc'));
    const after = acknowledge(before, 2, 9);
    expect(after.head).toBe(9);
    expect(after.confirmed.touchpoints[AD]?.name).toBe('Ab');
    expect(after.pending).toEqual([before.pending[2]]);
    expect(currentMap(after)).toEqual(currentMap(before));
  });
});

describe('edits of another tab that came first', () => {
  const theirs = (...edits: Edit[]) => pending(MAP, ...edits);

  test('join the confirmed map, and ours go on top of them', () => {
    const { timeline: after, setAside } = rebase(
      timeline(named('Ours')),
      theirs(addRecord('stages', { name: 'Theirs' }, 'stage-of-theirs')),
      8,
    );
    expect(setAside).toBe(0);
    expect(after.head).toBe(8);
    expect(after.confirmed.stages['stage-of-theirs']?.name).toBe('Theirs');
    expect(after.confirmed.touchpoints[AD]?.name).toBe('Ad');
    expect(currentMap(after).touchpoints[AD]?.name).toBe('Ours');
    expect(after.pending.map(({ meta }) => meta)).toEqual([0]);
  });

  test('give ours another value to go back to where both changed it', () => {
    const after = rebase(timeline(named('Ours')), theirs(named('Theirs')), 8);
    expect(after.timeline.pending[0]?.inverse).toMatchObject([{ value: 'Theirs' }]);
  });

  test('drop an edit of ours whose record they removed, and keep the others', () => {
    const gone = theirs(removeRecords([{ collection: 'touchpoints', id: AD }]));
    const add = addRecord('stages', { name: 'Ours' }, 'stage-of-ours1');
    const { timeline: after, setAside } = rebase(timeline(named('Ours'), add), gone, 8);
    expect(setAside).toBe(1);
    expect(after.pending.map(({ meta }) => meta)).toEqual([1]);
    expect(currentMap(after).stages['stage-of-ours1']?.name).toBe('Ours');
    expect(currentMap(after).touchpoints).toEqual({});
  });

  test('drop an edit of ours that they have made as well', () => {
    const after = rebase(timeline(named('Same')), theirs(named('Same')), 8);
    expect(after).toMatchObject({ timeline: { pending: [] }, setAside: 0 });
  });

  test('clear a reference of ours to what they removed', () => {
    const map = newMap({ stages: { 'stage-of-see1': {} } });
    const ours = addRecord('touchpoints', { stage: 'stage-of-see1' }, 'touchpoint-new1');
    const gone = removeRecords([{ collection: 'stages', id: 'stage-of-see1' }]);
    const before = { head: 7, confirmed: map, pending: pending(map, ours) };
    const after = currentMap(rebase(before, pending(map, gone), 8).timeline);
    expect(after.touchpoints['touchpoint-new1']?.stage).toBeNull();
  });
});
