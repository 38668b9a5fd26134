import { workerData } from 'node:worker_threads';
import { serve } from '../simulation/worker';

// The thread is given its end of a message channel.
const { port } = workerData as { port: MessagePort };
serve(port);
port.start();
