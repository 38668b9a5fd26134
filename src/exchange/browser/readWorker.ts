import * as Comlink from 'comlink';
import { readContent } from '../formats';

const worker = { isReady: () => true, read: readContent };
/** What the page calls through comlink; `isReady` answers as soon as the worker's code runs. */
export type ReadWorker = typeof worker;

// In a worker the global scope is the endpoint to its page.
Comlink.expose(worker, globalThis as unknown as Comlink.Endpoint);
