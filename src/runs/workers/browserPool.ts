import { within } from '../../map/basics';
import { Pool, spawnedOf } from '../../simulation/worker';

/** The one place where a browser's worker is made. */
const spawnWorker = () =>
  spawnedOf(new Worker(new URL('./simulationWorker.ts', import.meta.url), { type: 'module' }));

let shared: Pool | null = null;

/** The page's pool: as many workers as the machine has cores to spare, at most eight, kept from run to run. */
export function browserPool(): Pool {
  const workers = within(navigator.hardwareConcurrency - 1, 1, 8);
  shared ??= new Pool({ spawn: spawnWorker, workers, keeps: true });
  return shared;
}
