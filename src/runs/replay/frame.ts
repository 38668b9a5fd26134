import type { TokenFrame } from './tokens';
import { END_KINDS } from '../../simulation/results';
import type { Score } from './score';

/** How many customers are where. */
export interface ReplayCounts {
  /** In the journey, and per persona (the last = of no persona). */
  readonly underway: number;
  readonly byPersona: readonly number[];
  /** Per kind of end, in the order of `END_KINDS`; `in-journey` stays 0. */
  readonly ended: readonly number[];
  readonly notYet: number;
}

/** Reads from a score where everybody is. */
export interface FrameReader {
  /** Everybody at a place of the replay; `glide` is how long a customer moves to the next stop, as a part of the replay (0 = no time). */
  read(place: number, glide: number): TokenFrame;
  countsAt(place: number): ReplayCounts;
  /** Index of the step at which a walk is; −1 = not yet arrived. */
  stepAt(walk: number, place: number): number;
}

const OUTCOME = END_KINDS.indexOf('outcome');
const DROP_OFF = END_KINDS.indexOf('drop-off');

/** Reads a score. One frame is overwritten each time: nothing is allocated while it plays. */
export function frameReaderOf(score: Score): FrameReader {
  const { walks, firstStop, stopFrom, stopTo, stopPlace, endPlace, turn, taken } = score;
  const walkCount = walks.customer.length;
  const noPersona = walks.personas.length;
  /** The stop each walk was at last: the next place asked for is usually close by. */
  const cursor = Int32Array.from(firstStop.subarray(0, walkCount));
  const frame = {
    count: 0,
    token: new Int32Array(walkCount),
    look: new Uint8Array(walkCount),
    place: new Int32Array(walkCount),
    takenFrom: new Int32Array(walkCount),
    takenTo: new Int32Array(walkCount),
    share: new Float32Array(walkCount),
    isLeaving: new Uint8Array(walkCount),
    isAgain: new Uint8Array(walkCount),
    here: new Int32Array(walks.touchpoints.length),
    taken,
  };

  /** The stop a walk is at, or the one before its first. */
  function stopAt(walk: number, place: number): number {
    const first = firstStop[walk]!;
    const last = firstStop[walk + 1]! - 1;
    let at = Math.min(Math.max(cursor[walk]!, first), last);
    while (at < last && stopPlace[at + 1]! <= place) at += 1;
    while (at >= first && stopPlace[at]! > place) at -= 1;
    cursor[walk] = at;
    return at;
  }

  function put(walk: number, stop: number, share: number, isLeaving: boolean): void {
    const at = frame.count;
    const step = stopTo[stop]! - 1;
    const persona = walks.persona[walk]!;
    frame.token[at] = walk;
    frame.look[at] = persona < 0 ? noPersona : persona;
    frame.place[at] = walks.touchpoint[step]!;
    frame.takenFrom[at] = stopFrom[stop]!;
    frame.takenTo[at] = stopTo[stop]!;
    frame.share[at] = share;
    frame.isLeaving[at] = Number(isLeaving);
    frame.isAgain[at] = Number(turn[step]! > 1);
    frame.count += 1;
  }

  return {
    read(place, glide) {
      frame.count = 0;
      frame.here.fill(0);
      for (let walk = 0; walk < walkCount; walk += 1) {
        const stop = stopAt(walk, place);
        if (stop < firstStop[walk]!) continue;
        const since = place - stopPlace[stop]!;
        const isLast = stop === firstStop[walk + 1]! - 1;
        const kind = walks.end[walk]!;
        const until = isLast
          ? kind === OUTCOME
            ? Infinity
            : endPlace[walk]!
          : stopPlace[stop + 1]!;
        const time = Math.min(glide, until - stopPlace[stop]!);
        const share = time > 0 ? Math.min(1, since / time) : 1;
        const goal = walks.touchpoint[stopTo[stop]! - 1]!;
        if (isLast && kind === OUTCOME) {
          if (share >= 1) frame.here[goal]! += 1;
          else put(walk, stop, share, false);
        } else if (isLast && place >= endPlace[walk]!) {
          const gone = glide > 0 ? (place - endPlace[walk]!) / glide : 1;
          if (kind === DROP_OFF && gone < 1) put(walk, stop, gone, true);
        } else {
          if (share >= 1) frame.here[goal]! += 1;
          put(walk, stop, share, false);
        }
      }
      return frame;
    },
    countsAt(place) {
      const byPersona = Array.from({ length: noPersona + 1 }, () => 0);
      const ended = END_KINDS.map(() => 0);
      let underway = 0;
      let notYet = 0;
      for (let walk = 0; walk < walkCount; walk += 1) {
        if (stopPlace[firstStop[walk]!]! > place) notYet += 1;
        else if (endPlace[walk]! <= place) ended[walks.end[walk]!]! += 1;
        else {
          underway += 1;
          const persona = walks.persona[walk]!;
          byPersona[persona < 0 ? noPersona : persona]! += 1;
        }
      }
      return { underway, byPersona, ended, notYet };
    },
    stepAt(walk, place) {
      const stop = stopAt(walk, place);
      return stop < firstStop[walk]! ? -1 : stopTo[stop]! - 1;
    },
  };
}
