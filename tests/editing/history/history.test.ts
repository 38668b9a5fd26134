import { describe, expect, test } from 'vitest';
import {
  type History,
  recordStep,
  redone,
  settle,
  undone,
} from '../../../src/editing/history/history';
import type { Step } from '../../../src/editing/history/step';
import { newMap } from '../../../src/map/records';

const map = newMap({ title: 'after' });
const EMPTY: History = { done: [], undone: [], open: false };

/** A step that changes the title, of a gesture. */
function step(gesture: string, to = gesture, from = 'before'): Step {
  return {
    label: 'canvas.step.move',
    gesture,
    patches: [{ op: 'replace', path: ['title'], value: to }],
    inverse: [{ op: 'replace', path: ['title'], value: from }],
    left: [to],
  };
}

const gestures = ({ done }: History) => done.map(({ gesture }) => gesture);

describe('recording a step', () => {
  test('puts it behind the others', () => {
    const history = recordStep(recordStep(EMPTY, step('one'), map), step('two'), map);
    expect(gestures(history)).toEqual(['one', 'two']);
  });

  test('clears what could be redone', () => {
    const history = undone(recordStep(EMPTY, step('one'), map), step('back'));
    expect(history.undone).toHaveLength(1);
    expect(recordStep(history, step('two'), map).undone).toEqual([]);
  });

  test('joins the last one while both belong to one gesture', () => {
    const history = recordStep(
      recordStep(EMPTY, step('drag', 'a'), map),
      step('drag', 'b', 'a'),
      map,
    );
    expect(history.done).toHaveLength(1);
    expect(history.done[0]?.patches).toEqual([{ op: 'replace', path: ['title'], value: 'b' }]);
    expect(history.done[0]?.inverse).toEqual([{ op: 'replace', path: ['title'], value: 'before' }]);
    expect(history.done[0]?.left).toEqual(['after']);
  });

  test('joins only the last one, and leaves those before it alone', () => {
    const first = step('first');
    let history = recordStep(EMPTY, first, map);
    for (const to of ['a', 'b', 'c']) history = recordStep(history, step('drag', to), map);
    expect(gestures(history)).toEqual(['first', 'drag']);
    expect(history.done[0]).toBe(first);
  });

  test('does not join once the gesture is settled', () => {
    const history = recordStep(settle(recordStep(EMPTY, step('drag'), map)), step('drag'), map);
    expect(gestures(history)).toEqual(['drag', 'drag']);
  });

  test('does not join a step that was undone and made again', () => {
    const done = recordStep(EMPTY, step('drag'), map);
    const again = redone(undone(done, step('drag')), step('drag'));
    expect(gestures(recordStep(again, step('drag'), map))).toEqual(['drag', 'drag']);
  });

  test('does not join what is left after an undo', () => {
    const done = recordStep(recordStep(EMPTY, step('drag'), map), step('other'), map);
    const back = undone(done, step('other'));
    expect(gestures(recordStep(back, step('drag'), map))).toEqual(['drag', 'drag']);
  });

  test('keeps a thousand steps and forgets the oldest', () => {
    let history = EMPTY;
    for (let n = 0; n <= 1_000; n += 1) history = recordStep(history, step(`${n}`), map);
    expect(history.done).toHaveLength(1_000);
    expect(gestures(history)[0]).toBe('1');
    expect(gestures(history).at(-1)).toBe('1000');
  });
});

describe('settling', () => {
  test('ends the gesture and keeps the steps', () => {
    const open = recordStep(EMPTY, step('drag'), map);
    expect(open.open).toBe(true);
    expect(settle(open)).toEqual({ ...open, open: false });
  });

  test('changes nothing when nothing is open', () => {
    expect(settle(EMPTY)).toBe(EMPTY);
  });
});

describe('undoing and redoing', () => {
  test('move one step from one side to the other and back', () => {
    const both = recordStep(recordStep(EMPTY, step('one'), map), step('two'), map);
    const back = undone(both, step('back of two'));
    expect(gestures(back)).toEqual(['one']);
    expect(back.undone.map(({ gesture }) => gesture)).toEqual(['back of two']);
    const all = undone(back, step('back of one'));
    expect(all.undone.map(({ gesture }) => gesture)).toEqual(['back of two', 'back of one']);
    const again = redone(all, step('one again'));
    expect(gestures(again)).toEqual(['one again']);
    expect(again.undone.map(({ gesture }) => gesture)).toEqual(['back of two']);
    expect([back.open, again.open]).toEqual([false, false]);
  });
});
