import { within } from '../map/basics';
import { Recorder, type Tally } from './compiled/tally';
import type { Tables } from './compiled/tables';

/** Customers of one piece of work: long enough to be worth a message, short enough to be stopped. */
export const CHUNK = 1_000;

/** Customers `from` ≤ i < `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Pieces each of several workers gets of a run: enough to end at about the same time. */
const TURNS = 4;
const LARGEST = 5 * CHUNK;

/**
 * The customers `from` ≤ i < `to` in pieces of `CHUNK` to five times as many. Every piece is a tally to be
 * made, sent and merged: a worker that has many customers to walk gets larger ones.
 */
export function* chunksOf({ from, to }: Range, workers = Infinity): Generator<Range> {
  const even = Math.ceil((to - from) / (workers * TURNS));
  const size = within(even, CHUNK, LARGEST);
  for (let at = from; at < to; at += size) yield { from: at, to: Math.min(to, at + size) };
}

/** Walks a range at once. */
export function tallyRange(tables: Tables, { from, to }: Range): Tally {
  const recorder = new Recorder(tables, from, to);
  for (let customer = from; customer < to; customer += 1) recorder.walk(customer);
  return recorder.tally;
}
