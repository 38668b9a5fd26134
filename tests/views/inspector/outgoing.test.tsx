import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { newMap, outgoingOf } from '../../../src/map/records';
import type { RecordInputOf, Touchpoint } from '../../../src/map/schema';
import { inspect } from './inspect';

const HERE = 'touchpoint-of-here';
const SHOP = 'touchpoint-of-shop';
const EXIT = 'touchpoint-of-exit';
const FORM = 'touchpoint-of-form';
const A = 'transition-to-shop';
const B = 'transition-to-exit';
const rule = { kind: 'days', not: false, operator: 'at-least', value: 3, to: 0 } as const;

type Given = Omit<RecordInputOf<'transitions'>, 'from' | 'to'>;

/** The inspector of a touchpoint that goes on to the shop and the exit. */
async function show(kind: Touchpoint['kind'], shop: Given, exit: Given) {
  const map = newMap({
    touchpoints: {
      [HERE]: { kind, name: 'Here', position: { x: 0, y: 0 } },
      [SHOP]: { name: 'Shop', position: { x: 0, y: 200 } },
      [EXIT]: { name: 'Exit', kind: 'outcome', position: { x: 0, y: 400 } },
      [FORM]: { name: 'Form', position: { x: 0, y: 600 } },
    },
    transitions: {
      [A]: { from: HERE, to: SHOP, order: 'a0', ...shop },
      [B]: { from: HERE, to: EXIT, order: 'a1', ...exit },
    },
  });
  const shown = await inspect(map);
  const { editor } = shown;
  act(() => editor.select([{ collection: 'touchpoints', id: HERE }]));
  const now = () => editor.store.getState().map;
  return {
    ...shown,
    user: userEvent.setup({ delay: null }),
    section: screen.getByRole('group', { name: 'Goes on to' }),
    chances: () => outgoingOf(now(), HERE).map(([, { chance }]) => chance.base),
    order: () => outgoingOf(now(), HERE).map(([id]) => id),
    kind: () => now().touchpoints[HERE]?.kind,
    otherwise: (id: string) => now().transitions[id]?.otherwise,
    undo: () => act(() => editor.undo()),
  };
}
const chance = (base: number) => ({ chance: { base } });
const box = (name: string) =>
  screen.getByRole('textbox', { name: `Chance of going on to ${name}` });

