import type { TokenLook } from '../../runs/replay';
import { outlineOf } from './tokens';

/** Colours of the theme and drawn tokens, each made once. */
export interface TokenSprites {
  /** A colour of the theme as the browser has it now: canvases do not resolve custom properties. */
  color(name: string): string;
  /** The picture of a token: `radius` in CSS pixels, `scale` device pixels for each of them. */
  sprite(look: TokenLook, radius: number, isAgain: boolean, scale: number): HTMLCanvasElement;
  /** The theme changed: everything is made again. */
  forget(): void;
}

/** @param canvas gives the theme's colours and the font */
export function tokenSprites(canvas: HTMLCanvasElement): TokenSprites {
  const sprites = new Map<string, HTMLCanvasElement>();
  const colors = new Map<string, string>();

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

  return {
    color,
    sprite,
    forget() {
      colors.clear();
      sprites.clear();
    },
  };
}
