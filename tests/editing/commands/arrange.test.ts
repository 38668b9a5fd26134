import { beforeEach, describe, expect, test } from 'vitest';
import { bottom, cardsOf, middle, notesOf, right } from '../../../src/map/layout';
import { newMap } from '../../../src/map/records';
import { ID, someone } from './support';

let me: ReturnType<typeof someone>;
beforeEach(() => {
  me = someone();
});

const [a, b, c] = ['touchpoint-a1', 'touchpoint-b1', 'touchpoint-c1'];
const note = 'note-of-an-idea';

/** Three cards of one stage at odd places, and a note. */
const scattered = () =>
  newMap({
    stages: { [ID.see]: { name: 'See' } },
    touchpoints: {
      [a]: { stage: ID.see, position: { x: 40, y: 0 } },
      [b]: { stage: ID.see, position: { x: 400, y: 210 } },
      [c]: { stage: ID.see, position: { x: 700, y: 500 } },
    },
    notes: { [note]: { stage: ID.see, position: { x: 300, y: 600 } } },
  });

const rect = (id: string) => {
  const found = cardsOf(me.map()).get(id) ?? notesOf(me.map()).get(id);
  if (!found) throw new Error(`${id} is not drawn`);
  return found;
};

describe('aligning', () => {
  beforeEach(() => {
    me = someone(scattered());
    me.select(a, b, note);
  });

  test.each([
    ['left', () => [rect(a).x, rect(b).x, rect(note).x], 40],
    ['right', () => [right(rect(a)), right(rect(b)), right(rect(note))], 624],
    ['center', () => [middle(rect(a)).x, middle(rect(b)).x, middle(rect(note)).x], 332],
    ['top', () => [rect(a).y, rect(b).y, rect(note).y], 0],
    ['bottom', () => [bottom(rect(a)), bottom(rect(b)), bottom(rect(note))], 728],
    ['middle', () => [middle(rect(a)).y, middle(rect(b)).y, middle(rect(note)).y], 364],
  ])('at the %s puts all of them there, and nothing else', async (edge, edges, at) => {
    await me.do(`arrange.align.${edge}`);
    expect(edges()).toEqual([at, at, at]);
    expect(me.map().touchpoints[c]?.position).toEqual({ x: 700, y: 500 });
    expect(me.said()).toMatchObject({ id: 'command.said.arranged', values: { count: 3 } });
    expect(me.stepsToUndo()).toBe(1);
  });

  test('moves only along its own axis', async () => {
    await me.do('arrange.align.left');
    expect([rect(a).y, rect(b).y, rect(note).y]).toEqual([0, 210, 600]);
    await me.do('arrange.align.bottom');
    expect([rect(a).x, rect(b).x, rect(note).x]).toEqual([40, 40, 40]);
  });

  test('is seen on its way where the canvas is shown', async () => {
    await me.do('arrange.align.left');
    expect(me.canvas.glide).toHaveBeenCalledOnce();
    me = someone(scattered(), { withoutCanvas: true });
    me.select(a, b);
    await me.do('arrange.align.left');
    expect(rect(b).x).toBe(40);
  });

  test('needs two', () => {
    me.select(a);
    expect(me.can('arrange.align.top')).toBe(false);
    me.select(a, ID.see);
    expect(me.can('arrange.align.top')).toBe(false);
    me.select(a, note);
    expect(me.can('arrange.align.top')).toBe(true);
  });
});

describe('aligning across stages', () => {
  test('moves a card into the stage it comes to lie in, in one step', async () => {
    me.select(ID.form, ID.ad);
    await me.do('arrange.align.left');
    expect(me.map().touchpoints[ID.form]).toMatchObject({
      stage: ID.see,
      position: { x: 40, y: 0 },
    });
    expect(me.stepsToUndo()).toBe(1);
  });
});

