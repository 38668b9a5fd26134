import * as Comlink from 'comlink';
import { coverMap } from '../../simulation/cover';

const worker = { coverMap };
/** What the page calls through comlink. */
export type CoverageWorker = typeof worker;

// In a worker the global scope is the endpoint to its page.
Comlink.expose(worker, globalThis as unknown as Comlink.Endpoint);
