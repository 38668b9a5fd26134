import { readFileSync } from 'node:fs';
import { parseMap } from '../../src/map/text';
import type { JourneyMap } from '../../src/map/schema';

/** The sample map, as shipped. */
export function coachingLive(): JourneyMap {
  const path = 'src/samples/coachinglive.journey.json';
  const read = parseMap(readFileSync(path));
  if (!read.map) throw new Error('the sample cannot be read');
  return read.map;
}
