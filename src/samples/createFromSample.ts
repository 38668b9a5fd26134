import { newId } from '../map/records';
import { parseMap } from '../map/text';
import { loadSample, type SampleId } from './samples';
import type { MapSummary, Storage } from '../storage';

/** Keeps a new map made from a sample, in a language that the sample has. */
export async function createFromSample(
  storage: Pick<Storage, 'create'>,
  sample: SampleId,
  locale: string,
): Promise<MapSummary> {
  const result = parseMap(await loadSample(sample, locale));
  // A sample is ours and tested: one that cannot be read is a mistake in the build.
  if (result.outcome === 'refused') throw new Error('A sample map cannot be read.');
  return storage.create({ ...result.map, id: newId(), createdAt: new Date().toISOString() });
}
