import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { newMap } from '../../../src/map/records';
import type { CollectionName } from '../../../src/map/schema';
import { inspect } from './inspect';

const AD = 'touchpoint-of-ad';
const FORM = 'touchpoint-form';
const PAID = 'touchpoint-paid';
const CLICK = 'transition-click';
const PAY = 'transition-pay';

const cost = { name: 'Print', kind: 'acquisition', amount: 5, order: 'a0' } as const;
const map = newMap({
  stages: { 'stage-of-buying': { name: 'Buying' } },
  touchpoints: {
    [AD]: {
      name: 'Ad',
      kind: 'entry',
      owner: 'Ann',
      channel: 'radio',
      economics: { costItems: { 'cost-of-printing': cost } },
    },
    [FORM]: {
      name: 'Form',
      owner: 'Ben',
      channel: 'radio',
      experience: { default: { emotion: { now: 1 } } },
    },
    [PAID]: { name: 'Paid', kind: 'outcome', owner: 'Ann', channel: 'radio' },
  },
  transitions: {
    [CLICK]: { from: AD, to: FORM, chance: { base: 0.5 }, delay: { family: 'constant', value: 2 } },
    [PAY]: { from: FORM, to: PAID, chance: { base: 0.4 }, delay: { family: 'constant', value: 3 } },
  },
});

async function show(...targets: readonly (readonly [CollectionName, string])[]) {
  const shown = await inspect(map);
  const { editor, root } = shown;
  act(() => editor.select(targets.map(([collection, id]) => ({ collection, id }))));
  for (const fold of root.querySelectorAll('h3 > button[aria-expanded=false]')) {
    fireEvent.click(fold);
  }
  const steps = () => {
    let count = 0;
    while (editor.store.getState().canUndo !== null) {
      act(() => editor.undo());
      count += 1;
    }
    return count;
  };
  return {
    ...shown,
    user: userEvent.setup({ delay: null }),
    now: () => editor.store.getState().map,
    steps,
  };
}
const ALL = [
  ['touchpoints', AD],
  ['touchpoints', FORM],
  ['touchpoints', PAID],
] as const;

test('several touchpoints show what they share, and where they differ', async () => {
  await show(...ALL);
  expect(screen.getByRole('heading', { name: '3 Touchpoints' })).toBeInTheDocument();
  expect(screen.getByText('Ad, Form and Paid')).toBeInTheDocument();
  expect(screen.getByRole('combobox', { name: 'Channel' })).toHaveValue('radio');
  const owner = screen.getByRole('textbox', { name: 'Owner' });
  expect(owner).toHaveValue('');
  expect(owner).toHaveAttribute('placeholder', 'Differs');
  expect(screen.getByRole('combobox', { name: 'Kind' })).toHaveDisplayValue('Differs');
  const [now] = screen.getAllByRole('radiogroup', { name: /Emotion/ });
  expect(now).toHaveAccessibleDescription('Not the same in all');
});

test('what is set is set for all of them, in one step', async () => {
  const { user, now, steps } = await show(...ALL);
  await user.type(screen.getByRole('textbox', { name: 'Owner' }), 'Cleo');
  expect(Object.values(now().touchpoints).map(({ owner }) => owner)).toEqual([
    'Cleo',
    'Cleo',
    'Cleo',
  ]);
  expect(steps()).toBe(1);
  expect(now()).toEqual(map);
});

test('a kind is chosen for all where they differ', async () => {
  const { user, now, steps } = await show(...ALL);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'touchpoint');
  expect(new Set(Object.values(now().touchpoints).map(({ kind }) => kind))).toEqual(
    new Set(['touchpoint']),
  );
  expect(steps()).toBe(1);
});

test('fields that only some have a meaning for are left out, and so is what each has of its own', async () => {
  await show(...ALL);
  expect(screen.queryByRole('button', { name: 'Entry' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Goes on to' })).toBeNull();
  expect(screen.queryByRole('textbox', { name: 'X' })).toBeNull();
});

test('costs that differ can be made like those of the first, each a table of its own', async () => {
  const { user, now } = await show(...ALL);
  const costs = screen.getByRole('group', { name: 'Costs' });
  expect(costs).toHaveTextContent('Not the same in all');
  await user.click(within(costs).getByRole('button', { name: 'As in Ad' }));
  const items = Object.values(now().touchpoints).map(({ economics }) => economics.costItems);
  expect(items).toEqual([items[0], items[0], items[0]]);
  expect(items[0]).not.toBe(items[1]);
});

test('transitions of one kind of time have their time set together', async () => {
  const { user, now, steps } = await show(['transitions', CLICK], ['transitions', PAY]);
  const time = screen.getByRole('textbox', { name: 'Value' });
  expect(time).toHaveAttribute('placeholder', 'Differs');
  await user.type(time, '7');
  const chance = screen.getByRole('textbox', { name: 'Chance' });
  await user.type(chance, '25');
  expect(Object.values(now().transitions).map(({ delay, chance }) => [delay, chance.base])).toEqual(
    [
      [{ family: 'constant', value: 7 }, 0.25],
      [{ family: 'constant', value: 7 }, 0.25],
    ],
  );
  expect(steps()).toBe(2);
});

test('records of several collections are edited collection by collection', async () => {
  const { user, now, editor } = await show(...ALL, ['transitions', CLICK], ['transitions', PAY]);
  expect(
    screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent),
  ).toEqual(['3 Touchpoints', '2 Transitions']);
  await user.click(screen.getByRole('button', { name: 'Delete 2 Transitions' }));
  expect(now().transitions).toEqual({});
  expect(editor.store.getState().selection).toHaveLength(3);
});
