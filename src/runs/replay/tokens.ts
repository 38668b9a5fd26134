import type { Color } from '../../map/schema';

export type TokenShape = 'circle' | 'square' | 'triangle' | 'diamond' | 'hexagon' | 'cross';

/** How tokens of one kind are drawn: no kind by its colour alone. */
export interface TokenLook {
  readonly color: Color;
  readonly shape: TokenShape;
  /** Seen when near; '' for none. */
  readonly letter: string;
}

/**
 * Who is where, as columns: entry k < `count` of each tells of one token. Touchpoints and transitions are
 * counted by their place in the source's lists. A frame is read at once and not kept.
 */
export interface TokenFrame {
  readonly count: number;
  readonly token: Int32Array;
  /** Place in the source's looks. */
  readonly look: Uint8Array;
  /** Where they are, or are coming to. */
  readonly place: Int32Array;
  /** They come by the transitions `ways[k]`, `wayFrom` ≤ k < `wayTo`; −1 among them leads nowhere. */
  readonly wayFrom: Int32Array;
  readonly wayTo: Int32Array;
  readonly ways: Int32Array;
  /** How far they have come, 0 … 1; 1 = they are there. */
  readonly share: Float32Array;
  /** They leave the journey from `place`; `share` is how far they are gone. */
  readonly isLeaving: Uint8Array;
  /** They have been at `place` before. */
  readonly isAgain: Uint8Array;
  /** How many stand at each touchpoint. */
  readonly here: Int32Array;
}

/** Customers on their way through the map; whoever plays them says when and where. */
export interface TokenSource {
  readonly touchpoints: readonly string[];
  readonly transitions: readonly string[];
  readonly looks: readonly TokenLook[];
  /** Calls back whenever there is something new to draw; answers how to stop. */
  subscribe(changed: () => void): () => void;
  read(): TokenFrame;
  /** The token to be kept in sight, with the steps of `ways` they have gone; the others are dimmed. */
  followed(): { readonly token: number; readonly from: number; readonly to: number } | null;
  /** A token was clicked; null = none where the click was. */
  pick(token: number | null): void;
}
