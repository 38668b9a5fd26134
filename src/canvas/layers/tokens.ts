import { placeById } from '../../map/basics';
import { type Point, type Rect, stubOf } from '../../map/layout';
import type { TokenFrame, TokenShape, TokenSource } from '../../runs/replay';
import type { Scene } from '../scene';

/** A transition as drawn. */
interface DrawnTransition {
  readonly chain: readonly Point[];
  readonly length: number;
  /** Place of the touchpoint it leaves. */
  readonly from: number;
}

/** Where tokens go, by the places of a source's lists. */
export interface TokenGround {
  readonly cards: readonly (Rect | undefined)[];
  readonly transitions: readonly (DrawnTransition | undefined)[];
}

/** Looks up what the source names in the scene; what the scene does not draw is undefined. */
export function groundOf(
  { cards, routes, joins }: Scene,
  { touchpoints, transitions }: Pick<TokenSource, 'touchpoints' | 'transitions'>,
): TokenGround {
  const placeOf = placeById(touchpoints);
  const fromOf = new Map(joins.map(({ id, from }) => [id, placeOf.get(from) ?? -1]));
  return {
    cards: touchpoints.map((id) => cards.get(id)),
    transitions: transitions.map((id) => {
      const chain = routes.get(id)?.chain;
      return chain && { chain, length: lengthOf(chain), from: fromOf.get(id) ?? -1 };
    }),
  };
}

/** Where a token waits: at a place along the foot of the card that depends on the token alone. */
function spotOf({ x, y, width, height }: Rect, token: number): Point {
  const hash = Math.imul(token + 1, 2_654_435_761) >>> 0;
  const across = (hash & 0xffff) / 0x10000;
  const down = (hash >>> 16) / 0x10000;
  return { x: x + 8 + across * (width - 62), y: y + height + 6 + down * 15 };
}

/** Where entry `k` of a frame is; null where its touchpoint is not on the map. */
export function tokenPointOf(
  { cards, transitions }: TokenGround,
  frame: TokenFrame,
  k: number,
  token = frame.token[k]!,
): Point | null {
  const card = cards[frame.place[k]!];
  if (!card) return null;
  const share = frame.share[k]!;
  const goal = spotOf(card, token);
  if (frame.isLeaving[k]) {
    const { x, y } = stubOf(card).label;
    return { x: mix(goal.x, x + 18, share), y: mix(goal.y, y + 22, share) };
  }
  if (share >= 1) return goal;
  const legs: DrawnTransition[] = [];
  for (let step = frame.takenFrom[k]!; step < frame.takenTo[k]!; step += 1) {
    const transition = transitions[frame.taken[step]!];
    if (transition) legs.push(transition);
  }
  const origin = cards[legs[0]?.from ?? -1];
  if (!legs.length || !origin) return goal;
  return along([spotOf(origin, token), ...legs.flatMap(({ chain }) => chain), goal], share);
}

/** The point at an eased share of a chain. */
function along(chain: readonly Point[], share: number): Point {
  let left = lengthOf(chain) * share * share * (3 - 2 * share);
  for (let at = 1; at < chain.length; at += 1) {
    const from = chain[at - 1]!;
    const to = chain[at]!;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (left <= length && length > 0) {
      return { x: mix(from.x, to.x, left / length), y: mix(from.y, to.y, left / length) };
    }
    left -= length;
  }
  return chain.at(-1)!;
}

function lengthOf(chain: readonly Point[]): number {
  let length = 0;
  for (let at = 1; at < chain.length; at += 1) {
    length += Math.hypot(chain[at]!.x - chain[at - 1]!.x, chain[at]!.y - chain[at - 1]!.y);
  }
  return length;
}

const mix = (a: number, b: number, share: number) => a + (b - a) * share;

/** Outline of a shape around 0, 0, for a canvas or an SVG `d`. */
export function outlineOf(shape: TokenShape, r: number): string {
  switch (shape) {
    case 'circle':
      return `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
    case 'square':
      return `M${-r * 0.88} ${-r * 0.88}H${r * 0.88}V${r * 0.88}H${-r * 0.88}Z`;
    case 'triangle':
      return `M0 ${-r * 1.15}L${r * 1.1} ${r * 0.85}H${-r * 1.1}Z`;
    case 'diamond':
      return `M0 ${-r * 1.25}L${r * 1.25} 0L0 ${r * 1.25}L${-r * 1.25} 0Z`;
    case 'hexagon':
      return `M${-r * 0.58} ${-r}H${r * 0.58}L${r * 1.12} 0L${r * 0.58} ${r}H${-r * 0.58}L${-r * 1.12} 0Z`;
    case 'cross': {
      const [a, b] = [r * 0.45, r * 1.15];
      return `M${-a} ${-b}H${a}V${-a}H${b}V${a}H${a}V${b}H${-a}V${a}H${-b}V${-a}H${-a}Z`;
    }
  }
}
