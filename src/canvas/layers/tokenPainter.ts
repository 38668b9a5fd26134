import type { Point } from '../../map/layout';
import type { TokenFrame, TokenLook, TokenSource } from '../../runs/replay/tokens';
import { outlineOf, pointOf, type TokenGround } from './tokens';

interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Draws tokens on one canvas, and knows afterwards which is where. */
export interface TokenPainter {
  paint(ground: TokenGround, source: TokenSource, view: View): void;
  /** The token drawn nearest to a point of the canvas, in CSS pixels, if one is near. */
  tokenAt(point: Point): number | null;
  /** Where the followed token was drawn; null = nowhere. */
  followedAt(): Point | null;
  /** Colours are another ones now. */
  forgetColors(): void;
}

/** How near a click must be, in CSS pixels. */
const REACH = 14;
const DIMMED = 0.16;

export function tokenPainter(canvas: HTMLCanvasElement): TokenPainter {
  const context = canvas.getContext('2d');
  const sprites = new Map<string, HTMLCanvasElement>();
  const colors = new Map<string, string>();
  let drawn: { token: number; x: number; y: number }[] = [];
  let kept: Point | null = null;

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

  function paint(ground: TokenGround, source: TokenSource, view: View): void {
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
    const toScreen = ({ x, y }: Point) => ({
      x: x * view.zoom + view.x,
      y: y * view.zoom + view.y,
    });
    const radius = view.zoom < 0.3 ? 3.5 : view.zoom < 0.7 ? 4.5 : 6.5;
    drawn = [];
    kept = null;
    if (followed) paintTrail(ground, frame, followed, view);
    let own = -1;
    for (let k = 0; k < frame.count; k += 1) {
      const token = frame.token[k]!;
      if (token === followed?.token) {
        own = k;
        continue;
      }
      const point = pointOf(ground, frame, k);
      if (!point) continue;
      const { x, y } = toScreen(point);
      if (x < -20 || y < -20 || x > width + 20 || y > height + 20) continue;
      context.globalAlpha =
        (followed ? DIMMED : 1) * (frame.isLeaving[k] ? 1 - frame.share[k]! : 1);
      stamp(source.looks[frame.look[k]!]!, radius, frame.isAgain[k] === 1, x, y, scale);
      drawn.push({ token, x, y });
    }
    context.globalAlpha = 1;
    paintCounts(ground, frame, followed ? 0.5 : 1, toScreen, view.zoom);
    if (own >= 0) {
      const point = pointOf(ground, frame, own);
      if (!point) return;
      kept = toScreen(point);
      context.beginPath();
      context.arc(kept.x, kept.y, 15, 0, 2 * Math.PI);
      context.lineWidth = 2.5;
      context.strokeStyle = color('--accent');
      context.stroke();
      stamp(source.looks[frame.look[own]!]!, 9, false, kept.x, kept.y, scale);
      drawn.push({ token: frame.token[own]!, ...kept });
    }
  }

  function stamp(
    look: TokenLook,
    radius: number,
    isAgain: boolean,
    x: number,
    y: number,
    scale: number,
  ) {
    const image = sprite(look, radius, isAgain, scale);
    const size = image.width / scale;
    context!.drawImage(image, x - size / 2, y - size / 2, size, size);
  }

  /** The way she has come; where she went twice it is twice as strong. */
  function paintTrail(
    { ways }: TokenGround,
    frame: TokenFrame,
    { from, to }: { from: number; to: number },
    view: View,
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

  /** How many wait at each card, at its lower left corner. */
  function paintCounts(
    { cards }: TokenGround,
    frame: TokenFrame,
    alpha: number,
    toScreen: (point: Point) => Point,
    zoom: number,
  ) {
    const pen = context!;
    const size = zoom < 0.3 ? 10 : 12;
    pen.font = `600 ${size}px ${getComputedStyle(canvas).fontFamily}`;
    pen.textAlign = 'left';
    pen.textBaseline = 'middle';
    pen.globalAlpha = alpha;
    const [back, front] = [color('--surface-inverse'), color('--text-inverse')];
    for (let place = 0; place < cards.length; place += 1) {
      const card = cards[place];
      const count = frame.here[place] ?? 0;
      if (!card || count === 0) continue;
      const { x, y } = toScreen({ x: card.x, y: card.y + card.height });
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
    tokenAt({ x, y }) {
      let nearest: number | null = null;
      let least = REACH;
      for (const each of drawn) {
        const distance = Math.hypot(each.x - x, each.y - y);
        if (distance > least) continue;
        least = distance;
        nearest = each.token;
      }
      return nearest;
    },
    followedAt: () => kept,
    forgetColors() {
      colors.clear();
      sprites.clear();
    },
  };
}
