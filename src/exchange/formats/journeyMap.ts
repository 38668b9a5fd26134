import { withAncestor } from '../../map/change';
import { parseMap, revisionOf, serialise } from '../../map/text';
import type { Read, Write } from './format';

/** The text of a map's file: canonical, with the revision it leaves at in its lineage. */
export const writeJourneyMap: Write = async (map, { by, at }) => {
  const revision = await revisionOf(map);
  return serialise(withAncestor(map, revision, at.toISOString(), by));
};

/** Reads a file of our own; whatever says that it is no map is left to other formats. */
export const readJourneyMap: Read = (bytes) => {
  const result = parseMap(bytes);
  return result.problems.some(({ code }) => code === 'not-a-map')
    ? null
    : { result, notCarried: [] };
};
