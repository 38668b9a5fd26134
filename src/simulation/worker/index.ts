// Workers that walk customers, and the client through which any worker is asked.
export { Pool, type RunCallbacks, RunFailed } from './pool';
export { serve } from './serve';
export { type Spawned, spawnedOf } from './spawned';
export { WorkerClient, WorkerFailed } from './workerClient';
