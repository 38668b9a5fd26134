import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { removeRecords, setField } from '../../../src/map/edits';
import { newMap } from '../../../src/map/records';
import { COLLECTIONS, type JourneyMap } from '../../../src/map/schema';
import { narrowed } from '../../../src/rules';
import { journeyMap } from '../../map/arbitraries';
import { runs } from '../../support/runs';
import { ID, shopMap, someone } from './support';

const MAIL = 'campaign-mail';
const KPI = 'kpi-of-form-';
const NOTE = 'comment-form';
const PAIN = 'pain-of-form';

/** The shop, with one of everything that can point at the form. */
function wiredMap(): JourneyMap {
  const shop = shopMap();
  return newMap({
    ...shop,
    transitions: {
      ...shop.transitions,
      [ID.pay]: {
        from: ID.form,
        to: ID.paid,
        when: { kind: 'visits', touchpoint: ID.form, operator: 'at-most', value: 3 },
      },
    },
    campaigns: { [MAIL]: { touchpoints: { [ID.ad]: true, [ID.form]: true } } },
    kpis: { [KPI]: { scope: { kind: 'touchpoint', id: ID.form } } },
    pains: { [PAIN]: { touchpoints: { [ID.form]: true } } },
    comments: {
      [NOTE]: {
        target: { collection: 'touchpoints', id: ID.form },
        createdAt: '2026-01-01T00:00:00Z',
      },
    },
  });
}

/** The map without where its touchpoints and notes are. */
const unplaced = (map: JourneyMap): JourneyMap => ({
  ...map,
  touchpoints: Object.fromEntries(
    Object.entries(map.touchpoints).map(([id, one]) => [
      id,
      { ...one, stage: null, position: { x: 0, y: 0 } },
    ]),
  ),
  notes: Object.fromEntries(
    Object.entries(map.notes).map(([id, one]) => [
      id,
      { ...one, stage: null, position: { x: 0, y: 0 } },
    ]),
  ),
});

let me: ReturnType<typeof someone>;
beforeEach(() => {
  me = someone(wiredMap());
});

describe('what is cut and pasted in the same map', () => {
  test('is the same record, with all that pointed at it, where it is pasted', async () => {
    const before = me.map();
    me.select(ID.form);
    await me.do('edit.cut');
    expect(me.map().transitions).toEqual({});
    expect(me.map().comments).toEqual({});
    me.pointAt({ stage: ID.see, x: 40, y: 600 });
    await me.do('edit.paste');
    expect(unplaced(me.map())).toEqual(unplaced(before));
    expect(me.map().touchpoints[ID.form]).toMatchObject({
      stage: ID.see,
      position: { x: 40, y: 600 },
    });
    expect(me.selected()).toEqual([ID.form]);
  });

  test('stays where it was when it is pasted where there are no places', async () => {
    me = someone(wiredMap(), { withoutCanvas: true });
    const before = me.map();
    me.select(ID.form);
    await me.do('edit.cut');
    await me.do('edit.paste');
    expect(me.map()).toEqual(before);
  });

  test('is a copy with ids of its own when it is pasted again', async () => {
    me.select(ID.form);
    await me.do('edit.cut');
    await me.do('edit.paste');
    await me.do('edit.paste');
    const ids = Object.keys(me.map().touchpoints);
    expect(ids).toHaveLength(4);
    expect(ids).toContain(ID.form);
    expect(me.selected()).not.toContain(ID.form);
    expect(Object.keys(me.map().transitions)).toHaveLength(2);
  });

  test('is a copy when the cut was undone before', async () => {
    me.select(ID.form);
    await me.do('edit.cut');
    me.editor.undo();
    await me.do('edit.paste');
    expect(Object.keys(me.map().touchpoints)).toHaveLength(4);
  });

  test('comes back each time its paste is undone and made again', async () => {
    const before = unplaced(me.map());
    me.select(ID.form);
    await me.do('edit.cut');
    await me.do('edit.paste');
    me.editor.undo();
    expect(me.map().touchpoints[ID.form]).toBeUndefined();
    await me.do('edit.paste');
    expect(unplaced(me.map())).toEqual(before);
  });

  test('leaves alone what has changed since, and comes without what is gone since', async () => {
    me.select(ID.form);
    await me.do('edit.cut');
    me.editor.edit('field.name', setField('campaigns', MAIL, '/name', 'Later'));
    me.editor.edit(
      'command.edit.delete',
      removeRecords([{ collection: 'touchpoints', id: ID.paid }]),
    );
    await me.do('edit.paste');
    expect(me.map().campaigns[MAIL]).toMatchObject({
      name: 'Later',
      touchpoints: { [ID.ad]: true, [ID.form]: true },
    });
    expect(Object.keys(me.map().transitions)).toEqual([ID.click]);
  });

  test('of a stage brings its touchpoints back into it', async () => {
    const before = me.map();
    me.select(ID.buy);
    await me.do('edit.cut');
    expect(me.map().touchpoints[ID.form]?.stage).toBeNull();
    await me.do('edit.paste');
    expect(me.map()).toEqual(before);
  });

  test('lands in the first stage when its own has gone meanwhile', async () => {
    me.select(ID.form, ID.paid);
    await me.do('edit.cut');
    me.editor.edit('command.edit.delete', removeRecords([{ collection: 'stages', id: ID.buy }]));
    await me.do('edit.paste');
    expect(me.map().touchpoints[ID.form]?.stage).toBe(ID.see);
    expect(Object.keys(me.map().transitions)).toHaveLength(2);
  });
});

