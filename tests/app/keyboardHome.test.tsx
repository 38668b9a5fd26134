import { act, render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { useKeyboardHome } from '../../src/app/useKeyboardHome';

let frames: (() => void)[] = [];

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
});

/** Lets the page report what changed, and runs the next two frames. */
async function twoFrames() {
  await act(() => Promise.resolve());
  for (let round = 0; round < 2; round += 1) frames.splice(0).forEach((frame) => frame());
}

function Page({ cards }: { readonly cards: readonly string[] }) {
  useKeyboardHome();
  return (
    <main tabIndex={-1}>
      {cards.map((card) => (
        <button key={card} type="button">
          {card}
        </button>
      ))}
    </main>
  );
}

function open(cards: readonly string[]) {
  const root = document.createElement('div');
  root.id = 'root';
  document.body.append(root);
  const view = render(<Page cards={cards} />, { container: root });
  return { ...view, show: (next: readonly string[]) => view.rerender(<Page cards={next} />) };
}

describe('the keyboard', () => {
  test('is in the main part of the screen when the page opens', async () => {
    open(['A']);
    await twoFrames();
    expect(screen.getByRole('main')).toHaveFocus();
  });

  test('goes to the main part when what had it is gone', async () => {
    const { show } = open(['A', 'B']);
    screen.getByText('A').focus();
    await twoFrames();
    expect(screen.getByText('A')).toHaveFocus();
    show(['B']);
    expect(document.body).toHaveFocus();
    await twoFrames();
    expect(screen.getByRole('main')).toHaveFocus();
  });

  test('goes to what is selected before it goes to the main part', async () => {
    const { show } = open(['A', 'B']);
    const selected = screen.getByText('B');
    selected.dataset.focus = '';
    selected.setAttribute('aria-pressed', 'true');
    screen.getByText('A').focus();
    show(['B']);
    await twoFrames();
    expect(selected).toHaveFocus();
  });

  test('stays with what takes it in the next frame', async () => {
    const { show } = open(['A', 'B']);
    screen.getByText('A').focus();
    await twoFrames();
    show(['B']);
    screen.getByText('B').focus();
    await twoFrames();
    expect(screen.getByText('B')).toHaveFocus();
  });

  test('is left to a window that is open', async () => {
    open(['A']);
    const dialog = document.createElement('div');
    dialog.setAttribute('role', 'dialog');
    document.body.append(dialog);
    await twoFrames();
    expect(document.body).toHaveFocus();
  });
});
