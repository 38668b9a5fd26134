import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { AnnounceEdits } from '../../src/app/shell/AnnounceEdits';
import { Announcer } from '../../src/controls/Announcer';
// Fetched with the first notice: here it is beforehand.
import '../../src/controls/ToastLayer';
import { ToastProvider } from '../../src/controls/ToastRegion';
import { createToasts } from '../../src/controls/toasts';
import { cutSelection } from '../../src/editing/commands';
import { addRecord, setField, setMapField } from '../../src/map/edits';
import { showMap } from '../views/showMap';
import { ID, shop } from '../views/table/shop';

async function announcing(shell: Parameters<typeof showMap>[2] = {}) {
  const toasts = createToasts();
  const shown = await showMap(
    <ToastProvider toasts={toasts}>
      <Announcer>
        <AnnounceEdits />
      </Announcer>
    </ToastProvider>,
    shop(),
    shell,
  );
  return { ...shown, toasts, texts: () => toasts.current().map(({ text, tone }) => [text, tone]) };
}

test('what an edit did is said to screen readers and does not cover the screen', async () => {
  const { editor, texts } = await announcing();
  act(() => editor.announce('command.said.tidied'));
  expect(await screen.findByText('The map is tidied up')).toHaveAttribute('aria-live', 'polite');
  expect(texts()).toEqual([]);
});

test('a refused edit is seen by everybody, and the next refusal takes its place', async () => {
  const { editor, map, texts } = await announcing();
  const before = map();
  const refuse = (place: string) =>
    act(() => {
      editor.edit('canvas.step.move', setField('touchpoints', ID.ad, ['stage'], place));
    });
  refuse('nosuchstage01');
  expect(map()).toBe(before);
  expect(texts()).toEqual([[expect.stringMatching(/^Not changed: .*nosuchstage01/), 'error']]);
  refuse('nosuchstage02');
  expect(texts()).toEqual([[expect.stringContaining('nosuchstage02'), 'error']]);
});

test('an edit that changed more than asked for is seen by everybody, and can be undone there', async () => {
  const { editor, map, texts, toasts, user } = await announcing();
  const before = map();
  act(() => {
    editor.select([{ collection: 'touchpoints', id: ID.form }]);
    cutSelection(editor, '');
  });
  expect(texts()).toEqual([['1 item cut. 1 other item has changed with it.', undefined]]);
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(map()).toEqual(before);
  expect(toasts.current()).toEqual([]);
});

test('the offer to undo goes when the map changes again', async () => {
  const { editor, toasts } = await announcing();
  act(() => {
    editor.select([{ collection: 'touchpoints', id: ID.form }]);
    cutSelection(editor, '');
  });
  expect(toasts.current()).toHaveLength(1);
  act(() => {
    editor.edit('field.name', setMapField('/title', 'Later'));
  });
  expect(toasts.current()).toEqual([]);
});

test('an edit that changed just what was asked for covers nothing', async () => {
  const { editor, texts } = await announcing();
  act(() => {
    editor.edit('field.name', addRecord('participants', { name: 'Ana' }, 'participant1'));
    editor.select([{ collection: 'participants', id: 'participant1' }]);
    cutSelection(editor, '');
  });
  expect(await screen.findByText('1 item cut')).toBeInTheDocument();
  expect(texts()).toEqual([]);
});

test('what is done next in the inspector opens it, and leaves it open', async () => {
  let isOpen = false;
  const { editor, user } = await announcing({
    isShown: () => isOpen,
    toggle: () => {
      isOpen = !isOpen;
    },
  });
  for (const what of ['closed', 'open']) {
    let chosen = false;
    const run = () => {
      chosen = true;
    };
    act(() => {
      editor.offer(
        'command.said.tidied',
        {},
        { action: 'outgoing.addRule', inInspector: true, run },
      );
    });
    await user.click(await screen.findByRole('button', { name: 'Add a rule' }));
    expect([chosen, isOpen], what).toEqual([true, true]);
  }
});
