import type { ExactModel } from '../model';
import type { Group, Start } from './beginning';
import type { Choice } from './choices';
import type { EntryEvent } from './entryEvent';

/**
 * The map as a Markov chain with rewards: a state is a touchpoint with everything of a customer's
 * past and making that can still matter. Arcs of state s stand from `first[s]` to `first[s + 1]`.
 */
export interface Chain {
  readonly model: ExactModel;
  readonly size: number;
  readonly touchpoint: Int32Array;
  readonly choice: Int32Array;
  readonly choices: readonly Choice[];
  readonly price: Float64Array;
  /** Touchpoint that set the price; −1 = none, or not kept. */
  readonly priceSource: Int32Array;
  /** 1 = has passed `acquired`. */
  readonly acquired: Uint8Array;
  /** 1 = has been seen by what is watched for. */
  readonly seen: Uint8Array;
  readonly isEnd: Uint8Array;
  /** Chance of dropping off. */
  readonly drop: Float64Array;
  readonly first: Int32Array;
  readonly target: Int32Array;
  readonly chance: Float64Array;
  /** Of those who take the arc's transition, the share of this arc (campaigns draw arms on entry). */
  readonly branch: Float64Array;
  readonly transition: Int32Array;
  readonly wait: Int32Array;
  readonly entryEvent: Int32Array;
  readonly entryEvents: readonly EntryEvent[];
  readonly starts: readonly Start[];
  /** Everybody, then personas, then settled segments: shares of all customers. */
  readonly groups: readonly Group[];
}
