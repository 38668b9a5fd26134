import { act, screen, waitFor, within } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { setField } from '../../../src/map/edits';
import type { JourneyMap } from '../../../src/map/schema';
import type { Player } from '../../../src/runs/replay';
import { createPlayer } from '../../../src/runs/replay/player';
import { EventLog } from '../../../src/views/run/replay/EventLog';
import { Followed } from '../../../src/views/run/replay/Followed';
import { ReplayFront } from '../../../src/views/run/replay/ReplayFront';
import { ReplayPanel } from '../../../src/views/run/replay/ReplayPanel';
import { useReplays } from '../../../src/views/run/replay/ReplayContext';
import { TimeAxis } from '../../../src/views/run/replay/TimeAxis';
import { useRunState } from '../../../src/views/run/RunContext';
import { id, SHOP, shopOf } from '../../insight/shop';
import { coachingLive } from '../../runs/coachinglive';
import { showRuns } from './showRuns';

/** Parts of a replay of the run that is shown. */
async function replayed(
  parts: (player: Player, run: Parameters<typeof ReplayPanel>[0]['run']) => ReactNode,
  map?: JourneyMap,
) {
  let found: { player: Player; leave: () => void } | undefined;
  function Parts() {
    const run = useRunState(({ current }) => current);
    const replays = useReplays();
    return run && <Played run={run} leave={() => replays.leave()} />;
  }
  function Played({
    run,
    leave,
  }: {
    run: Parameters<typeof ReplayPanel>[0]['run'];
    leave: () => void;
  }) {
    const [player] = useState(() =>
      createPlayer(run.result, { personas: {} }, { calm: true, next: () => () => undefined }),
    );
    found = { player, leave };
    return parts(player, run);
  }
  const shown = await showRuns(<Parts />, {}, map);
  await shown.simulate(3);
  await waitFor(() => expect(found).toBeDefined());
  return { ...shown, player: found!.player };
}

describe('the log of a replay', () => {
  test('says that nothing has happened, then what happened to whom', async () => {
    const { player } = await replayed((of) => <EventLog player={of} />);
    act(() => player.seek(1));
    const lines = screen.getAllByRole('button', { name: /^Follow customer/ });
    expect(lines).toHaveLength(40);
    const { walk, step } = player.score.events.at(player.score.events.countAt(1) - 1);
    const { customer } = player.score.walks;
    expect(lines.at(-1)).toHaveAccessibleName(
      new RegExp(`^Follow customer ${customer[walk]! + 1}:`),
    );
    if (step < 0) expect(lines.at(-1)).toHaveAccessibleName(/drops off|outcome|still in/);
  });

  test('follows the customer of a line', async () => {
    const { player, user } = await replayed((of) => <EventLog player={of} />);
    act(() => player.seek(1));
    const [line] = screen.getAllByRole('button', { name: /^Follow customer/ });
    await user.click(line!);
    const followed = player.store.getState().followed!;
    const number = player.score.walks.customer[followed]! + 1;
    expect(line).toHaveAccessibleName(new RegExp(`^Follow customer ${number}:`));
  });
});

describe('a customer who is followed', () => {
  test('is told step by step with the reasons, as far as the replay is', async () => {
    const { player } = await replayed((of, run) => <Followed player={of} run={run} walk={0} />);
    act(() => player.seek(1));
    await screen.findByText('Open a step to see why.');
    const { first, customer } = player.score.walks;
    expect(screen.getByText(`Customer ${customer[0]! + 1}`)).toBeInTheDocument();
    const log = screen.getByRole('list', { name: 'Steps so far' });
    expect(within(log).getAllByRole('listitem').length).toBe(first[1]! - first[0]!);
  });

  test('has no reasons any more once the map has changed', async () => {
    const { editor, map } = await replayed((of, run) => (
      <Followed player={of} run={run} walk={0} />
    ));
    const [id] = Object.keys(map().touchpoints);
    act(() => {
      editor.edit('command.edit.rename', setField('touchpoints', id!, ['name'], 'Renamed'));
    });
    expect(await screen.findByText(/can no longer be told/)).toBeInTheDocument();
  });
});

