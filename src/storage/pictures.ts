import { mapValues } from '../map/basics';
import type { MapPatch } from '../map/edits';
import type { JourneyMap } from '../map/schema';
import { isObject } from '../map/shape';

/**
 * Pictures weigh a thousand times what an edit weighs, so patches and snapshots carry their hash
 * (`#…`, which no base64 text begins with) and the bytes are kept once per map, on their own.
 */
const MARK = '#';

type Swap = (data: string) => string;

/** The map with every picture's data swapped. */
export function swapInMap(map: JourneyMap, swap: Swap): JourneyMap {
  return { ...map, assets: swapInTable(map.assets, swap) as JourneyMap['assets'] };
}

/** The patches with the data of every picture they carry swapped. */
export function swapInPatches<T extends MapPatch>(patches: readonly T[], swap: Swap): T[] {
  return patches.map((patch) => ({ ...patch, ...swapAt(patch, swap) }));
}

function swapAt({ path, value }: MapPatch, swap: Swap): { value?: unknown } {
  if (path.length === 0 && isObject(value)) {
    return { value: { ...value, assets: swapInTable(value.assets, swap) } };
  }
  if (path[0] !== 'assets') return {};
  if (path.length === 1) return { value: swapInTable(value, swap) };
  if (path.length === 2) return { value: swapInAsset(value, swap) };
  return path[2] === 'data' && typeof value === 'string' ? { value: swap(value) } : {};
}

function swapInTable(table: unknown, swap: Swap): unknown {
  if (!isObject(table)) return table;
  return mapValues(table, (asset) => swapInAsset(asset, swap));
}

function swapInAsset(asset: unknown, swap: Swap): unknown {
  if (!isObject(asset) || typeof asset.data !== 'string') return asset;
  return { ...asset, data: swap(asset.data) };
}

/** Runs a swap for its sake: every picture's data that `walk` meets. */
export function dataIn(walk: (swap: Swap) => unknown): Set<string> {
  const found = new Set<string>();
  walk((data) => {
    found.add(data);
    return data;
  });
  return found;
}

/** Hash by data, for every picture that is not a hash already. */
export async function hashAll(found: ReadonlySet<string>): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const data of found) if (!isHash(data) && data !== '') hashes.set(data, await hashOf(data));
  return hashes;
}

/** Whether a picture's `data` is a hash that stands for it. */
export const isHash = (data: string): boolean => data.startsWith(MARK);

/** Outside a secure context there is no digest; then a picture is simply kept twice. */
async function hashOf(data: string): Promise<string> {
  const bytes = new TextEncoder().encode(data);
  // `subtle` is missing outside secure contexts, whatever the types say.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  const digest = subtle
    ? new Uint8Array(await subtle.digest('SHA-256', bytes))
    : crypto.getRandomValues(new Uint8Array(32));
  return MARK + [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
