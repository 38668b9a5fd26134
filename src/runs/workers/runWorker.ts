import type { Endpoint } from 'comlink';
import { browserPool } from './browserPool';
import { serveRuns } from './serveRuns';

// In a worker the global scope is the endpoint to its page. Not every browser lets a worker make workers.
serveRuns(globalThis as unknown as Endpoint, typeof Worker === 'undefined' ? null : browserPool());
