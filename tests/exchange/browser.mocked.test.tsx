import { fileOpen, fileSave } from 'browser-fs-access';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  encodePicture,
  pictureAddress,
  readClipboard,
  writeClipboard,
} from '../../src/exchange/browser';
import { pickMapFile, readMapFile, saveMapFile } from '../../src/exchange/browser/mapFile';
import { pickMap } from '../../src/exchange/library/pickMap';
import { newMap } from '../../src/map/records';
import { LIMITS } from '../../src/map/schema';
import { LARGEST_FILE, parseMap, serialise } from '../../src/map/text';

vi.mock('browser-fs-access');
const saving = vi.mocked(fileSave);
const opening = vi.mocked(fileOpen);

const map = newMap({ title: 'Shop', owner: 'Ann' });

beforeEach(() => {
  saving.mockReset().mockResolvedValue(null);
  opening.mockReset();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** What the file picker was last given to save. */
async function savedText(): Promise<string> {
  const blob = (await saving.mock.lastCall![0]) as Blob;
  return blob.text();
}

describe('saving a map to a file', () => {
  test('offers the title as the name and writes the map with who sends it', async () => {
    expect(await saveMapFile(map)).toBe(true);
    expect(saving.mock.lastCall![1]).toEqual({
      fileName: 'Shop.journey.json',
      extensions: ['.journey.json', '.json'],
      mimeTypes: ['application/json'],
    });
    const read = parseMap(await savedText()).map!;
    expect(serialise({ ...read, lineage: [] })).toBe(serialise(map));
    expect(read.lineage.map(({ by }) => by)).toEqual(['Ann']);
  });

  test('writes another format under its own ending', async () => {
    expect(await saveMapFile(map, 'typescript', 'Ben')).toBe(true);
    expect(saving.mock.lastCall![1]).toEqual({
      fileName: 'Shop.machine.ts',
      extensions: ['.machine.ts', '.ts'],
      mimeTypes: ['text/plain'],
    });
    expect(await savedText()).toContain('createMachine');
  });

  test('is given up where the user changes their mind, and fails aloud otherwise', async () => {
    saving.mockRejectedValueOnce(new DOMException('no', 'AbortError'));
    expect(await saveMapFile(map)).toBe(false);
    saving.mockRejectedValueOnce(new Error('disk'));
    await expect(saveMapFile(map)).rejects.toThrow('disk');
  });
});

describe('a browser that wants a press and had none', () => {
  const noPress = () => new DOMException('no press', 'NotAllowedError');

  test('gets the file as a download', async () => {
    saving.mockRejectedValueOnce(noPress());
    vi.stubGlobal('URL', { createObjectURL: () => 'blob:shop', revokeObjectURL: () => undefined });
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    expect(await saveMapFile(map)).toBe(true);
    expect(click.mock.contexts).toMatchObject([{ download: 'Shop.journey.json' }]);
  });

  test('is asked for a file again by a notice with a button', async () => {
    const take = vi.fn(() => Promise.resolve());
    const show = vi.fn<(notice: { actions?: readonly { run: () => void }[] }) => () => void>();
    const file = new File(['{}'], 'shop.json');
    opening.mockRejectedValueOnce(noPress()).mockResolvedValueOnce(file);
    await pickMap(take, (id) => id, { show });
    expect(show).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ text: 'file.pressAgain', stays: true }),
    );
    expect(take).not.toHaveBeenCalled();
    show.mock.lastCall![0].actions![0]!.run();
    await vi.waitFor(() => {
      expect(take).toHaveBeenCalledExactlyOnceWith([file]);
    });
  });

  test('reports every other failure', async () => {
    opening.mockRejectedValueOnce(new Error('broken'));
    const asked = pickMap(vi.fn(), (id) => id, { show: vi.fn() });
    await expect(asked).rejects.toThrow('broken');
  });
});

describe('opening a map from a file', () => {
  const file = new File([serialise(map)], 'shop.json');

  test('asks for JSON and reads it', async () => {
    opening.mockResolvedValueOnce(file);
    const picked = await pickMapFile();
    expect(opening).toHaveBeenCalledWith({
      extensions: ['.json'],
      mimeTypes: ['application/json'],
    });
    expect(await readMapFile(picked!)).toMatchObject({
      name: 'shop.json',
      result: { outcome: 'opened' },
      notCarried: [],
    });
  });

  test('is null where the user changes their mind', async () => {
    opening.mockRejectedValueOnce(new DOMException('no', 'AbortError'));
    expect(await pickMapFile()).toBeNull();
  });

  test('does not read a file over the limit', async () => {
    const arrayBuffer = vi.fn<() => Promise<ArrayBuffer>>();
    const big = Object.assign(new File(['{}'], 'big.json'), { arrayBuffer });
    Object.defineProperty(big, 'size', { value: LARGEST_FILE + 1 });
    const { name, result } = await readMapFile(big);
    expect([name, result.problems[0]?.code]).toEqual(['big.json', 'too-large']);
    expect(arrayBuffer).not.toHaveBeenCalled();
  });
});

