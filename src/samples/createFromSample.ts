import { newId } from '../map/records';
import type { JourneyMap } from '../map/schema';
import { parseMap } from '../map/text';
import { loadSample, type SampleId } from './samples';
import type { MapSummary, Storage } from '../storage';

/** The map of a sample in a language that the sample has, as the file says it. */
export async function readSample(sample: SampleId, locale: string): Promise<JourneyMap> {
  const result = parseMap(await loadSample(sample, locale));
  // A sample is ours and tested: one that cannot be read is a mistake in the build.
  if (result.outcome === 'refused') throw new Error('A sample map cannot be read.');
  return result.map;
}

/**
 * Keeps a new map made from a sample, in a language that the sample has. A blank one takes the currency; the amounts
 * of the others are in their own.
 */
export async function createFromSample(
  storage: Pick<Storage, 'create'>,
  sample: SampleId,
  locale: string,
  currency: string,
): Promise<MapSummary> {
  const read = unseen(await readSample(sample, locale));
  const map = sample === 'blank' ? { ...read, currency } : read;
  return storage.create({ ...map, id: newId(), createdAt: new Date().toISOString() });
}

/** Nobody has reviewed the new map, and none of its data is theirs: such dates are the sample's own. */
function unseen(map: JourneyMap): JourneyMap {
  const touchpoints = Object.entries(map.touchpoints).map(
    ([id, touchpoint]) => [id, { ...touchpoint, reviewedAt: null }] as const,
  );
  const segments = Object.entries(map.segments).map(
    ([id, segment]) => [id, { ...segment, reviewedAt: null, dataAsOf: null }] as const,
  );
  return {
    ...map,
    touchpoints: Object.fromEntries(touchpoints),
    segments: Object.fromEntries(segments),
  };
}
