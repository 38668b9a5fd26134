import { act, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { setField } from '../../../src/map/edits';
import { newMap } from '../../../src/map/records';
import type { LiveAnswer } from '../../../src/insight/live';
import { RunBar } from '../../../src/views/run/RunBar';
import { RunsPanel } from '../../../src/views/run/RunsPanel';
import { SimulateDialog } from '../../../src/views/run/SimulateDialog';
import { LiveVerdict } from '../../../src/views/run/Verdict';
import { coachingLive } from '../../runs/coachinglive';
import { circles } from '../../simulation/support/circles';
import { showMap } from '../showMap';
import { showRuns } from './showRuns';

const bar = () => screen.getByRole('region', { name: 'Simulation' });
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the bar of runs', () => {
  test('says before the first run what is missing for one', async () => {
    await showRuns(<RunBar />, {}, newMap({}));
    expect(bar()).toHaveTextContent('With an entry and an outcome, customers can walk this map.');
  });

  test('shows a run with its verdict, which leads to the insights', async () => {
    const show = vi.fn();
    const { user, simulate } = await showRuns(<RunBar />, { show });
    await simulate(3);
    expect(bar()).toHaveTextContent(/Map as it stands.*60 customers · seed 3/);
    await user.click(button(/per 100,000 visitors/));
    expect(show).toHaveBeenCalledExactlyOnceWith('insights');
  });

  test('says of a run that customers walked in circles', async () => {
    const { simulate } = await showRuns(<RunBar />, {}, circles());
    await simulate(1);
    expect(bar()).toHaveTextContent('100% walked in circles and were stopped');
  });

  test('hides the flow on the map and shows it again', async () => {
    const { user, runs, simulate } = await showRuns(<RunBar />);
    await simulate(3);
    await user.click(button('Hide the flow'));
    expect(runs.store.getState().isShown).toBe(false);
    await user.click(button('Show the flow'));
    expect(runs.store.getState().isShown).toBe(true);
  });

  test('offers to run again once the map has changed, with the same settings', async () => {
    const { user, runs, simulate, editor, map } = await showRuns(<RunBar />);
    await simulate(3);
    const [id] = Object.keys(map().touchpoints);
    act(() => {
      editor.edit('command.edit.rename', setField('touchpoints', id!, ['name'], 'Renamed'));
    });
    await screen.findByText('The map has changed since this run.');
    await user.click(button('Run again'));
    await waitFor(() => expect(screen.queryByText(/has changed since/)).toBeNull());
    expect(runs.store.getState().current?.summary).toMatchObject({ seed: 3, customers: 60 });
  });

  test('says what a run lacks, and leads to the problems of the map or to another try', async () => {
    const [open, toggle] = [vi.fn(), vi.fn()];
    const { user, runs } = await showRuns(<RunBar />, { open, toggle });
    act(() => runs.store.setState({ failure: 'no-entry' }));
    expect(bar()).toHaveTextContent('Nobody can arrive');
    await user.click(button('Show how to mend it'));
    expect(toggle).toHaveBeenCalledExactlyOnceWith('problems');
    expect(bar()).not.toHaveTextContent('Nobody can arrive');
    act(() => runs.store.setState({ failure: 'worker' }));
    await user.click(button('Try again'));
    expect(open).toHaveBeenCalledExactlyOnceWith('simulate');
  });

  test('tells of a long run how far it is and what it says so far, and stops it there', async () => {
    const { user, runs, simulate } = await showRuns(<RunBar />);
    await simulate(3);
    const cancel = vi.spyOn(runs, 'cancel');
    act(() => runs.store.setState({ isSlow: true, progress: 0.4 }));
    expect(bar()).toHaveTextContent('40%');
    expect(button('Cancel')).toBeInTheDocument();
    const { total } = runs.store.getState().current!.result;
    act(() => runs.store.setState({ soFar: { customers: 24, total, campaignFixedCost: 0 } }));
    expect(bar()).toHaveTextContent(/So far .* after 24 customers/);
    await user.click(button('Stop here'));
    expect(cancel).toHaveBeenCalledOnce();
  });
});

