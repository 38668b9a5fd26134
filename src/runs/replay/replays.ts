import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Editor } from '../../editing';
import type { ReplayPort } from '../../editing/commands';
import type { OpenRun, RunStore } from '../store';
import type { Player } from './player';

/** Whether a replay is on, and what plays it. */
export interface ReplayState {
  readonly isOn: boolean;
  /** Null until the player has been fetched, and while the replay is off. */
  readonly player: Player | null;
  /** Grows whenever the moment is to be kept: its name is for a view to say. */
  readonly keeps: number;
}

/** The replay of whichever run is shown. */
export interface Replays {
  readonly store: StoreApi<ReplayState>;
  readonly port: ReplayPort;
  leave(): void;
  /** Keeps up with the run that is shown; returns how to stop. */
  follow(): () => void;
}

/** Off at first; the player's code is fetched when a replay is first turned on. */
export function createReplays(
  editor: Pick<Editor, 'store' | 'select' | 'rename'>,
  runs: Pick<RunStore, 'store'>,
): Replays {
  const store = createStore<ReplayState>(() => ({ isOn: false, player: null, keeps: 0 }));
  const shown = () => runs.store.getState().current;

  function leave(): void {
    store.getState().player?.close();
    store.setState({ isOn: false, player: null });
  }

  async function load(run: OpenRun): Promise<void> {
    const before = store.getState().player;
    before?.pause();
    try {
      const { createPlayer } = await import('./player');
      if (shown() !== run || !store.getState().isOn) return;
      const player = createPlayer(run.result, editor.store.getState().map);
      player.seek(before?.store.getState().place ?? 0);
      before?.close();
      store.setState({ player });
      if (!before) player.play();
    } catch (error) {
      // The map stays as it was; the app reports a part that could not be fetched.
      leave();
      throw error;
    }
  }

  return {
    store,
    leave,
    port: {
      canStart: () => (shown()?.result.walks.customer.length ?? 0) > 0,
      isOn: () => store.getState().isOn,
      toggle() {
        const run = shown();
        if (store.getState().isOn) leave();
        else if (run) {
          // What is selected would be edited by the next key.
          editor.rename(null);
          editor.select([]);
          store.setState({ isOn: true });
          void load(run);
        }
      },
      playOrPause: () => store.getState().player?.toggle(),
      step: (by) => store.getState().player?.step(by),
      reset: () => store.getState().player?.reset(),
      keep: () => store.setState(({ keeps }) => ({ keeps: keeps + 1 })),
    },
    follow: () =>
      runs.store.subscribe(({ current }, { current: before }) => {
        if (current === before || !store.getState().isOn) return;
        if (current) void load(current);
        else leave();
      }),
  };
}
