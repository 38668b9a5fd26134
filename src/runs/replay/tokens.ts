import type { Color } from '../../map/schema';

/** The outline of a token. */
export type TokenShape = 'circle' | 'square' | 'triangle' | 'diamond' | 'hexagon' | 'cross';

/** How tokens of one kind are drawn: kinds differ by more than their colour. */
export interface TokenLook {
  readonly color: Color;
  readonly shape: TokenShape;
  /** Seen when near; '' for none. */
  readonly letter: string;
}

/**
 * Where each customer is, as columns: entry k < `count` of each describes one token. Touchpoints and
 * transitions are given by their place in the source's lists. A frame is read at once and not kept.
 */
export interface TokenFrame {
  readonly count: number;
  readonly token: Int32Array;
  /** Place in the source's looks. */
  readonly look: Uint8Array;
  /** The touchpoint where the customer is, or to which they are on the way. */
  readonly place: Int32Array;
  /** They come by the transitions `taken[j]`, `takenFrom[k]` ≤ j < `takenTo[k]`; −1 among them leads nowhere. */
  readonly takenFrom: Int32Array;
  readonly takenTo: Int32Array;
  readonly taken: Int32Array;
  /** How far they have come, 0 … 1; 1 = they are there. */
  readonly share: Float32Array;
  /** They leave the journey at `place`; `share` is how far they have gone. */
  readonly isLeaving: Uint8Array;
  /** They have been at `place` before. */
  readonly isAgain: Uint8Array;
  /** How many stand at each touchpoint. */
  readonly here: Int32Array;
}

/** Customers moving through the map; the replay decides when and where they are. */
export interface TokenSource {
  readonly touchpoints: readonly string[];
  readonly transitions: readonly string[];
  readonly looks: readonly TokenLook[];
  /** Calls back whenever there is something new to draw; returns how to stop. */
  subscribe(changed: () => void): () => void;
  read(): TokenFrame;
  /** The token to be kept in sight, with the steps of `taken` taken so far; the others are dimmed. */
  followed(): { readonly token: number; readonly from: number; readonly to: number } | null;
  /** A token was clicked; null = the click was at none. */
  pick(token: number | null): void;
}
