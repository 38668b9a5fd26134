import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Player, PlayerState, Replays, ReplayState } from '../../../runs/replay';

/** Null outside of a `RunProvider`; read it by `useReplays`. */
export const ReplayContext = createContext<Replays | null>(null);

/** The replay of the open map's runs. @throws outside of a `RunProvider`. */
export function useReplays(): Replays {
  const replays = use(ReplayContext);
  if (!replays) throw new Error('useReplays needs a RunProvider above it');
  return replays;
}

/** A part of the replay's state. */
export function useReplay<Part>(pick: (state: ReplayState) => Part): Part {
  return useStore(useReplays().store, pick);
}

/** A part of what the player is doing. */
export function usePlayer<Part>(player: Player, pick: (state: PlayerState) => Part): Part {
  return useStore(player.store, pick);
}