describe('a touchpoint goes on to', () => {
  test('its transitions with their chances, rules and times, and to what is left', async () => {
    const { section } = await show(
      'touchpoint',
      { ...chance(0.6), delay: { family: 'constant', value: 2 } },
      { ...chance(0.28), when: rule },
    );
    const rows = within(section).getAllByRole('listitem');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'ShopChance of going on to Shop%everybody · takes 2 daysThe rest goes here',
      expect.stringMatching(
        /^ExitChance of going on to Exit%days in the journey at least 3 · at once/,
      ),
    ]);
    expect(box('Shop')).toHaveValue('60');
    expect(section).toHaveTextContent(
      'Together 88% where every rule holds: at least 12% leave here.',
    );
  });

  test('a chance is typed in the list, and the rest follows while it is typed', async () => {
    const { user, chances, section, undo } = await show('entry', chance(0.6), chance(0.25));
    expect(section).toHaveTextContent('Together 85%: 15% leave here.');
    await user.clear(box('Shop'));
    await user.type(box('Shop'), '70');
    expect(chances()).toEqual([0.7, 0.25]);
    expect(section).toHaveTextContent('Together 95%: 5% leave here.');
    undo();
    expect(chances()).toEqual([0.6, 0.25]);
  });

  test('the rest goes to one of them by a button, and all share equally by another', async () => {
    const { user, chances, section, undo } = await show('touchpoint', chance(0.6), chance(0.25));
    await user.click(screen.getByRole('button', { name: 'The rest goes here: Exit, 40%' }));
    expect(chances()).toEqual([0.6, 0.4]);
    expect(section).toHaveTextContent('nobody leaves here');
    expect(screen.queryByRole('button', { name: /The rest/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Share equally' }));
    expect(chances()).toEqual([0.5, 0.5]);
    undo();
    expect(chances()).toEqual([0.6, 0.4]);
  });

  test('a transition is added by keyboard, with the rest, and its chance is typed next', async () => {
    const { user, chances } = await show('touchpoint', chance(0.6), chance(0.25));
    await user.click(screen.getByRole('combobox', { name: /Add a transition/ }));
    await user.keyboard('For{Enter}');
    expect(chances()).toEqual([0.6, 0.25, 0.15]);
    expect(box('Form')).toHaveFocus();
    await user.keyboard('10');
    expect(chances()).toEqual([0.6, 0.25, 0.1]);
  });

  test('where the others take everybody a new one changes none of them, and says that nobody goes there', async () => {
    const { user, chances, section } = await show('touchpoint', chance(0.7), chance(0.3));
    await user.click(screen.getByRole('combobox', { name: /Add a transition/ }));
    await user.keyboard('For{Enter}');
    expect(chances()).toEqual([0.7, 0.3, 0]);
    expect(section).toHaveTextContent('Nobody goes here: the others already take everybody.');
  });

  test('more than everybody is said', async () => {
    const { section } = await show('touchpoint', chance(0.9), chance(0.3));
    expect(section).toHaveTextContent('Together 120%, which is more than everybody.');
  });

  test('the otherwise takes the rest, and has no chance to type', async () => {
    const { section } = await show('touchpoint', chance(0.9), { otherwise: true });
    expect(section).toHaveTextContent('Together 90%; the otherwise takes the other 10%.');
    expect(screen.queryByRole('textbox', { name: 'Chance of going on to Exit' })).toBeNull();
    expect(screen.queryByRole('button', { name: /The rest/ })).toBeNull();
  });

  test('a name leads to the touchpoint, the words to the fields of the transition', async () => {
    const { user, editor } = await show('touchpoint', chance(0.9), chance(0.1));
    await user.click(screen.getByRole('button', { name: 'Shop' }));
    expect(editor.store.getState().selection).toEqual([{ collection: 'touchpoints', id: SHOP }]);
    act(() => editor.select([{ collection: 'touchpoints', id: HERE }]));
    const [first] = screen.getAllByRole('button', { name: /edit rule and time/ });
    await user.click(first!);
    expect(editor.store.getState().selection).toEqual([{ collection: 'transitions', id: A }]);
  });

  test('a transition is removed in one step', async () => {
    const { user, order, undo } = await show('touchpoint', chance(0.9), chance(0.1));
    await user.click(screen.getByRole('button', { name: 'Remove the transition to Shop' }));
    expect(order()).toEqual([B]);
    undo();
    expect(order()).toEqual([A, B]);
  });
});

describe('a decision', () => {
  test('shows no chances, and its transitions in the order they are asked', async () => {
    const { user, order, section } = await show('decision', { when: rule }, { otherwise: true });
    expect(within(section).queryByRole('textbox')).toBeNull();
    expect(section).toHaveTextContent('The first rule that holds is taken, from top to bottom.');
    await user.click(screen.getByRole('button', { name: 'Ask later: Shop' }));
    expect(order()).toEqual([B, A]);
    await user.click(screen.getByRole('button', { name: 'Ask earlier: Shop' }));
    expect(order()).toEqual([A, B]);
    expect(screen.getByRole('button', { name: 'Ask earlier: Shop' })).toBeDisabled();
  });

  test('with chances says what happens to them, and splits by them', async () => {
    const { user, kind, chances, section } = await show('decision', chance(0.6), chance(0.4));
    expect(section).toHaveTextContent(
      'The transition to “Shop” has no rule, so everybody left takes it.',
    );
    expect(section).toHaveTextContent('Keeps 60% and 40% and makes it a touchpoint.');
    await user.click(screen.getByRole('button', { name: 'Split by chance' }));
    expect([kind(), chances()]).toEqual(['touchpoint', [0.6, 0.4]]);
    expect(box('Shop')).toHaveValue('60');
    expect(screen.queryByText(/reads no chances/)).toBeNull();
  });

  test('with chances decides by rule once they are taken out', async () => {
    const { user, kind, chances, otherwise, undo } = await show(
      'decision',
      chance(0.6),
      chance(0.4),
    );
    await user.click(screen.getByRole('button', { name: 'Decide by rule' }));
    expect([kind(), chances(), otherwise(B)]).toEqual(['decision', [0, 0], true]);
    expect(screen.queryByText(/reads no chances/)).toBeNull();
    undo();
    expect(chances()).toEqual([0.6, 0.4]);
  });

  test('has the same two readings beside each of its transitions, and no chance there', async () => {
    const { editor } = await show('decision', { ...chance(0.6), when: rule }, chance(0.4));
    act(() => editor.select([{ collection: 'transitions', id: A }]));
    expect(screen.getByRole('button', { name: 'Split by chance' })).toBeInTheDocument();
    expect(screen.getByText(/the first rule that holds decides/)).toBeInTheDocument();
    expect(screen.queryByRole('textbox', { name: 'Chance' })).toBeNull();
  });

  test('that nobody wrote chances at has no readings to choose from', async () => {
    await show('decision', chance(1), chance(0));
    expect(screen.queryByText(/reads no chances/)).toBeNull();
  });
});
