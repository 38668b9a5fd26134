import * as Comlink from 'comlink';
import { type Spawned, spawnedOf, WorkerClient, WorkerFailed } from '../../simulation/worker';
import { readContent, type ReadResult, refusedUnread } from '../formats';
import type { ReadWorker } from './readWorker';

/** A file of fewer bytes is read before a worker would have begun. */
const SMALL = 200_000;
/** Far beyond what the largest file takes, in ms. */
const PATIENCE = 60_000;

const spawnWorker = () =>
  spawnedOf(new Worker(new URL('./readWorker.ts', import.meta.url), { type: 'module' }));

/**
 * Reads a file's content, a large one beside the page: in a worker, which is ended where it takes too
 * long or too much memory. Such a file is refused. Where there is no worker to be had, the page reads it.
 * Rejects with the signal's reason.
 */
export async function readBeside(
  bytes: Uint8Array,
  signal?: AbortSignal,
  spawn: () => Spawned = spawnWorker,
  patience = PATIENCE,
): Promise<ReadResult> {
  if (bytes.byteLength <= SMALL || typeof Worker === 'undefined') return readContent(bytes);
  const client = new WorkerClient<ReadWorker>({ spawn, patience });
  try {
    if (!(await hasStarted(client))) return await readContent(bytes);
    const moved = Comlink.transfer(bytes, [bytes.buffer]);
    return await client.ask((worker) => worker.read(moved), { signal });
  } catch (error) {
    if (error instanceof WorkerFailed) return refusedUnread('unreadable');
    throw error;
  } finally {
    client.end();
  }
}

/** Offline, a worker's code may not be here. */
async function hasStarted(client: WorkerClient<ReadWorker>): Promise<boolean> {
  try {
    return await client.ask((worker) => worker.isReady());
  } catch {
    return false;
  }
}
