import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ChanceBox } from '../../src/canvas/chance/ChanceBox';
import { ChanceKeys } from '../../src/canvas/chance/ChanceKeys';
import { TransitionLabel } from '../../src/canvas/layers/TransitionLabel';
import { setField } from '../../src/map/edits';
import { ID } from './hand';
import { showCanvas } from './showCanvas';
import { lastSaid } from '../support/spoken';

const words = { [ID.click]: { label: '50%', tail: '', title: '50%' } };

/** The label of the click, which is selected, and its keys. */
async function show() {
  const shown = await showCanvas(
    (scene) => (
      <div data-canvas>
        <TransitionLabel
          place={{ x: 10, y: 20, isShort: false }}
          route={scene.routes.get(ID.click)!}
        />
        <ChanceKeys />
      </div>
    ),
    undefined,
    { words },
  );
  const { editor, map } = shown;
  act(() => editor.select([{ collection: 'transitions', id: ID.click }]));
  return {
    ...shown,
    said: () => lastSaid(editor.store.getState()),
    chance: () => map().transitions[ID.click]?.chance.base,
    box: () => screen.findByRole('textbox', { name: 'Chance' }),
  };
}

test('a number typed while a transition is selected is its chance, in one step', async () => {
  const { user, editor, chance, box } = await show();
  await user.keyboard('12.5');
  expect(await box()).toHaveValue('12.5');
  expect(chance()).toBe(0.5);
  await user.keyboard('{Enter}');
  expect(chance()).toBe(0.125);
  expect(screen.queryByRole('textbox')).toBeNull();
  await waitFor(() => expect(screen.getByRole('button', { name: /Ad/ })).toHaveFocus());
  act(() => editor.undo());
  expect(chance()).toBe(0.5);
});

test('Escape gives it up, and leaving the box takes it', async () => {
  const { user, chance, box } = await show();
  await user.keyboard('3');
  await box();
  await user.keyboard('3{Escape}');
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(chance()).toBe(0.5);
  await user.keyboard('4');
  await box();
  await user.tab();
  await waitFor(() => expect(chance()).toBe(0.04));
});

test('what is no chance stays in the box with a sentence', async () => {
  const { user, chance, box } = await show();
  await user.keyboard('150');
  await box();
  await user.keyboard('{Enter}');
  expect(await box()).toHaveAccessibleDescription('Enter a number from 0 to 100.');
  expect(chance()).toBe(0.5);
  await user.keyboard('{Backspace}{Enter}');
  expect(chance()).toBe(0.15);
});

test('what can be read two ways is shown as it was understood', async () => {
  const { user, box } = await show();
  await user.keyboard('1,500');
  expect(await box()).toHaveAccessibleDescription(/1,500.*1\.5/);
});

test('letters, shortcuts and numbers typed elsewhere begin nothing', async () => {
  const { user, editor, store, container } = await show();
  await user.keyboard('x{Alt>}1{/Alt}{Control>}5{/Control}');
  expect(store.getState().chance).toBeNull();
  const field = container.ownerDocument.createElement('input');
  container.append(field);
  field.focus();
  await user.keyboard('5');
  expect(store.getState().chance).toBeNull();
  field.blur();
  act(() =>
    editor.select([
      { collection: 'transitions', id: ID.click },
      { collection: 'transitions', id: ID.pay },
    ]),
  );
  await user.keyboard('5');
  expect(store.getState().chance).toBeNull();
});

test('a decision reads no chance: it offers to split by chance', async () => {
  const { user, editor, said, map, store } = await show();
  act(() => {
    editor.edit('field.kind', setField('touchpoints', ID.ad, '/kind', 'decision'));
  });
  await user.keyboard('5');
  expect(store.getState().chance).toBeNull();
  expect(said()).toMatchObject({ id: 'canvas.chance.decision', values: { name: 'Ad' } });
  act(() => said()?.offer?.run());
  expect(map().touchpoints[ID.ad]?.kind).toBe('touchpoint');
});

test('the otherwise has no chance until it is given one', async () => {
  const { user, editor, said, map, box } = await show();
  act(() => {
    editor.edit('field.otherwise', setField('transitions', ID.click, '/otherwise', true));
  });
  await user.keyboard('5');
  act(() => said()?.offer?.run());
  expect(map().transitions[ID.click]?.otherwise).toBe(false);
  expect(await box()).toHaveFocus();
});

test('Enter that was pressed before the box came takes what was typed until then', async () => {
  const { map, store } = await showCanvas(() => <ChanceBox id={ID.click} />, undefined, {
    chance: { transition: ID.click, text: '7', isEntered: true },
  });
  await waitFor(() => expect(map().transitions[ID.click]?.chance.base).toBe(0.07));
  expect(store.getState().chance).toBeNull();
});
