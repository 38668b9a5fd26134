import { beforeEach, describe, expect, test } from 'vitest';
import type { Making } from '../../src/canvas/making/making';
import type { Made } from '../../src/editing';
import { giveName } from '../../src/editing';
import { changeRecord } from '../../src/map/edits';
import { incomingOf, newMap, outgoingOf } from '../../src/map/records';
import type { Target } from '../../src/map/schema';
import { ID, journey, openCanvas, type OpenCanvas } from './hand';

let canvas: OpenCanvas;
beforeEach(() => {
  canvas = openCanvas();
});

function make(task: (making: Making) => void): void {
  canvas.make(task);
}

/** What has its first name typed just now. */
function named(): { target: Target; made: Made } {
  const { renaming } = canvas.editor.store.getState();
  if (!renaming?.made) throw new Error('nothing new is named');
  const { collection, id, made } = renaming;
  return { target: { collection, id }, made };
}

function typeName(text: string): void {
  const { target, made } = named();
  const { collection, id } = target;
  const field = collection === 'notes' ? { text } : { name: text };
  giveName(canvas.editor, target, changeRecord(collection, id, field), made);
}

function tab(by: 1 | -1 = 1): void {
  const { target, made } = named();
  make(({ goOn }) => {
    goOn(target, made, by);
  });
}

const names = () => Object.values(canvas.map().touchpoints).map(({ name }) => name);

describe('something new and its first name', () => {
  test.each(['touchpoint', 'outcome', 'note', 'stage'] as const)(
    'are one step for a %s: undo takes both back, redo brings both',
    (kind) => {
      const before = canvas.map();
      make(({ put }) => {
        put(kind, { x: 400, y: 400 });
      });
      typeName('Called');
      const after = canvas.map();
      expect(after).not.toEqual(before);
      canvas.editor.undo();
      expect(canvas.map()).toEqual(before);
      expect(canvas.editor.store.getState().canUndo).toBeNull();
      canvas.editor.redo();
      expect(canvas.map()).toEqual(after);
    },
  );

  test('a later name is a step of its own', () => {
    make(({ put }) => {
      put('touchpoint', { x: 400, y: 400 });
    });
    typeName('First');
    const { target } = named();
    canvas.editor.rename(null);
    giveName(canvas.editor, target, changeRecord('touchpoints', target.id, { name: 'Second' }));
    canvas.editor.undo();
    expect(canvas.map().touchpoints[target.id]?.name).toBe('First');
  });
});

describe('putting something on the canvas', () => {
  test('makes a card in the stage under the pointer, its name typed next', () => {
    make(({ put }) => {
      put('decision', { x: 760, y: 300 });
    });
    expect(canvas.map().touchpoints[named().target.id]).toMatchObject({
      kind: 'decision',
      stage: ID.use,
    });
  });

  test('inserts a touchpoint into the transition under the pointer', () => {
    const start = canvas.scene().routes.get(ID.pay)!;
    const at = { x: (start.start.x + start.end.x) / 2, y: (start.start.y + start.end.y) / 2 };
    make(({ put }) => {
      put('touchpoint', at);
    });
    const { id } = named().target;
    expect(incomingOf(canvas.map(), id).map(([, { from }]) => from)).toEqual([ID.form]);
    expect(outgoingOf(canvas.map(), id).map(([, { to }]) => to)).toEqual([ID.paid]);
    expect(canvas.said()?.id).toBe('canvas.said.inserted');
    expect(canvas.stepsToUndo()).toBe(1);
  });

  test('puts a stage between the two it is clicked between', () => {
    const buy = canvas.scene().bands.find(({ stage }) => stage === ID.buy)!;
    make(({ put }) => {
      put('stage', { x: buy.x + 4, y: 300 });
    });
    const { stages } = canvas.map();
    const order = Object.keys(stages).sort((a, b) =>
      stages[a]!.order < stages[b]!.order ? -1 : 1,
    );
    expect(order).toEqual([ID.see, named().target.id, ID.buy, ID.use]);
  });

  test('a double-click far from any stage begins the first one of an empty map', () => {
    canvas = openCanvas(newMap({ ...journey(), touchpoints: {}, transitions: {} }));
    make(({ addAt }) => {
      addAt({ x: 5_000, y: 100 });
    });
    expect(canvas.map().touchpoints[named().target.id]?.stage).toBe(ID.see);
  });
});

describe('Tab in the name of something new', () => {
  test('makes the next touchpoint, connected, and so on', () => {
    make(({ put }) => {
      put('touchpoint', { x: 760, y: 300 });
    });
    typeName('One');
    const one = named().target.id;
    tab();
    const two = named().target.id;
    expect(outgoingOf(canvas.map(), one).map(([, { to }]) => to)).toEqual([two]);
    typeName('Two');
    tab();
    expect(incomingOf(canvas.map(), named().target.id).map(([, { from }]) => from)).toEqual([two]);
  });

  test('leaves nothing behind that got no name', () => {
    make(({ put }) => {
      put('touchpoint', { x: 760, y: 300 });
    });
    typeName('One');
    const one = named().target;
    const before = canvas.map();
    for (const end of [tab, finish]) {
      canvas.editor.rename(one, 'view', { label: 'canvas.step.add', map: before });
      tab();
      expect(canvas.map()).not.toEqual(before);
      end();
      expect(canvas.map()).toEqual(before);
      expect(canvas.selected()).toEqual([one.id]);
      expect(canvas.port.focus).toHaveBeenLastCalledWith(one);
    }
    expect(names()).toHaveLength(4);
  });

  test('with Shift selects what comes before', () => {
    make(({ addConnected }) => {
      addConnected(ID.form);
    });
    typeName('Next');
    tab(-1);
    expect(canvas.selected()).toEqual([ID.form]);
    expect(canvas.editor.store.getState().renaming).toBeNull();
    expect(names()).toContain('Next');
  });

  test.each(['stage', 'note', 'outcome'] as const)('makes another %s', (kind) => {
    make(({ put }) => {
      put(kind, { x: 760, y: 300 });
    });
    typeName('One');
    const { collection } = named().target;
    const count = Object.keys(canvas.map()[collection]).length;
    tab();
    expect(named().target.collection).toBe(collection);
    expect(Object.keys(canvas.map()[collection])).toHaveLength(count + 1);
  });
});

function finish(): void {
  const { target, made } = named();
  make((making) => {
    making.finish(target, made);
  });
}
