import { DAYS_PER_MONTH } from '../../language';
import type { Score } from './score';

/** Days worth a mark, as far as there is room for them. */
const MARKS = [1 / 24, 1, 7, DAYS_PER_MONTH, 91.25, 182.5, 365, 730, 1_825, 3_650];
/** Least distance of two marks, as a part of the axis. */
const ROOM = 0.11;

/** A time that is written on the axis of a replay. */
export interface TimeMark {
  /** Days, or steps where the replay counts those. */
  readonly days: number;
  /** 0 … 1. */
  readonly place: number;
}

/** Times, or steps, worth a mark for which there is room. */
export function timeMarks({ unit, pace, span }: Pick<Score, 'unit' | 'pace' | 'span'>): TimeMark[] {
  const marks: TimeMark[] = [];
  const steps = Array.from({ length: Math.ceil(span) }, (_, step) => step + 1);
  for (const days of unit === 'days' ? MARKS : steps) {
    const place = pace.placeOf(days);
    const before = marks.at(-1)?.place ?? 0;
    const hasRoom = place - before >= ROOM && place <= 1 - ROOM / 2;
    if (days < span && hasRoom) marks.push({ days, place });
  }
  return marks;
}

/**
 * How much happens in each of so many equal parts of the axis, 0 … 1 by the root of the events, so that the quiet ones
 * can be seen beside the busiest.
 */
export function busyness({ events }: Pick<Score, 'events'>, parts: number): number[] {
  const counts = Array.from({ length: parts }, () => 0);
  // Those who arrive on the first day all at once would flatten everything else.
  for (const place of events.place) {
    if (place > 0) counts[Math.min(parts - 1, Math.floor(place * parts))]! += 1;
  }
  const most = Math.max(1, ...counts);
  return counts.map((count) => Math.sqrt(count / most));
}
