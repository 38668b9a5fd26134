import type { Color } from '../schema';
import type { Person } from './experience';

/** Somebody whose experience is shown, as the table names and colours them. */
export interface ShownPerson {
  readonly id: Person;
  /** `everyone` or the persona's id: a key for lists and parts of cells. */
  readonly key: string;
  readonly name: string;
  /** null for what holds for everyone. */
  readonly color: Color | null;
}

/** How far from the middle of its column a person's point stands, in columns, so that none hides another. */
export function offsetOf(place: number, count: number): number {
  return (place - (count - 1) / 2) * Math.min(0.07, 0.5 / count);
}