describe('the panel of a replay', () => {
  test('follows somebody who is on the way, and lets them go', async () => {
    const { player, user } = await replayed(
      (of, run) => <ReplayPanel player={of} run={run} onClose={() => undefined} />,
      coachingLive(),
    );
    act(() => player.seek(0.2));
    await user.click(screen.getByRole('button', { name: 'Follow a customer' }));
    const followed = player.store.getState().followed!;
    expect(player.score.endPlace[followed]).toBeGreaterThan(0.2);
    await user.click(screen.getByRole('button', { name: 'Stop following' }));
    expect(player.store.getState().followed).toBeNull();
  });

  test('keeps moments by name, which lead back to their time', async () => {
    const { player, user } = await replayed((of, run) => (
      <ReplayPanel player={of} run={run} onClose={() => undefined} />
    ));
    expect(screen.getByText('Keep a moment to come back to it.')).toBeInTheDocument();
    act(() => {
      player.seek(0.3);
      player.keep('Early');
      player.seek(0.9);
    });
    await user.click(screen.getByRole('button', { name: 'Go to Early' }));
    expect(player.store.getState().place).toBeCloseTo(0.3);
    await user.click(screen.getByRole('button', { name: 'Forget Early' }));
    expect(player.store.getState().checkpoints).toEqual([]);
  });
});

const week = { family: 'constant', value: 7 } as const;

describe('the time of a replay', () => {
  test('is dragged by hand and names the moment', async () => {
    const late = SHOP.transitions?.[id('buy')];
    const slow = { ...SHOP.transitions, [id('buy')]: { ...late!, delay: week } };
    const { player } = await replayed(
      (of) => <TimeAxis player={of} />,
      shopOf({ transitions: slow }),
    );
    const slider = screen.getByRole('slider', { name: 'Time' });
    act(() => player.seek(0.5));
    expect(slider).toHaveValue('500');
    expect(slider).toHaveAttribute('aria-valuetext', expect.stringContaining(' in'));
  });

  test('goes by steps where nothing takes time', async () => {
    const { player } = await replayed((of) => <TimeAxis player={of} />);
    const slider = screen.getByRole('slider', { name: 'Steps' });
    act(() => player.seek(0.5));
    expect(slider).toHaveAttribute('aria-valuetext', expect.stringMatching(/^Step \d/));
  });

  test('flags the moments kept', async () => {
    const { player, container } = await replayed((of) => <TimeAxis player={of} />);
    const flags = () => container.querySelectorAll('i[style]').length;
    expect(flags()).toBe(0);
    act(() => player.keep('Now'));
    expect(flags()).toBe(1);
  });
});

describe('the front of a replay', () => {
  test('has the keyboard at its play button, and its panel is shut and opened again', async () => {
    const { user } = await replayed((of) => <ReplayFront player={of} zoom={null} />);
    expect(screen.getByRole('button', { name: 'Play' })).toHaveFocus();
    const panel = () => screen.queryByRole('heading', { name: 'Steps and moments' });
    expect(panel()).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Steps and moments' }));
    expect(panel()).toBeNull();
  });

  test('is left by Escape, but not while something is typed', async () => {
    const left = vi.fn();
    const { user, player } = await replayed((of) => (
      <>
        <ReplayFront player={of} zoom={null} />
        <input aria-label="Elsewhere" type="text" />
      </>
    ));
    document.addEventListener('keydown', left);
    const stopped = () => left.mock.calls.at(-1)?.[0] as KeyboardEvent;
    await user.click(screen.getByLabelText('Elsewhere'));
    await user.keyboard('{Escape}');
    expect(stopped().defaultPrevented).toBe(false);
    act(() => screen.getByRole('button', { name: 'Play' }).focus());
    await user.keyboard('{Escape}');
    expect(stopped().defaultPrevented).toBe(true);
    document.removeEventListener('keydown', left);
    player.close();
  });
});
