export { Pool } from './pool';
export { serve } from './serve';
export { type Spawned, spawnedOf } from './spawned';
export { WorkerClient, WorkerFailed } from './workerClient';