describe('the runs of a map', () => {
  test('are listed newest first, opened, and say whether the map is still theirs', async () => {
    const { user, runs, simulate } = await showRuns(<RunsPanel />);
    expect(await screen.findByText('No runs yet')).toBeInTheDocument();
    await simulate(3);
    await simulate(4);
    const items = screen.getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('seed 4'),
      expect.stringContaining('seed 3'),
    ]);
    await user.click(within(items[1]!).getAllByRole('button')[0]!);
    await waitFor(() => expect(runs.store.getState().current?.summary.seed).toBe(3));
    expect(screen.getByText('Shown').closest('li')).toBe(items[1]);
    expect(screen.getAllByText('Map unchanged')).toHaveLength(2);
  });

  test('are compared two at a time, and named by their seed where the scenario is one', async () => {
    const { user, simulate } = await showRuns(<RunsPanel />);
    await simulate(3);
    await simulate(4);
    const [, older] = screen.getAllByRole('button', { name: /^Compare the run shown/ });
    await user.click(older!);
    const dialog = await screen.findByRole('dialog', { name: 'Compare two runs' });
    expect(dialog).toHaveTextContent('These runs are not paired');
    const heads = within(dialog)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent);
    expect(heads.slice(1, 3)).toEqual([
      expect.stringMatching(/seed 3$/),
      expect.stringMatching(/seed 4$/),
    ]);
    expect(within(dialog).getByRole('row', { name: /^Profit per 100,000/ })).toBeInTheDocument();
  });

  test('of one seed are the same, line by line', async () => {
    const { user, simulate } = await showRuns(<RunsPanel />);
    await simulate(3);
    await simulate(3);
    const [, older] = screen.getAllByRole('button', { name: /^Compare the run shown/ });
    await user.click(older!);
    const dialog = await screen.findByRole('dialog', { name: 'Compare two runs' });
    expect(dialog).toHaveTextContent('the same luck');
    const row = within(dialog).getByRole('row', { name: /^Profit per 100,000/ });
    expect(row).toHaveTextContent(/the same$/);
    expect(dialog.querySelectorAll('[data-reading=better], [data-reading=worse]')).toHaveLength(0);
  });

  test('are deleted, and put back by the notice', async () => {
    const { user, simulate, storage, toasts } = await showRuns(<RunsPanel />);
    await simulate(3);
    await user.click(button(/^Delete run/));
    await waitFor(() => expect(screen.queryByText(/seed 3/)).toBeNull());
    const [toast] = toasts.current();
    act(() => toast?.actions?.[0]?.run());
    expect(await screen.findByText(/seed 3/)).toBeInTheDocument();
    expect(storage.kept.size).toBe(1);
  });
});

describe('asking for a run', () => {
  test('takes scenario, customers and seed, and closes', async () => {
    const onClose = vi.fn();
    const { user, runs, map } = await showRuns(<SimulateDialog onClose={onClose} />);
    const simulate = vi.spyOn(runs, 'simulate');
    const [id, { name }] = Object.entries(map().scenarios)[0]!;
    await user.selectOptions(screen.getByLabelText('Scenario'), name);
    await user.clear(screen.getByLabelText('Customers'));
    await user.type(screen.getByLabelText('Customers'), '50');
    await user.click(button('Run'));
    expect(simulate).toHaveBeenCalledExactlyOnceWith({ scenario: id, customers: 50, seed: 1 });
    expect(onClose).toHaveBeenCalled();
  });

  test('begins with the settings of the run shown', async () => {
    function Asked() {
      const [isOpen, setOpen] = useState(false);
      return isOpen ? (
        <SimulateDialog onClose={() => setOpen(false)} />
      ) : (
        <button type="button" onClick={() => setOpen(true)}>
          Ask
        </button>
      );
    }
    const { user, simulate, map } = await showRuns(<Asked />);
    const [id, { name }] = Object.entries(map().scenarios)[1]!;
    await simulate(7, id);
    await user.click(button('Ask'));
    expect(screen.getByLabelText('Scenario')).toHaveDisplayValue(name);
    expect(screen.getByLabelText('Seed')).toHaveValue('7');
  });
});

describe('the live verdict', () => {
  const answer = (more: Partial<LiveAnswer>): LiveAnswer =>
    ({
      figure: { value: -5_000, interval: [-5_100, -4_900] },
      sampled: null,
      step: null,
      reason: null,
      ...more,
    }) as LiveAnswer;
  const verdict = (live: LiveAnswer, behind: LiveAnswer | null = null) =>
    showMap(<LiveVerdict answer={live} behind={behind} />, coachingLive());

  test('says how its figure is known: exact, computed in steps, or sampled', async () => {
    const { unmount } = await verdict(answer({}));
    expect(button(/^Loses/)).toBeInTheDocument();
    expect(screen.getByText('exact')).toBeInTheDocument();
    unmount();
    const near = await verdict(answer({ step: 1 }));
    expect(screen.getByText(/^computed, ± .*100/)).toBeInTheDocument();
    near.unmount();
    await verdict(answer({ sampled: 2_000 }));
    expect(screen.getByText('2,000 sampled, same luck')).toBeInTheDocument();
  });

  test('sets sampled customers behind a solved answer', async () => {
    await verdict(answer({}), answer({ sampled: 2_000 }));
    expect(screen.getByTitle(/2,000 sampled: /)).toBeInTheDocument();
  });

  test('says of a map without money who reaches its goal, and how that is known', async () => {
    const free = newMap({
      touchpoints: { 'touchpoint-won': { kind: 'outcome', outcome: 'success', name: 'Won' } },
    });
    const share = { figure: { value: 0.345, interval: [0.34, 0.35] as const } };
    const near = await showMap(
      <LiveVerdict answer={answer({ ...share, step: 1 })} behind={null} />,
      free,
    );
    expect(button('34.5% reach “Won”')).toBeInTheDocument();
    expect(screen.getByText('computed, ± 0.5%')).toBeInTheDocument();
    expect(screen.queryByText(/\$/)).toBeNull();
    near.unmount();
    await showMap(<LiveVerdict answer={answer(share)} behind={null} />, newMap({}));
    expect(button('No outcome is a success yet')).toBeInTheDocument();
  });
});