describe('distributing', () => {
  beforeEach(() => {
    me = someone(scattered());
  });

  test('across makes the gaps equal and leaves the outermost', async () => {
    me.select(c, a, b);
    await me.do('arrange.distribute.across');
    expect([rect(a).x, rect(b).x, rect(c).x]).toEqual([40, 370, 700]);
    expect([rect(a).y, rect(b).y, rect(c).y]).toEqual([0, 210, 500]);
  });

  test('down makes the gaps equal whatever the sizes', async () => {
    me.select(a, b, note);
    await me.do('arrange.distribute.down');
    const gaps = [rect(b).y - bottom(rect(a)), rect(note).y - bottom(rect(b))];
    expect(gaps).toEqual([204, 204]);
    expect([rect(a).y, rect(note).y]).toEqual([0, 600]);
    expect(rect(b).x).toBe(400);
  });

  test('needs three', () => {
    me.select(a, b);
    expect(me.can('arrange.distribute.down')).toBe(false);
    me.select(a, b, c);
    expect(me.can('arrange.distribute.across')).toBe(true);
  });
});

describe('tidying up', () => {
  test('puts cards in order, shows the whole map and says so', async () => {
    me = someone(scattered());
    await me.do('arrange.tidy');
    expect(rect(a).y).toBe(0);
    expect(me.map().touchpoints[c]?.position).not.toEqual({ x: 700, y: 500 });
    expect(me.canvas.fit).toHaveBeenCalledWith();
    expect(me.said()?.id).toBe('command.said.tidied');
    expect(me.stepsToUndo()).toBe(1);
  });

  test('of a tidy map changes and says nothing', async () => {
    me = someone(scattered());
    await me.do('arrange.tidy');
    const before = me.editor.store.getState();
    await me.do('arrange.tidy');
    expect(me.editor.store.getState().map).toBe(before.map);
    expect(me.editor.store.getState().announcement).toBe(before.announcement);
    expect(me.canvas.fit).toHaveBeenCalledOnce();
  });

  test('to fit the window uses its height, in one step to undo', async () => {
    const chain = Array.from(
      { length: 12 },
      (_, index) => `touchpoint-${String(index).padStart(2, '0')}`,
    );
    const long = newMap({
      stages: { [ID.see]: { name: 'See' } },
      touchpoints: Object.fromEntries(
        chain.map((id, index) => [id, { stage: ID.see, position: { x: index * 296, y: 0 } }]),
      ),
      transitions: Object.fromEntries(
        chain
          .slice(1)
          .map((to, index) => [`transition-${to.slice(-2)}`, { from: chain[index]!, to }]),
      ),
    });
    const rows = () => new Set(chain.map((id) => me.map().touchpoints[id]!.position.y)).size;
    me = someone(long);
    me.canvas.window.mockReturnValue({ width: 500, height: 1_200, below: 0 });
    await me.do('arrange.tidyToFit');
    const tall = rows();
    expect(me.stepsToUndo()).toBe(1);
    me.canvas.window.mockReturnValue({ width: 3_000, height: 400, below: 0 });
    await me.do('arrange.tidyToFit');
    expect(tall).toBeGreaterThan(rows());
    expect(rows()).toBeLessThanOrEqual(2);
    expect(me.canvas.fit).toHaveBeenCalledTimes(2);
  });

  test('notes that the cards would cover make way below them', async () => {
    me = someone(scattered());
    me.editor.edit('command.arrange.tidy', (map) => {
      map.notes[note]!.position = { x: 40, y: 20 };
    });
    await me.do('arrange.tidy');
    const lowest = Math.max(...[a, b, c].map((id) => bottom(rect(id))));
    expect(rect(note).y).toBeGreaterThanOrEqual(lowest);
    expect(me.stepsToUndo()).toBe(2);
  });

  test('needs two touchpoints', () => {
    expect(me.can('arrange.tidy')).toBe(true);
    me = someone(newMap({ touchpoints: { [a]: {} }, notes: { [note]: {} } }));
    expect(me.can('arrange.tidy')).toBe(false);
  });
});
