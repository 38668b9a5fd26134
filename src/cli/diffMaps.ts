import { diff } from '../map/change';
import { toPointer } from '../map/shape';
import type { CommandResult, Voice } from './output';
import { readMap } from './readMap';

/** What changed from one map to another, record by record and field by field. */
export async function diffMaps(
  before: string,
  after: string,
  warn: Voice['warn'],
): Promise<CommandResult> {
  const changes = diff(await readMap(before, warn), await readMap(after, warn)).map((change) => ({
    kind: change.kind,
    pointer: toPointer(
      change.collection === 'map' ? change.path : [change.collection, change.id, ...change.path],
    ),
    before: change.before,
    after: change.after,
  }));
  const lines = changes.map(({ kind, pointer }) => `${kind}  ${pointer}\n`);
  return { text: lines.join(''), json: { changes }, findings: changes.length > 0 };
}
