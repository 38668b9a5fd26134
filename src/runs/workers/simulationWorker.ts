import type { Endpoint } from 'comlink';
import { serve } from '../../simulation/worker';

// In a worker the global scope is the endpoint to its page.
serve(globalThis as unknown as Endpoint);
