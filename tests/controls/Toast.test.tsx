import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ToastLayer } from '../../src/controls/ToastLayer';
import { createToasts, ownedToasts } from '../../src/controls/toasts';
import { OwnToasts, ToastProvider, useToasts } from '../../src/controls/ToastRegion';
import { show } from './render';

afterEach(() => {
  vi.useRealTimers();
});

test('a notice leaves by itself, but not while it has the focus', async () => {
  const toasts = createToasts();
  const undo = vi.fn();
  await show(<ToastLayer toasts={toasts} />);
  vi.useFakeTimers();
  act(() => {
    toasts.show({ text: 'Deleted', actions: [{ label: 'Undo', run: undo }] });
  });
  const button = screen.getByRole('button', { name: 'Undo' });
  act(() => {
    button.focus();
  });
  act(() => {
    vi.advanceTimersByTime(60_000);
  });
  expect(screen.getByText('Deleted')).toBeVisible();
  act(() => {
    button.blur();
  });
  act(() => {
    vi.advanceTimersByTime(10_000);
  });
  expect(screen.queryByText('Deleted')).toBeNull();
});

test('the action of a notice runs once and closes it; a failure stays', async () => {
  const toasts = createToasts();
  const undo = vi.fn();
  await show(<ToastLayer toasts={toasts} />);
  act(() => {
    toasts.show({ text: 'Deleted', actions: [{ label: 'Undo', run: undo }] });
    toasts.show({ text: 'Disk full', tone: 'error', stays: true });
    for (const text of ['one', 'two', 'three']) toasts.show({ text });
  });
  expect(screen.getByText('Disk full')).toBeVisible();
  act(() => {
    toasts.show({ text: 'Deleted', actions: [{ label: 'Undo', run: undo }] });
  });
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(undo).toHaveBeenCalledOnce();
  expect(screen.queryByText('Deleted')).toBeNull();
});

test('a notice is said to screen readers together with what can be done about it', async () => {
  const toasts = createToasts();
  await show(<ToastLayer toasts={toasts} />);
  expect(screen.getByRole('region', { name: 'Notices' })).toBeInTheDocument();
  act(() => {
    toasts.show({ text: 'Deleted', actions: [{ label: 'Undo', run: () => undefined }] });
  });
  expect(await screen.findByText('Notice Deleted Undo')).toHaveAttribute('aria-live', 'polite');
  act(() => {
    toasts.show({ text: 'Disk full', tone: 'error', stays: true });
  });
  expect(await screen.findByText('Notice Disk full')).toHaveAttribute('aria-live', 'assertive');
});

test('the last notice to close leaves the keyboard to the page', async () => {
  const toasts = createToasts();
  await show(<ToastLayer toasts={toasts} />);
  act(() => {
    toasts.show({ text: 'one' });
    toasts.show({ text: 'two' });
  });
  for (const text of ['one', 'two']) {
    const dismiss = screen.getByText(text).parentElement?.querySelector('button');
    act(() => dismiss?.focus());
    if (dismiss) fireEvent.click(dismiss);
  }
  expect(screen.queryByRole('listitem')).toBeNull();
  expect(document.body).toHaveFocus();
});

function Careless() {
  const toasts = useToasts();
  return (
    <button type="button" onClick={() => toasts.show({ text: 'Saved' })}>
      Save
    </button>
  );
}

test('a component shows a notice before what draws it has been loaded', async () => {
  const toasts = createToasts();
  const { user } = await show(
    <ToastProvider toasts={toasts}>
      <Careless />
    </ToastProvider>,
  );
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Saved')).toBeVisible();
});

function Owner({ undo }: { readonly undo: () => void }) {
  const toasts = useToasts();
  return (
    <button
      type="button"
      onClick={() => {
        toasts.show({ text: 'Deleted', actions: [{ label: 'Undo', run: undo }] });
        toasts.show({ text: 'Saved' });
      }}
    >
      Delete
    </button>
  );
}

test('a notice with something to do goes with what it is about, and one without stays', async () => {
  const toasts = createToasts();
  const within = (owner: string) => (
    <ToastProvider toasts={toasts}>
      <OwnToasts key={owner}>
        <Owner undo={vi.fn()} />
      </OwnToasts>
    </ToastProvider>
  );
  const { user, rerender } = await show(within('one map'));
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  expect(toasts.current().map(({ text }) => text)).toEqual(['Deleted', 'Saved']);
  rerender(within('another map'));
  expect(toasts.current().map(({ text }) => text)).toEqual(['Saved']);
});

test('a notice that comes when its map is closed says its text and offers nothing', () => {
  const toasts = createToasts();
  const own = ownedToasts(toasts);
  own.end();
  own.show({ text: 'Restored', actions: [{ label: 'Undo', run: vi.fn() }] });
  expect(toasts.current()).toEqual([{ id: 1, text: 'Restored' }]);
  own.begin();
  own.show({ text: 'Deleted', actions: [{ label: 'Undo', run: vi.fn() }] });
  expect(toasts.current()[1]?.actions).toHaveLength(1);
});

test('a notice can offer several things, each by its name', async () => {
  const toasts = createToasts();
  const heal = vi.fn();
  await show(<ToastLayer toasts={toasts} />);
  act(() => {
    toasts.show({
      text: 'Deleted',
      actions: [
        { label: 'Heal', run: heal },
        { label: 'Undo', run: vi.fn() },
      ],
    });
  });
  expect(screen.getByRole('button', { name: 'Undo' })).toBeVisible();
  fireEvent.click(screen.getByRole('button', { name: 'Heal' }));
  expect(heal).toHaveBeenCalledOnce();
  expect(screen.queryByText('Deleted')).toBeNull();
});

test('a notice stands in the middle of the view, above the bars at its foot', async () => {
  const at = (box: Partial<DOMRect>) => () => ({ height: 40, ...box }) as DOMRect;
  const view = document.body.appendChild(document.createElement('main'));
  const [bar, head] = [1, 2].map(() => view.appendChild(document.createElement('div')));
  for (const each of [bar!, head!]) each.toggleAttribute('data-bar');
  view.getBoundingClientRect = at({ left: 264, right: 900, width: 636 });
  bar!.getBoundingClientRect = at({ top: innerHeight - 56 });
  head!.getBoundingClientRect = at({ top: 0 });
  const toasts = createToasts();
  await show(<ToastLayer toasts={toasts} />);
  act(() => {
    toasts.show({ text: 'Deleted' });
  });
  const { style } = screen.getByText('Deleted').closest('ol')!;
  expect(style.getPropertyValue('--toast-foot')).toBe('56px');
  expect(style.getPropertyValue('--toast-left')).toBe('264px');
  view.remove();
});
