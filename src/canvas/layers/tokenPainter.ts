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
import { outlineOf, type TokenGround } from './tokens';

/** Draws tokens on one canvas, and knows afterwards which is where. */
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

export function tokenPainter(canvas: HTMLCanvasElement): TokenPainter {
  const context = canvas.getContext('2d');
  const sprites = new Map<string, HTMLCanvasElement>();
  const colors = new Map<string, string>();
  let plan = NOTHING;

  /** A colour of the theme as the browser has it now: canvases know no custom properties. */
  function color(name: string): string {
    const known = colors.get(name);
    if (known !== undefined) return known;
    canvas.style.color = `var(${name})`;
    const value = getComputedStyle(canvas).color;
    colors.set(name, value);
    return value;
  }

  function sprite(look: TokenLook, radius: number, isAgain: boolean, scale: number) {
    const key = `${look.color} ${look.shape} ${look.letter} ${radius} ${isAgain} ${scale}`;
    const known = sprites.get(key);
    if (known) return known;
    const half = radius * 1.3 + 3;
    const made = document.createElement('canvas');
    made.width = made.height = Math.ceil(half * 2 * scale);
    const pen = made.getContext('2d')!;
    pen.scale(scale, scale);
    pen.translate(half, half);
    const outline = new Path2D(outlineOf(look.shape, radius));
    pen.lineJoin = 'round';
    pen.lineWidth = isAgain ? 3.5 : 1.6;
    pen.strokeStyle = color(isAgain ? '--text' : '--surface');
    pen.stroke(outline);
    pen.fillStyle = color(`--color-${look.color}-solid`);
    pen.fill(outline);
    if (radius >= 6 && look.letter !== '') {
      pen.fillStyle = color(`--color-${look.color}-on-solid`);
      pen.font = `700 ${radius * 1.25}px ${getComputedStyle(canvas).fontFamily}`;
      pen.textAlign = 'center';
      pen.textBaseline = 'middle';
      pen.fillText(look.letter, 0, look.shape === 'triangle' ? radius * 0.25 : 0.5);
    }
    sprites.set(key, made);
    return made;
  }

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
    if (followed) paintTrail(ground, frame, followed, view);
    for (const planned of plan.tokens) stamp(source.looks, planned, scale);
    paintCounts(plan.counts, plan.countAlpha, view.zoom);
    if (plan.followed) paintFollowed(source.looks, plan.followed, scale);
  }

  function paintFollowed(looks: readonly TokenLook[], planned: PlannedToken, scale: number): void {
    const pen = context!;
    pen.beginPath();
    pen.arc(planned.x, planned.y, 15, 0, 2 * Math.PI);
    pen.lineWidth = 2.5;
    pen.strokeStyle = color('--accent');
    pen.stroke();
    stamp(looks, planned, scale);
  }

  function stamp(
    looks: readonly TokenLook[],
    { look, radius, isAgain, alpha, x, y }: PlannedToken,
    scale: number,
  ): void {
    const pen = context!;
    const image = sprite(looks[look]!, radius, isAgain, scale);
    const size = image.width / scale;
    pen.globalAlpha = alpha;
    pen.drawImage(image, x - size / 2, y - size / 2, size, size);
  }

  /** The transitions a token has taken; one taken twice is drawn twice as strong. */
  function paintTrail(
    { ways }: TokenGround,
    frame: TokenFrame,
    { from, to }: { from: number; to: number },
    view: TokenView,
  ) {
    const pen = context!;
    pen.save();
    pen.translate(view.x, view.y);
    pen.scale(view.zoom, view.zoom);
    pen.lineWidth = 5 / view.zoom;
    pen.lineCap = pen.lineJoin = 'round';
    pen.strokeStyle = color('--accent');
    pen.globalAlpha = 0.35;
    for (let step = from; step < to; step += 1) {
      const chain = ways[frame.ways[step]!]?.chain;
      if (!chain) continue;
      pen.beginPath();
      chain.forEach(({ x, y }) => pen.lineTo(x, y));
      pen.stroke();
    }
    pen.restore();
  }

  function paintCounts(counts: readonly PlannedCount[], alpha: number, zoom: number): void {
    const pen = context!;
    const size = zoom < 0.3 ? 10 : 12;
    pen.font = `600 ${size}px ${getComputedStyle(canvas).fontFamily}`;
    pen.textAlign = 'left';
    pen.textBaseline = 'middle';
    pen.globalAlpha = alpha;
    const [back, front] = [color('--surface-inverse'), color('--text-inverse')];
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
    pen.globalAlpha = 1;
  }

  return {
    paint,
    tokenAt: (point) => tokenNear(plan, point),
    followedAt: () => plan.followed,
    forgetColors() {
      colors.clear();
      sprites.clear();
    },
  };
}
