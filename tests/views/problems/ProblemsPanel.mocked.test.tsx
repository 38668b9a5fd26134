import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { problemGroups } from '../../../src/checks';
import type { CanvasPort } from '../../../src/editing/commands/command';
import { loadLanguage } from '../../../src/language/load';
import { newMap } from '../../../src/map/records';
import type { JourneyMap } from '../../../src/map/schema';
import { ProblemsPanel } from '../../../src/views/problems/ProblemsPanel';
import { showMap } from '../showMap';

vi.mock('../../../src/runs', async (original) => ({
  ...(await original<object>()),
  // On the thread of the test.
  loadChecker: () =>
    Promise.resolve({
      check: (map: JourneyMap, options: { today: string }) =>
        Promise.resolve(problemGroups(map, options)),
      end: () => undefined,
    }),
}));

const ID = { ad: 'touchpoint-ad', lost: 'touchpoint-lost' } as const;
const broken = () =>
  newMap({
    // Nobody has looked at it for years.
    createdAt: '2024-01-01T09:00:00.000Z',
    touchpoints: {
      [ID.ad]: { kind: 'entry', name: 'Ad' },
      [ID.lost]: { name: 'Lost', position: { x: 0, y: 200 } },
    },
  });

async function panel(map: JourneyMap) {
  const reveal = vi.fn();
  const canvas = { reveal } as unknown as CanvasPort;
  const shown = await showMap(<ProblemsPanel />, map, {}, canvas);
  return { ...shown, reveal };
}

test('problems stand under their severity, the worst first, and say why they matter', async () => {
  await panel(broken());
  const headings = (await screen.findAllByRole('heading', { level: 3 })).map(
    ({ textContent }) => textContent,
  );
  const order = ['Error', 'Warning', 'Hint'];
  const places = headings.map((text) => order.findIndex((word) => text.startsWith(word)));
  expect(places).toEqual([...places].sort());
  expect(screen.getAllByText('Why it matters').length).toBe(screen.getAllByRole('listitem').length);
});

test('a problem leads to its record on the canvas', async () => {
  const { user, reveal, editor } = await panel(broken());
  const { t } = await loadLanguage({ locale: 'en', tag: 'en-GB' });
  const { message, target } = problemGroups(broken(), { today: '2026-01-01' }).find(
    (problem) => problem.target !== null,
  )!;
  const name = t(message.id, message.values);
  const [sentence] = await screen.findAllByRole('button', { name });
  await user.click(sentence!);
  expect(editor.store.getState().selection[0]).toEqual(target);
  expect(reveal).toHaveBeenCalledWith(target);
});

test('a problem that can be mended is gone when it is', async () => {
  const { user, editor } = await panel(broken());
  const items = await screen.findAllByRole('listitem');
  const item = items.find((one) => one.querySelector('details + div button'))!;
  const sentence = item.firstElementChild!.textContent;
  await user.click(within(item).getAllByRole('button').at(-1)!);
  await waitFor(() => expect(editor.store.getState().canUndo).not.toBeNull());
  await waitFor(() => expect(screen.queryByText(sentence)).toBeNull());
});

test('findings of one cause are one line with its other places, each a way there, mended in one step', async () => {
  const gone = 'segment-gone';
  const rule = { kind: 'segment', not: false, segment: gone } as const;
  const names = ['a', 'b', 'c'].map((name) => `segment-of-${name}`);
  const map = newMap({
    segments: Object.fromEntries(names.map((id) => [id, { name: id, rule }])),
  });
  const { user, reveal, editor } = await panel(map);
  const items = await screen.findAllByRole('listitem');
  const [item] = items.filter((one) => one.textContent.includes('segment-of-a'));
  expect(screen.getByRole('heading', { name: /^Error · 1$/ })).toBeInTheDocument();
  await user.click(within(item!).getByText('2 more places with the same cause'));
  await user.click(within(item!).getByRole('button', { name: 'segment-of-c' }));
  expect(reveal).toHaveBeenCalledWith({ collection: 'segments', id: 'segment-of-c' });
  await user.click(within(item!).getByRole('button', { name: /\(3 places\)$/ }));
  const rules = () => names.map((id) => editor.store.getState().map.segments[id]?.rule.kind);
  await waitFor(() => expect(rules()).toEqual(['everyone', 'everyone', 'everyone']));
  act(() => editor.undo());
  expect(rules()).toEqual(['segment', 'segment', 'segment']);
});
