import { merge } from '../map/merge';
import { toPointer } from '../map/shape';
import { serialise } from '../map/text';
import type { CommandResult, Voice } from './output';
import { readMap } from './readMap';

/**
 * Merges two maps that came from one. The merged map goes to stdout; conflicts, where mine stands,
 * are reported on stderr and make the exit code 1.
 */
export async function mergeMaps(
  base: string,
  mine: string,
  theirs: string,
  warn: Voice['warn'],
): Promise<CommandResult> {
  const merged = merge(
    await readMap(base, warn),
    await readMap(mine, warn),
    await readMap(theirs, warn),
  );
  const conflicts = merged.conflicts.map((conflict) => ({
    pointer: toPointer(
      conflict.collection === 'map'
        ? conflict.path
        : [conflict.collection, conflict.id, ...conflict.path],
    ),
    mine: conflict.mine,
    theirs: conflict.theirs,
  }));
  for (const { pointer } of conflicts) warn(`conflict  ${pointer}\n`);
  return {
    text: serialise(merged.map),
    json: { map: merged.map, conflicts },
    findings: conflicts.length > 0,
  };
}
