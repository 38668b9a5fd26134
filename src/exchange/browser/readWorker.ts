import * as Comlink from 'comlink';
import { readContent } from '../formats';

const worker = { isReady: () => true, read: readContent };
export type ReadWorker = typeof worker;

// In a worker the global scope is the endpoint to its page.
Comlink.expose(worker, globalThis as unknown as Comlink.Endpoint);
