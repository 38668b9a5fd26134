import { newId } from '../map/records';
import { StorageError } from './errors';
import type { AppendRequest, AppendResult, OpenedMap } from './types';

/** Other tabs may be typing meanwhile: this often the edit is made again on what they wrote. */
const ATTEMPTS = 100;

/** Writes the title as an edit like any other, so that open tabs follow and can undo what they do. */
export async function rename(
  open: () => Promise<OpenedMap | null>,
  append: (request: AppendRequest) => Promise<AppendResult>,
  mapId: string,
  title: string,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const opened = await open();
    if (!opened) throw new StorageError('missing', mapId);
    const set = (value: string) => [{ op: 'replace' as const, path: ['title'], value }];
    const result = await append({
      mapId,
      expectedHead: opened.head,
      entries: [
        {
          id: newId(),
          gesture: newId(),
          kind: 'edit',
          label: 'map.rename',
          patches: set(title),
          inverse: set(opened.map.title),
        },
      ],
    });
    if (result.status === 'saved') return;
    if (result.status === 'failed') {
      throw new StorageError(result.failure === 'gone' ? 'missing' : result.failure, result.reason);
    }
  }
  throw new StorageError('broken', `map ${mapId} changes too fast to be renamed`);
}
