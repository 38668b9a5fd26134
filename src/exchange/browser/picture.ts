import { LIMITS } from '../../map/schema';
import type { Asset } from '../../map/schema';

/** Longest side of a kept picture, in pixels. */
const LONGEST_SIDE = 1_600;
/** A picture that claims more pixels than this is refused before it is drawn. */
const MOST_PIXELS = 100_000_000;
const TYPE = 'image/webp';
/** Tried in turn until the picture is small enough. */
const ATTEMPTS = [
  { scale: 1, quality: 0.86 },
  { scale: 1, quality: 0.7 },
  { scale: 0.75, quality: 0.7 },
  { scale: 0.5, quality: 0.7 },
  { scale: 0.25, quality: 0.6 },
] as const;

/** A picture as a map keeps it: redrawn, so without anything but its pixels. */
export interface EncodedPicture {
  readonly asset: Asset;
  readonly width: number;
  readonly height: number;
}

type PictureRefusal = 'not-a-picture' | 'too-large' | 'not-drawable';

type PictureResult =
  | { readonly ok: true; readonly picture: EncodedPicture }
  | { readonly ok: false; readonly reason: PictureRefusal };

/**
 * Redraws a file's picture: no EXIF, no scripts, SVG as pixels, at most 1,600 px and 300 KB.
 * An SVG is loaded as an image, where browsers run no scripts and fetch nothing.
 */
export async function encodePicture(file: Blob): Promise<PictureResult> {
  const image = await decode(file);
  if (!image) return { ok: false, reason: 'not-a-picture' };
  const width = image.naturalWidth || LONGEST_SIDE;
  const height = image.naturalHeight || LONGEST_SIDE;
  if (width * height > MOST_PIXELS) return { ok: false, reason: 'too-large' };
  const fit = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  for (const { scale, quality } of ATTEMPTS) {
    const size = {
      width: Math.max(1, Math.round(width * fit * scale)),
      height: Math.max(1, Math.round(height * fit * scale)),
    };
    const data = await draw(image, size, quality);
    if (data === 'tainted') return { ok: false, reason: 'not-drawable' };
    if (data !== null && data.length <= LIMITS.assetCharacters) {
      return { ok: true, picture: { asset: { type: TYPE, data }, ...size } };
    }
  }
  return { ok: false, reason: 'too-large' };
}

/** The address of a kept picture, for an image element. */
export function pictureAddress({ type, data }: Asset): string {
  return `data:${type};base64,${data}`;
}

async function decode(file: Blob): Promise<HTMLImageElement | null> {
  // What a drawing with `foreignObject` is drawn on can be read in Chromium only where the drawing has no origin.
  const isDrawing = file.type === 'image/svg+xml';
  const address = isDrawing ? '' : URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = isDrawing ? `data:${file.type};base64,${await base64Of(file)}` : address;
    await image.decode();
    return image;
  } catch {
    return null;
  } finally {
    if (address !== '') URL.revokeObjectURL(address);
  }
}

/** In base64; null where the browser cannot write it, `tainted` where it lets nobody read what was drawn. */
async function draw(
  image: HTMLImageElement,
  { width, height }: { width: number; height: number },
  quality: number,
): Promise<string | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
  try {
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, TYPE, quality);
    });
    return blob?.type === TYPE ? await base64Of(blob) : null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'SecurityError') return 'tainted';
    throw error;
  }
}

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
