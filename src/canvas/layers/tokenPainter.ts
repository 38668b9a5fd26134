import type { Point } from '../../map/layout';
import type { TokenFrame, TokenLook, TokenSource } from '../../runs/replay';
import {
  type PlannedCount,
  type PlannedToken,
  planTokens,
  tokenNear,
  type TokenPlan,
  type TokenView,
} from './tokenPlan';
import type { TokenGround } from './tokens';
import { tokenSprites } from './tokenSprites';

/** Draws tokens on one canvas, and finds which one is at a point. */
export interface TokenPainter {
  paint(ground: TokenGround, source: TokenSource, view: TokenView): void;
  /** The token drawn nearest to a point of the canvas, in CSS pixels, if one is near. */
  tokenAt(point: Point): number | null;
  /** Where the followed token was drawn; null = nowhere. */
  followedAt(): Point | null;
  /** The theme changed: colours are read again. */
  forgetColors(): void;
}

const NOTHING: TokenPlan = { tokens: [], counts: [], countAlpha: 1, followed: null };

/** Draws at most two device pixels for each CSS pixel; draws nothing while the canvas has no size. */
export function tokenPainter(canvas: HTMLCanvasElement): TokenPainter {
  const context = canvas.getContext('2d');
  const sprites = tokenSprites(canvas);
  let plan = NOTHING;

  function paint(ground: TokenGround, source: TokenSource, view: TokenView): void {
    const { width, height } = canvas.getBoundingClientRect();
    const scale = Math.min(2, devicePixelRatio || 1);
    if (!context || width === 0) return;
    if (
      canvas.width !== Math.round(width * scale) ||
      canvas.height !== Math.round(height * scale)
    ) {
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
    }
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, width, height);
    const frame = source.read();
    const followed = source.followed();
    plan = planTokens(ground, frame, followed, view, { width, height });
    if (followed) paintTrail(context, sprites.color('--accent'), ground, frame, followed, view);
    for (const planned of plan.tokens) stamp(source.looks, planned, scale);
    context.globalAlpha = plan.countAlpha;
    const font = getComputedStyle(canvas).fontFamily;
    const colors = {
      back: sprites.color('--surface-inverse'),
      front: sprites.color('--text-inverse'),
    };
    paintCounts(context, plan.counts, { ...colors, font, size: view.zoom < 0.3 ? 10 : 12 });
    context.globalAlpha = 1;
    if (plan.followed) paintFollowed(source.looks, plan.followed, scale);
  }

  function paintFollowed(looks: readonly TokenLook[], planned: PlannedToken, scale: number): void {
    const pen = context!;
    pen.beginPath();
    pen.arc(planned.x, planned.y, 15, 0, 2 * Math.PI);
    pen.lineWidth = 2.5;
    pen.strokeStyle = sprites.color('--accent');
    pen.stroke();
    stamp(looks, planned, scale);
  }

  function stamp(
    looks: readonly TokenLook[],
    { look, radius, isAgain, alpha, x, y }: PlannedToken,
    scale: number,
  ): void {
    const pen = context!;
    const image = sprites.sprite(looks[look]!, radius, isAgain, scale);
    const size = image.width / scale;
    pen.globalAlpha = alpha;
    pen.drawImage(image, x - size / 2, y - size / 2, size, size);
  }

  return {
    paint,
    tokenAt: (point) => tokenNear(plan, point),
    followedAt: () => plan.followed,
    forgetColors() {
      sprites.forget();
    },
  };
}

/** The transitions a token has taken; one taken twice is drawn twice as strong. */
function paintTrail(
  pen: CanvasRenderingContext2D,
  color: string,
  { transitions }: TokenGround,
  frame: TokenFrame,
  { from, to }: { readonly from: number; readonly to: number },
  view: TokenView,
): void {
  pen.save();
  pen.translate(view.x, view.y);
  pen.scale(view.zoom, view.zoom);
  pen.lineWidth = 5 / view.zoom;
  pen.lineCap = pen.lineJoin = 'round';
  pen.strokeStyle = color;
  pen.globalAlpha = 0.35;
  for (let step = from; step < to; step += 1) {
    const chain = transitions[frame.taken[step]!]?.chain;
    if (!chain) continue;
    pen.beginPath();
    chain.forEach(({ x, y }) => pen.lineTo(x, y));
    pen.stroke();
  }
  pen.restore();
}

/** How many stand at each touchpoint: a number on a rounded ground. */
function paintCounts(
  pen: CanvasRenderingContext2D,
  counts: readonly PlannedCount[],
  { back, front, font, size }: { back: string; front: string; font: string; size: number },
): void {
  pen.font = `600 ${size}px ${font}`;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  for (const { x, y, count } of counts) {
    const text = String(count);
    const width = pen.measureText(text).width + 10;
    pen.fillStyle = back;
    pen.beginPath();
    pen.roundRect(x - 4, y - size * 0.75, width, size * 1.5, size * 0.75);
    pen.fill();
    pen.fillStyle = front;
    pen.fillText(text, x + 1, y + 0.5);
  }
}
