import type { Endpoint } from 'comlink';
import { serveChecks } from './serveChecks';

// In a worker the global scope is the endpoint to its page.
serveChecks(globalThis as unknown as Endpoint);
