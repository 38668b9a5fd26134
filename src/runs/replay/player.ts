import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TokenSource } from './tokens';
import { within } from '../../map/basics';
import type { JourneyMap } from '../../map/schema';
import type { RunResult } from '../../simulation/results';
import { looksOf } from './tokenLooks';
import { type FrameReader, frameReaderOf } from './frame';
import { type Beats, browserBeats, lengthOf, Playback } from './playback';
import { type Score, scoreOf } from './score';

/** Times the usual speed. */
export const SPEEDS = [0.5, 1, 2, 8] as const;
/** One of them. */
export type Speed = (typeof SPEEDS)[number];

/** A moment somebody wants to come back to. */
export interface Checkpoint {
  readonly id: number;
  readonly name: string;
  readonly place: number;
  readonly followed: number | null;
}

/** How a replay stands. */
export interface PlayerState {
  /** Where the replay is, 0 … 1; while it plays it is reported a few times a second. */
  readonly place: number;
  readonly isPlaying: boolean;
  readonly speed: Speed;
  /** Index of the walk that is followed. */
  readonly followed: number | null;
  readonly checkpoints: readonly Checkpoint[];
  /** Grows whenever there is something to say: a pause, a step, a return. */
  readonly stops: number;
}

/** Plays the sampled walks of one run. */
export interface Player {
  readonly store: StoreApi<PlayerState>;
  readonly score: Score;
  readonly reader: FrameReader;
  readonly tokens: TokenSource;
  /** Plays; at the end, from the beginning. */
  play(): void;
  pause(): void;
  toggle(): void;
  reset(): void;
  setSpeed(speed: Speed): void;
  /** Goes to a place, 0 … 1. */
  seek(place: number): void;
  /** To the next or last thing that happens: to the one followed, or to anybody. */
  step(by: 1 | -1): void;
  follow(walk: number | null): void;
  keep(name: string): void;
  rename(id: number, name: string): void;
  forget(id: number): void;
  goTo(checkpoint: Checkpoint): void;
  close(): void;
}

/** How long a customer is on the way, in ms at speed 1. */
const GLIDE = 900;

const BEGINNING: PlayerState = {
  place: 0,
  isPlaying: false,
  speed: 1,
  followed: null,
  checkpoints: [],
  stops: 0,
};

/** Starts paused at the beginning; `close` it to stop its beats. */
export function createPlayer(
  result: RunResult,
  map: Pick<JourneyMap, 'personas'>,
  beats: Beats = browserBeats(),
): Player {
  const score = scoreOf(result.walks, result.settings.horizon);
  const length = lengthOf(score);
  const reader = frameReaderOf(score);
  const store = createStore<PlayerState>(() => BEGINNING);
  const listeners = new Set<() => void>();
  /** Customers glide from card to card; after a step they have arrived. */
  let glides = !beats.calm;

  const draw = () => {
    for (const changed of listeners) changed();
  };
  const stopped = () => ({ isPlaying: false, stops: store.getState().stops + 1 });
  const playback = new Playback({
    beats,
    length,
    speed: () => store.getState().speed,
    onMove: (place, isReported) => {
      if (isReported) store.setState({ place });
      draw();
    },
    onEnd: () => store.setState(stopped()),
  });

  function show(next: number, withGlide: boolean, more: Partial<PlayerState> = {}): void {
    playback.place = within(next, 0, 1);
    glides = withGlide && !beats.calm;
    store.setState({ place: playback.place, ...more });
    draw();
  }
  function play(): void {
    if (store.getState().isPlaying) return;
    if (playback.place >= 1) playback.place = 0;
    glides = !beats.calm;
    store.setState({ isPlaying: true, place: playback.place });
    playback.start();
  }
  function pause(): void {
    if (!store.getState().isPlaying) return;
    playback.halt();
    store.setState({ place: playback.place, ...stopped() });
  }
  function follow(followed: number | null): void {
    store.setState({ followed });
    draw();
  }

  return {
    store,
    score,
    reader,
    tokens: tokensOf(result, map, {
      listeners,
      read: () => reader.read(playback.place, glides ? GLIDE / length : 0),
      followed: () => store.getState().followed,
      stepAt: (walk) => reader.stepAt(walk, playback.place),
      follow,
    }),
    play,
    pause,
    toggle: () => (store.getState().isPlaying ? pause() : play()),
    reset() {
      playback.halt();
      show(0, true, stopped());
    },
    setSpeed: (speed) => store.setState({ speed }),
    seek: (next) => show(next, true),
    step(by) {
      playback.halt();
      const { followed } = store.getState();
      const places = followed === null ? score.events.place : placesOf(score, followed);
      show(neighbour(places, playback.place, by), false, stopped());
    },
    follow,
    ...checkpointsOf(store, () => playback.place),
    goTo(checkpoint) {
      playback.halt();
      show(checkpoint.place, false, { ...stopped(), followed: checkpoint.followed });
    },
    close() {
      playback.halt();
      listeners.clear();
    },
  };
}

interface TokenParts {
  readonly listeners: Set<() => void>;
  readonly read: TokenSource['read'];
  readonly followed: () => number | null;
  readonly stepAt: (walk: number) => number;
  readonly follow: (walk: number | null) => void;
}

/** The customers as the canvas draws them. */
function tokensOf(
  { walks }: RunResult,
  map: Pick<JourneyMap, 'personas'>,
  { listeners, read, followed, stepAt, follow }: TokenParts,
): TokenSource {
  const { touchpoints, transitions, personas, first } = walks;
  return {
    touchpoints,
    transitions,
    looks: looksOf(personas, map),
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    read,
    followed() {
      const walk = followed();
      if (walk === null) return null;
      const from = first[walk]!;
      return { token: walk, from, to: Math.max(from, stepAt(walk) + 1) };
    },
    pick: follow,
  };
}

/** Moments that were kept, for as long as the replay is on. */
function checkpointsOf(
  store: StoreApi<PlayerState>,
  place: () => number,
): Pick<Player, 'keep' | 'rename' | 'forget'> {
  let ids = 0;
  const change = (next: (checkpoints: readonly Checkpoint[]) => readonly Checkpoint[]) =>
    store.setState(({ checkpoints }) => ({ checkpoints: next(checkpoints) }));
  return {
    keep(name) {
      ids += 1;
      const kept = { id: ids, name, place: place(), followed: store.getState().followed };
      change((checkpoints) => [...checkpoints, kept]);
    },
    rename: (id, name) =>
      change((all) => all.map((each) => (each.id === id ? { ...each, name } : each))),
    forget: (id) => change((all) => all.filter((each) => each.id !== id)),
  };
}

/** When something happens to one customer. */
function placesOf({ firstStop, stopPlace, endPlace }: Score, walk: number): Float64Array {
  const stops = [...stopPlace.subarray(firstStop[walk], firstStop[walk + 1])];
  const end = endPlace[walk]!;
  return Float64Array.from(end <= 1 && end > stops.at(-1)! ? [...stops, end] : stops);
}

/** The next place after, or the last before, where one is; the ends where there is none. */
function neighbour(places: Float64Array, now: number, by: 1 | -1): number {
  if (by === 1) return places.find((place) => place > now) ?? 1;
  return places.findLast((place) => place < now) ?? 0;
}
