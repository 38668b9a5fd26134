import { Recorder } from './compiled/recorder';
import type { Tables } from './compiled/tables';
import type { Tally } from './compiled/tally';

/** Customers of one piece of work: long enough to be worth a message, short enough to be stopped. */
export const CHUNK = 1_000;

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The customers `from` ≤ i < `to` in pieces of `CHUNK`. */
export function* chunksOf({ from, to }: Range): Generator<Range> {
  for (let at = from; at < to; at += CHUNK) yield { from: at, to: Math.min(to, at + CHUNK) };
}

/** Walks a range at once. */
export function tallyRange(tables: Tables, { from, to }: Range): Tally {
  const recorder = new Recorder(tables, from, to);
  for (let customer = from; customer < to; customer += 1) recorder.walk(customer);
  return recorder.tally;
}
