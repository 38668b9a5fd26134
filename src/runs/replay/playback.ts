import type { Score } from './score';

/** How time comes in; tests bring their own. */
export interface Beats {
  /** Calls back once, with the time in ms; returns how to call it off. */
  next(call: (now: number) => void): () => void;
  /** Motion is not wanted. */
  readonly calm: boolean;
}

/** A whole run, in ms at speed 1. */
const LENGTH = 60_000;
/** Where steps are played instead of days: one of them. */
const STEP_LENGTH = 2_000;

/** How long a replay is at speed 1, in ms. */
export function lengthOf({ unit, span }: Pick<Score, 'unit' | 'span'>): number {
  return unit === 'days' ? LENGTH : Math.min(LENGTH, Math.max(1, span) * STEP_LENGTH);
}
/** Between two reports of the place while it plays, in ms. */
const REPORT = 80;
/** Where motion is not wanted, the picture changes this often, in ms. */
const CALM_BEAT = 600;
/** A frame that took longer was no frame: the page was away. In ms. */
const LONGEST = 1_200;

interface PlaybackParts {
  readonly beats: Beats;
  /** Of the whole, in ms at speed 1. */
  readonly length: number;
  /** Times the usual speed. */
  readonly speed: () => number;
  /** Called for every frame; `isReported` is set a few times a second and at the end. */
  readonly onMove: (place: number, isReported: boolean) => void;
  readonly onEnd: () => void;
}

/** Moves a place from 0 to 1 as time goes by. */
export class Playback {
  /** Where it is, 0 … 1. */
  place = 0;
  private readonly parts: PlaybackParts;
  private lastReport = 0;
  private lastBeat: number | null = null;
  private cancelBeat: (() => void) | null = null;

  constructor(parts: PlaybackParts) {
    this.parts = parts;
  }

  start(): void {
    this.halt();
    this.cancelBeat = this.parts.beats.next(this.beat);
  }

  halt(): void {
    this.cancelBeat?.();
    this.cancelBeat = null;
    this.lastBeat = null;
  }

  private readonly beat = (now: number): void => {
    const { beats, length, speed, onMove, onEnd } = this.parts;
    this.cancelBeat = beats.next(this.beat);
    const passed = this.lastBeat === null ? 0 : now - this.lastBeat;
    if (beats.calm && this.lastBeat !== null && passed < CALM_BEAT) return;
    this.lastBeat = now;
    this.place = Math.min(1, this.place + (Math.min(passed, LONGEST) * speed()) / length);
    const isOver = this.place >= 1;
    const isReported = isOver || now - this.lastReport >= REPORT;
    if (isReported) this.lastReport = now;
    if (isOver) {
      this.halt();
      onEnd();
    }
    onMove(this.place, isReported);
  };
}

/** The frames of the browser's window. */
export function browserBeats(): Beats {
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
