import type { Rect } from '../../src/map/layout';
import type { TokenFrame } from '../../src/runs/replay';
import type { TokenGround } from '../../src/canvas/layers/tokens';

/** Two cards side by side and the one transition between them, a straight line of 100. */
const card = (x: number): Rect => ({ x, y: 0, width: 200, height: 80 });
export const GROUND: TokenGround = {
  cards: [card(0), card(300), undefined],
  transitions: [
    {
      chain: [
        { x: 200, y: 40 },
        { x: 300, y: 40 },
      ],
      length: 100,
      from: 0,
    },
  ],
};

interface One {
  readonly token: number;
  readonly place: number;
  readonly look?: number;
  readonly share?: number;
  /** It comes by the transition. */
  readonly isComing?: boolean;
  readonly isLeaving?: boolean;
  readonly isAgain?: boolean;
}

/** A frame of these tokens, with so many standing at each place. */
export function frameOf(ones: readonly One[], here: readonly number[] = []): TokenFrame {
  const bits = (of: (one: One) => boolean | undefined) =>
    Uint8Array.from(ones, (one) => Number(of(one) ?? false));
  return {
    count: ones.length,
    token: Int32Array.from(ones, ({ token }) => token),
    look: Uint8Array.from(ones, ({ look }) => look ?? 0),
    place: Int32Array.from(ones, ({ place }) => place),
    takenFrom: new Int32Array(ones.length),
    takenTo: Int32Array.from(ones, ({ isComing }) => Number(isComing ?? false)),
    taken: Int32Array.of(0),
    share: Float32Array.from(ones, ({ share }) => share ?? 1),
    isLeaving: bits(({ isLeaving }) => isLeaving),
    isAgain: bits(({ isAgain }) => isAgain),
    here: Int32Array.from(here),
  };
}