describe('the text of a cut, in another tab or after a reload', () => {
  test('brings the records back under their ids, so that rules about them hold again', async () => {
    me.select(ID.form);
    await me.do('edit.copy');
    const text = (await me.shell.readClipboard()) ?? '';
    me.editor.edit('field.rule', setField('transitions', ID.click, '/to', ID.paid));
    me.editor.edit(
      'field.rule',
      setField('transitions', ID.click, '/when', {
        kind: 'visits',
        touchpoint: ID.form,
        operator: 'at-most',
        value: 3,
      }),
    );
    me.select(ID.form);
    await me.do('edit.delete');
    const without = me.map();
    expect(narrowed(without)).not.toBe(without);

    const tab = someone(without);
    await tab.shell.writeClipboard(text);
    await tab.do('edit.paste');
    expect(Object.keys(tab.map().touchpoints).sort()).toEqual(
      Object.keys(wiredMap().touchpoints).sort(),
    );
    expect(narrowed(tab.map())).toBe(tab.map());
  });

  test('makes new ids in another map, where the same id is somebody else', async () => {
    me.select(ID.form);
    await me.do('edit.cut');
    const other = someone(newMap({ stages: { [ID.see]: {} } }));
    await other.shell.writeClipboard((await me.shell.readClipboard()) ?? '');
    await other.do('edit.paste');
    expect(Object.keys(other.map().touchpoints)).toHaveLength(1);
    expect(other.map().touchpoints[ID.form]).toBeUndefined();
  });

  test('makes new ids as soon as one of its records is there', async () => {
    me.select(ID.ad, ID.form);
    await me.do('edit.copy');
    me.editor.edit(
      'command.edit.delete',
      removeRecords([{ collection: 'transitions', id: ID.click }]),
    );
    await me.do('edit.paste');
    expect(me.map().transitions[ID.click]).toBeUndefined();
    expect(Object.keys(me.map().transitions)).toHaveLength(2);
  });
});

describe('an edit that changes more than was asked for', () => {
  const more = () => me.said()?.more.map(({ id, values }) => [id, values.count]);

  test('says what else went, what else changed, and which rules name what is gone', async () => {
    me.select(ID.form);
    await me.do('edit.cut');
    expect(me.said()).toMatchObject({ id: 'command.said.cut', values: { count: 1 } });
    expect(more()).toEqual([
      ['editing.more.transitions', 2],
      ['editing.more.records', 1],
      ['editing.more.changed', 2],
      ['editing.more.broken', 1],
    ]);
    await me.do('edit.paste');
    expect(more()).toEqual([
      ['editing.more.added', 3],
      ['editing.more.changed', 2],
    ]);
  });

  test('of one record that nothing else knows has nothing more to say', async () => {
    me.select(NOTE);
    await me.do('edit.delete');
    expect(me.said()).toMatchObject({ id: 'command.said.deleted', more: [], offer: null });
  });

  test('says which rules name what is gone, whoever asked for it', () => {
    me.editor.edit(
      'inspector.removed',
      removeRecords([{ collection: 'touchpoints', id: ID.form }]),
    );
    expect(me.said()).toMatchObject({ id: 'editing.did', what: 'inspector.removed' });
    expect(more()).toEqual([['editing.more.broken', 1]]);
  });

  test('and joins a path says nothing of the transitions it is about', async () => {
    me.select(ID.form);
    await me.do('edit.deleteHeal');
    expect(more()).toEqual([
      ['editing.more.records', 1],
      ['editing.more.changed', 2],
      ['editing.more.broken', 2],
    ]);
  });
});

test('cutting and pasting anything leaves the map as it was, but for where it lies', async () => {
  await fc.assert(
    fc.asyncProperty(
      journeyMap(),
      fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
      async (map, picks) => {
        const all = COLLECTIONS.flatMap((collection) => Object.keys(map[collection]));
        me = someone(map);
        me.select(...new Set(picks.map((pick) => all[pick % all.length]!)));
        await me.do('edit.cut');
        await me.do('edit.paste');
        expect(unplaced(me.map())).toEqual(unplaced(map));
      },
    ),
    { numRuns: runs(40, 3_000) },
  );
});
