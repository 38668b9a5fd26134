import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TokenSource } from './tokens';
import type { JourneyMap } from '../../map/schema';
import type { RunResult } from '../../simulation/results';
import { looksOf } from './tokenLooks';
import { type Reading, readingOf } from './frame';
import { type Score, scoreOf } from './score';

export const SPEEDS = [0.5, 1, 2, 8] as const;
export type Speed = (typeof SPEEDS)[number];

/** A moment somebody wants to come back to. */
export interface Checkpoint {
  readonly id: number;
  readonly name: string;
  readonly place: number;
  readonly followed: number | null;
}

export interface PlayerState {
  /** Where the replay is, 0 … 1; while it plays it is told a few times a second. */
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
  readonly reading: Reading;
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

/** How time comes in; tests bring their own. */
export interface Beats {
  /** Calls back once, with the time in ms. */
  next(call: (now: number) => void): () => void;
  readonly calm: boolean;
}

/** A whole run, in ms at speed 1. */
const LENGTH = 60_000;
/** How long a customer is on the way, as a part of the replay. */
const GLIDE = 900 / LENGTH;
/** Between two tellings of the place while it plays, in ms. */
const TELL = 80;
/** Where motion is not wanted, the picture changes this often, in ms. */
const CALM_BEAT = 600;
/** A frame that took longer was no frame: the page was away. In ms. */
const LONGEST = 1_200;

export function createPlayer(
  result: RunResult,
  map: Pick<JourneyMap, 'personas'>,
  beats: Beats = browserBeats(),
): Player {
  const score = scoreOf(result.walks, result.settings.horizon);
  const reading = readingOf(score);
  const { touchpoints, transitions, personas } = result.walks;
  const store = createStore<PlayerState>(() => ({
    place: 0,
    isPlaying: false,
    speed: 1,
    followed: null,
    checkpoints: [],
    stops: 0,
  }));
  const listeners = new Set<() => void>();
  let place = 0;
  /** Customers glide from card to card; after a step they have arrived. */
  let glides = !beats.calm;
  let told = 0;
  let last: number | null = null;
  let stopBeat: (() => void) | null = null;
  let ids = 0;

  const draw = () => {
    listeners.forEach((changed) => {
      changed();
    });
  };

  function show(next: number, withGlide: boolean, more: Partial<PlayerState> = {}): void {
    place = Math.min(1, Math.max(0, next));
    glides = withGlide && !beats.calm;
    store.setState({ place, ...more });
    draw();
  }

  function halt(): void {
    stopBeat?.();
    stopBeat = null;
    last = null;
  }

  function beat(now: number): void {
    stopBeat = beats.next(beat);
    const passed = last === null ? 0 : now - last;
    if (beats.calm && last !== null && passed < CALM_BEAT) return;
    last = now;
    place = Math.min(1, place + (Math.min(passed, LONGEST) * store.getState().speed) / LENGTH);
    if (place >= 1) {
      halt();
      store.setState(({ stops }) => ({ place, isPlaying: false, stops: stops + 1 }));
    } else if (now - told >= TELL) {
      told = now;
      store.setState({ place });
    }
    draw();
  }

  const stopped = () => ({ isPlaying: false, stops: store.getState().stops + 1 });

  const player: Player = {
    store,
    score,
    reading,
    tokens: {
      touchpoints,
      transitions,
      looks: looksOf(personas, map),
      subscribe(changed) {
        listeners.add(changed);
        return () => listeners.delete(changed);
      },
      read: () => reading.read(place, glides ? GLIDE : 0),
      followed() {
        const { followed } = store.getState();
        if (followed === null) return null;
        const from = result.walks.first[followed]!;
        return { token: followed, from, to: Math.max(from, reading.stepAt(followed, place) + 1) };
      },
      pick: (token) => {
        player.follow(token);
      },
    },
    play() {
      if (store.getState().isPlaying) return;
      if (place >= 1) place = 0;
      glides = !beats.calm;
      store.setState({ isPlaying: true, place });
      halt();
      stopBeat = beats.next(beat);
    },
    pause() {
      if (!store.getState().isPlaying) return;
      halt();
      store.setState({ place, ...stopped() });
    },
    toggle() {
      if (store.getState().isPlaying) player.pause();
      else player.play();
    },
    reset() {
      halt();
      show(0, true, stopped());
    },
    setSpeed(speed) {
      store.setState({ speed });
    },
    seek(next) {
      show(next, true);
    },
    step(by) {
      halt();
      const { followed } = store.getState();
      const places = followed === null ? score.events.place : placesOf(score, followed);
      show(neighbour(places, place, by), false, stopped());
    },
    follow(followed) {
      store.setState({ followed });
      draw();
    },
    keep(name) {
      ids += 1;
      const kept = { id: ids, name, place, followed: store.getState().followed };
      store.setState(({ checkpoints }) => ({ checkpoints: [...checkpoints, kept] }));
    },
    rename(id, name) {
      store.setState(({ checkpoints }) => ({
        checkpoints: checkpoints.map((each) => (each.id === id ? { ...each, name } : each)),
      }));
    },
    forget(id) {
      store.setState(({ checkpoints }) => ({
        checkpoints: checkpoints.filter((each) => each.id !== id),
      }));
    },
    goTo(checkpoint) {
      halt();
      show(checkpoint.place, false, { ...stopped(), followed: checkpoint.followed });
    },
    close() {
      halt();
      listeners.clear();
    },
  };
  return player;
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

function browserBeats(): Beats {
  return {
    next(call) {
      const id = requestAnimationFrame(call);
      return () => {
        cancelAnimationFrame(id);
      };
    },
    calm: matchMedia('(prefers-reduced-motion: reduce)').matches,
  };
}
