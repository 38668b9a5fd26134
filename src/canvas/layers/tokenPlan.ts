import type { Point } from '../../map/layout';
import type { TokenFrame } from '../../runs/replay';
import { tokenPointOf, type TokenGround } from './tokens';

/** What of the canvas is seen: a point of the canvas times `zoom` plus the offset is one of the screen. */
export interface TokenView {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** A token to draw; places and lengths in CSS pixels of the screen. */
export interface PlannedToken extends Point {
  readonly token: number;
  /** Place in the source's looks. */
  readonly look: number;
  readonly radius: number;
  readonly isAgain: boolean;
  readonly alpha: number;
}

/** How many stand at a touchpoint, at the lower left corner of its card on the screen. */
export interface PlannedCount extends Point {
  readonly count: number;
}

/** Everything one frame shows, in the order it is drawn. */
export interface TokenPlan {
  readonly tokens: readonly PlannedToken[];
  readonly counts: readonly PlannedCount[];
  readonly countAlpha: number;
  /** The token kept in sight, drawn last and larger; null = none, or it is nowhere on the map. */
  readonly followed: PlannedToken | null;
}

/** How near a click must be, in CSS pixels. */
const REACH = 14;
/** Of all tokens but the followed one. */
const DIMMED = 0.16;
const COUNTS_DIMMED = 0.5;
/** A token this far outside of the screen is not drawn. */
const OUTSIDE = 20;
const FOLLOWED_RADIUS = 9;

/** Where the tokens of a frame are drawn on a screen of a size, and how. */
export function planTokens(
  ground: TokenGround,
  frame: TokenFrame,
  followed: { readonly token: number } | null,
  view: TokenView,
  size: { readonly width: number; readonly height: number },
): TokenPlan {
  const radius = view.zoom < 0.3 ? 3.5 : view.zoom < 0.7 ? 4.5 : 6.5;
  const tokens: PlannedToken[] = [];
  let own: PlannedToken | null = null;
  for (let k = 0; k < frame.count; k += 1) {
    const point = tokenPointOf(ground, frame, k);
    if (!point) continue;
    const { x, y } = onScreen(point, view);
    const [token, look] = [frame.token[k]!, frame.look[k]!];
    if (token === followed?.token) {
      own = { token, look, x, y, radius: FOLLOWED_RADIUS, isAgain: false, alpha: 1 };
      continue;
    }
    if (x < -OUTSIDE || y < -OUTSIDE || x > size.width + OUTSIDE || y > size.height + OUTSIDE) {
      continue;
    }
    const left = frame.isLeaving[k] ? 1 - frame.share[k]! : 1;
    const alpha = (followed ? DIMMED : 1) * left;
    tokens.push({ token, look, x, y, radius, isAgain: frame.isAgain[k] === 1, alpha });
  }
  const counts = ground.cards.flatMap((card, place) => {
    const count = frame.here[place] ?? 0;
    if (!card || count === 0) return [];
    return [{ ...onScreen({ x: card.x, y: card.y + card.height }, view), count }];
  });
  return { tokens, counts, countAlpha: followed ? COUNTS_DIMMED : 1, followed: own };
}

function onScreen({ x, y }: Point, view: TokenView): Point {
  return { x: x * view.zoom + view.x, y: y * view.zoom + view.y };
}

/** The token of a plan nearest to a point of the screen, if one is near; of two as near the one on top. */
export function tokenNear({ tokens, followed }: TokenPlan, at: Point): number | null {
  let nearest: number | null = null;
  let least = REACH;
  for (const each of followed ? [...tokens, followed] : tokens) {
    const distance = Math.hypot(each.x - at.x, each.y - at.y);
    if (distance > least) continue;
    least = distance;
    nearest = each.token;
  }
  return nearest;
}

/** The part of the screen in which a followed token moves without the view following. */
const CALM = { left: 0.2, right: 0.62, top: 0.2, bottom: 0.62 };
/** How much of the distance the view moves in one frame. */
const PULL = 0.14;

/**
 * By how many CSS pixels the view moves so that a followed token stays in sight; null = it stays.
 * @param atOnce without an animation: the reader asked for less motion
 */
export function followBy(
  at: Point | null,
  { width, height }: { readonly width: number; readonly height: number },
  atOnce: boolean,
): Point | null {
  if (!at) return null;
  const beyond = (value: number, low: number, high: number) =>
    value < low ? low - value : value > high ? high - value : 0;
  const x = beyond(at.x, width * CALM.left, width * CALM.right);
  const y = beyond(at.y, height * CALM.top, height * CALM.bottom);
  if (x === 0 && y === 0) return null;
  const isFar = Math.hypot(x, y) > Math.max(width, height);
  const pull = atOnce || isFar ? 1 : PULL;
  return { x: x * pull, y: y * pull };
}
