import { act, cleanup, fireEvent } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Editor } from '../../../src/editing/editor';
import { deep } from '../../support/runs';
import { FULL_MAP, idOf } from './fullMap';
import { inspect } from './inspect';
import { COLLECTIONS_INSPECTED, type Inspected } from '../../editing/fields/missing';
import { type Act, type Place, plain, planFor, variantsOf } from './plan';

/** Folded sections hold no fields. */
function unfold(root: HTMLElement): void {
  for (const fold of root.querySelectorAll('h3 > button[aria-expanded=false]')) {
    fireEvent.click(fold);
  }
}

function find(root: HTMLElement, places: readonly Place[]): HTMLElement {
  let here = root;
  for (const { field, control, row } of places) {
    const found = here.querySelector<HTMLElement>(
      `[data-field="${field}"][data-control="${control}"]`,
    );
    if (!found) throw new Error(`there is no ${control} ${field}`);
    here = found;
    if (row !== undefined) {
      const rows = found.querySelectorAll<HTMLElement>(':scope > [role=group] > [role=group]');
      const own = rows[row];
      if (!own) throw new Error(`there is no row ${String(row)} in ${field}`);
      here = own;
    }
  }
  return here;
}

function one(field: HTMLElement, selector: string, nth = 0): Element {
  const found = [...field.querySelectorAll(selector)].at(nth);
  if (!found) throw new Error(`there is no ${selector} in it`);
  return found;
}

/** A number is typed letter by letter, a longer text in halves; in the deep tests every letter of every text. */
function beginnings(text: string): number[] {
  const every = Array.from(text, (_, at) => at + 1);
  return deep || text.length < 6 ? every : [Math.ceil(text.length / 2), text.length];
}

/** What a field makes of half a word matters. Events alone, because a full imitation of a hand takes minutes. */
function type(box: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  fireEvent.focus(box);
  fireEvent.change(box, { target: { value: '' } });
  let typed = 0;
  for (const end of beginnings(text)) {
    fireEvent.change(box, { target: { value: box.value + text.slice(typed, end) } });
    typed = end;
  }
  fireEvent.blur(box);
}

function perform(field: HTMLElement, act: Act): void {
  switch (act.do) {
    case 'type':
      type(one(field, 'input:not([role=combobox]), textarea') as HTMLInputElement, act.text);
      return;
    case 'date':
      fireEvent.change(one(field, 'input[type=date]'), { target: { value: act.text } });
      return;
    case 'select':
      fireEvent.change(one(field, 'select', act.nth), { target: { value: act.value } });
      return;
    case 'choose': {
      const box = one(field, 'input[role=combobox]', act.nth);
      fireEvent.click(box);
      fireEvent.click(one(document.body, `[role=option][id$="-${act.id}"]`));
      fireEvent.keyDown(box, { key: 'Escape' });
      return;
    }
    case 'switch':
      fireEvent.click(one(field, '[role=switch]'));
      return;
    case 'radio':
      fireEvent.click(one(field, '[role=radio]', act.index));
      return;
    case 'press':
      fireEvent.click(one(field, 'button', act.nth));
  }
}

async function fillRecord(of: Inspected, id: string, variant: number) {
  const { editor, root, journal } = await inspect(FULL_MAP);
  const plan = planFor(
    FULL_MAP,
    of,
    id,
    variant,
    ({ path }) => id !== OUTCOME || path[0] === 'outcome',
  );
  expect(plan.steps.length).toBeGreaterThan(0);
  act(() => {
    editor.select(of === 'map' ? [] : [{ collection: of, id }]);
  });
  for (const { at, act: how } of plan.steps) {
    unfold(root);
    // The maps a touchpoint can be linked to come a moment later.
    if (how.do === 'choose') await act(() => Promise.resolve());
    try {
      perform(find(root, at), how);
    } catch (error) {
      throw new Error(`${JSON.stringify(at)} ${JSON.stringify(how)}`, { cause: error });
    }
  }
  return { editor, journal, plan };
}

function now(editor: Editor, of: Inspected, id: string): unknown {
  const { map } = editor.store.getState();
  return plain(of === 'map' ? map : map[of][id]);
}

/** Of an outcome only what the others have not; an entry is filled whole. */
const OUTCOME = idOf('outcome');

describe('every field of the inspector writes what is entered, and undo brings the start back', () => {
  const cases = [
    ['map', FULL_MAP.id] as const,
    ['touchpoints', OUTCOME] as const,
    ...COLLECTIONS_INSPECTED.map((of) => [of, Object.keys(FULL_MAP[of])[0] ?? ''] as const),
  ];

  test.each(cases)(
    '%s %s',
    async (of, id) => {
      for (let variant = 0; variant < variantsOf(of); variant += 1) {
        const { editor, journal, plan } = await fillRecord(of, id, variant);
        expect(now(editor, of, id)).toEqual(plan.expected);
        await editor.flush();
        expect(plain(journal.opened().map)).toEqual(plain(editor.store.getState().map));
        act(() => {
          while (editor.store.getState().canUndo) editor.undo();
        });
        expect(editor.store.getState().map).toEqual(FULL_MAP);
        cleanup();
      }
    },
    60_000,
  );
});