describe("the system's clipboard", () => {
  test('is written and read', async () => {
    const clipboard = {
      writeText: vi.fn(() => Promise.resolve()),
      readText: () => Promise.resolve('hi'),
    };
    vi.stubGlobal('navigator', { clipboard });
    await writeClipboard('there');
    expect(clipboard.writeText).toHaveBeenCalledWith('there');
    expect(await readClipboard()).toBe('hi');
  });

  test('reads as null where the browser refuses', async () => {
    vi.stubGlobal('navigator', {
      clipboard: { readText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
    });
    expect(await readClipboard()).toBeNull();
  });
});

describe('a picture', () => {
  const release = vi.fn();

  interface Drawn {
    readonly width: number;
    readonly height: number;
    readonly quality: number;
  }

  /** A browser whose images have a size, and whose pictures take `bytesOf` of what they are drawn at. */
  function browserWith(
    size: { readonly width: number; readonly height: number } | null,
    bytesOf: (drawn: Drawn) => number,
    type = 'image/webp',
  ): Drawn[] {
    const drawn: Drawn[] = [];
    vi.stubGlobal('URL', { createObjectURL: () => 'blob:1', revokeObjectURL: release });
    vi.stubGlobal(
      'Image',
      class {
        src = '';
        naturalWidth = size?.width ?? 0;
        naturalHeight = size?.height ?? 0;
        decode = () => (size ? Promise.resolve() : Promise.reject(new Error('no image')));
      },
    );
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function (
      this: HTMLCanvasElement,
      done,
      _,
      quality,
    ) {
      const one = { width: this.width, height: this.height, quality: Number(quality) };
      drawn.push(one);
      done(new Blob([new Uint8Array(bytesOf(one))], { type }));
    });
    return drawn;
  }

  const file = new Blob(['…']);
  const few = () => 3;

  test('is drawn anew at its own size where it fits', async () => {
    const drawn = browserWith({ width: 800, height: 600 }, few);
    expect(await encodePicture(file)).toEqual({
      ok: true,
      picture: { asset: { type: 'image/webp', data: 'AAAA' }, width: 800, height: 600 },
    });
    expect(drawn).toEqual([{ width: 800, height: 600, quality: 0.86 }]);
    expect(release).toHaveBeenLastCalledWith('blob:1');
  });

  test('is at most 1,600 pixels on its longer side, and at least one on the other', async () => {
    browserWith({ width: 3_200, height: 1_000 }, few);
    expect(await encodePicture(file)).toMatchObject({ picture: { width: 1_600, height: 500 } });
    browserWith({ width: 10, height: 20_000 }, few);
    expect(await encodePicture(file)).toMatchObject({ picture: { width: 1, height: 1_600 } });
  });

  test('without a size of its own, as an SVG may be, is drawn at the largest', async () => {
    browserWith({ width: 0, height: 0 }, few);
    expect(await encodePicture(file)).toMatchObject({ picture: { width: 1_600, height: 1_600 } });
  });

  test('is made coarser and smaller until it is small enough', async () => {
    const least = (LIMITS.assetCharacters / 4) * 3;
    const drawn = browserWith({ width: 1_000, height: 500 }, ({ width }) =>
      width > 500 ? least + 3 : least,
    );
    const result = await encodePicture(file);
    expect(result).toMatchObject({ ok: true, picture: { width: 500, height: 250 } });
    expect(drawn).toEqual([
      { width: 1_000, height: 500, quality: 0.86 },
      { width: 1_000, height: 500, quality: 0.7 },
      { width: 750, height: 375, quality: 0.7 },
      { width: 500, height: 250, quality: 0.7 },
    ]);
  });

  test('that stays too large, or claims too many pixels, is refused as too large', async () => {
    const drawn = browserWith({ width: 1_000, height: 500 }, () => LIMITS.assetCharacters);
    expect(await encodePicture(file)).toEqual({ ok: false, reason: 'too-large' });
    expect(drawn.at(-1)).toEqual({ width: 250, height: 125, quality: 0.6 });
    const none = browserWith({ width: 10_000, height: 10_001 }, few);
    expect(await encodePicture(file)).toEqual({ ok: false, reason: 'too-large' });
    expect(none).toEqual([]);
    browserWith({ width: 10_000, height: 10_000 }, few);
    expect(await encodePicture(file)).toMatchObject({ ok: true });
  });

  test('that is a drawing has no origin, which would keep what it is drawn on from being read', async () => {
    browserWith({ width: 100, height: 50 }, few);
    const drawings: { src: string }[] = [];
    vi.stubGlobal(
      'Image',
      class extends (globalThis.Image as unknown as new () => { src: string }) {
        constructor() {
          super();
          drawings.push(this);
        }
      },
    );
    const drawing = new Blob(['<svg/>'], { type: 'image/svg+xml' });
    expect(await encodePicture(drawing)).toMatchObject({ ok: true });
    expect(drawings[0]?.src).toBe(`data:image/svg+xml;base64,${btoa('<svg/>')}`);
  });

  test('that nobody may read once it is drawn is refused, and nothing is thrown', async () => {
    browserWith({ width: 100, height: 50 }, few);
    vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(() => {
      throw new DOMException('Tainted canvases may not be exported.', 'SecurityError');
    });
    expect(await encodePicture(file)).toEqual({ ok: false, reason: 'not-drawable' });
  });

  test('that is none is refused, and so is what the browser cannot write as WebP', async () => {
    browserWith(null, few);
    expect(await encodePicture(file)).toEqual({ ok: false, reason: 'not-a-picture' });
    expect(release).toHaveBeenLastCalledWith('blob:1');
    browserWith({ width: 10, height: 10 }, few, 'image/png');
    expect(await encodePicture(file)).toEqual({ ok: false, reason: 'too-large' });
  });

  test('has an address that carries it', () => {
    expect(pictureAddress({ type: 'image/webp', data: 'AAAA' })).toBe(
      'data:image/webp;base64,AAAA',
    );
  });
});
