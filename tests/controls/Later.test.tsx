import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Component, type ReactNode, useState } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Later, later, type LaterProps } from '../../src/controls/Later';
import { LanguageProvider } from '../../src/controls/LanguageProvider';
import { ToastProvider } from '../../src/controls/ToastRegion';
import '../../src/controls/ToastLayer';
import { createToasts, type Toasts } from '../../src/controls/toasts';
import { TooltipProvider } from '../../src/controls/Tooltip';
import { useLater } from '../../src/controls/useLater';
import { loadLanguage } from '../../src/language/load';

const language = await loadLanguage({ locale: 'en', tag: 'en-GB' });
const MISSING = 'This part could not be loaded. You may be offline.';

beforeEach(() => {
  // React reports what a boundary catches.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

/** A part that a server has, unless it is offline. */
function server() {
  const state = { isOffline: true, asked: 0 };
  const load = () => {
    state.asked += 1;
    return state.isOffline
      ? Promise.reject(new TypeError('Failed to fetch dynamically imported module: ./part.js'))
      : Promise.resolve(() => <p>The part</p>);
  };
  return { state, load, Part: later(load) };
}

function show(children: ReactNode, toasts: Toasts = createToasts()) {
  return render(
    <LanguageProvider language={language}>
      <TooltipProvider>
        <ToastProvider toasts={toasts}>
          <p>The rest</p>
          {children}
        </ToastProvider>
      </TooltipProvider>
    </LanguageProvider>,
  );
}

const goOnline = () =>
  act(async () => {
    dispatchEvent(new Event('online'));
    await Promise.resolve();
  });

describe('a part that cannot be fetched', () => {
  test('says so in its place and leaves the rest as it is', async () => {
    const { Part } = server();
    show(
      <Later>
        <Part />
      </Later>,
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(MISSING);
    expect(screen.getByText('The rest')).toBeInTheDocument();
  });

  test('is asked for once until somebody tries again, and comes then', async () => {
    const { Part, state } = server();
    show(
      <Later>
        <Part />
      </Later>,
    );
    const retry = await screen.findByRole('button', { name: 'Retry' });
    expect(state.asked).toBe(1);
    await userEvent.click(retry);
    expect(await screen.findByRole('alert')).toHaveTextContent(MISSING);
    expect(state.asked).toBe(2);
    state.isOffline = false;
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByText('The part')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('comes by itself when the page is back online, in every place', async () => {
    const { Part, state } = server();
    show(
      <>
        <Later>
          <Part />
        </Later>
        <Later missing="nothing">
          <Part />
        </Later>
      </>,
    );
    await screen.findByRole('alert');
    state.isOffline = false;
    await goOnline();
    await waitFor(() => expect(screen.getAllByText('The part')).toHaveLength(2));
  });

  test('shares one notice with others that have no place, and the notice tries all again', async () => {
    const toasts = createToasts();
    const [first, second] = [server(), server()];
    show(
      <>
        <Later missing="notice">
          <first.Part />
        </Later>
        <Later missing="notice">
          <second.Part />
        </Later>
      </>,
      toasts,
    );
    await waitFor(() => expect(first.state.asked + second.state.asked).toBe(2));
    await waitFor(() => expect(toasts.current().map(({ text }) => text)).toEqual([MISSING]));
    first.state.isOffline = false;
    second.state.isOffline = false;
    act(() => toasts.current()[0]?.actions?.[0]?.run());
    await waitFor(() => expect(screen.getAllByText('The part')).toHaveLength(2));
  });

  test('puts away the dialog it was to be, so that it opens when it is asked for again', async () => {
    const { Part, state } = server();
    function Dialogs() {
      const [isOpen, setOpen] = useState(false);
      return (
        <>
          <button type="button" onClick={() => setOpen(true)}>
            {isOpen ? 'is open' : 'open'}
          </button>
          {isOpen && (
            <Later missing="notice" onMissing={() => setOpen(false)} onRetry={() => setOpen(true)}>
              <Part />
            </Later>
          )}
        </>
      );
    }
    const toasts = createToasts();
    show(<Dialogs />, toasts);
    await userEvent.click(screen.getByRole('button', { name: 'open' }));
    await waitFor(() => expect(toasts.current()).toHaveLength(1));
    expect(screen.getByRole('button', { name: 'open' })).toBeInTheDocument();
    state.isOffline = false;
    await userEvent.click(screen.getByRole('button', { name: 'open' }));
    expect(await screen.findByText('The part')).toBeInTheDocument();
  });
});

test('an error of a part that has come is no matter of its place', async () => {
  const Broken = later(() =>
    Promise.resolve(() => {
      throw new Error('broken');
    }),
  );
  class Outer extends Component<Pick<LaterProps, 'children'>, { readonly message: string }> {
    override state = { message: '' };
    static getDerivedStateFromError({ message }: Error) {
      return { message };
    }
    override render() {
      return this.state.message || this.props.children;
    }
  }
  show(
    <Outer>
      <Later>
        <Broken />
      </Later>
    </Outer>,
  );
  expect(await screen.findByText('broken')).toBeInTheDocument();
});

test('what the page can do without is fetched again when the page is back online', async () => {
  const { load, state } = server();
  function Quiet() {
    return useLater(load) ? 'here' : 'not here';
  }
  show(<Quiet />);
  await waitFor(() => expect(state.asked).toBe(1));
  state.isOffline = false;
  await act(() => Promise.resolve());
  await goOnline();
  expect(await screen.findByText('here')).toBeInTheDocument();
});
