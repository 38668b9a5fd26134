import { MessageChannel, Worker } from 'node:worker_threads';
import { Pool } from '../simulation';

/** A new thread runs no TypeScript before the loader is registered in it. */
const START = `
const { tsx, entry } = require('node:worker_threads').workerData;
import(tsx).then(({ register }) => {
  register();
  return import(entry);
});
`;

/** Threads of this process to walk customers in. */
export function nodePool(workers: number): Pool {
  const tsx = import.meta.resolve('tsx/esm/api');
  const entry = new URL('./simulationWorker.ts', import.meta.url).href;
  return new Pool({
    workers,
    spawn: () => {
      const { port1, port2 } = new MessageChannel();
      const worker = new Worker(START, {
        eval: true,
        workerData: { tsx, entry, port: port2 },
        transferList: [port2],
      });
      return {
        // Node's port has all a browser's has that the pool uses.
        endpoint: port1 as unknown as MessagePort,
        terminate: () => {
          port1.close();
          void worker.terminate();
        },
        onError: (listen) => worker.on('error', listen),
      };
    },
  });
}
