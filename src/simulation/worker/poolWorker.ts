import type { Remote } from 'comlink';
import type { Range } from '../chunks';
import type { PairData } from '../comparison';
import type { TallyData } from '../compiled/tally';
import type { Spawned } from './spawned';
import { WorkerClient } from './workerClient';
import type { Job, SimulationWorker } from './job';

/** One worker of a pool, with the job it has been prepared for. */
export class PoolWorker {
  private readonly client: WorkerClient<SimulationWorker>;
  private prepared: Job | null = null;

  constructor(spawn: () => Spawned, patience: number) {
    this.client = new WorkerClient({ spawn, patience });
    // Started at once: its code is loaded while the run is set up.
    this.client.start();
  }

  walk(job: Job, piece: Range): Promise<TallyData> {
    return this.ask(job, (worker) => worker.walk(piece));
  }

  pair(job: Job, piece: Range): Promise<PairData> {
    return this.ask(job, (worker) => worker.pair(piece));
  }

  private ask<Data>(
    job: Job,
    question: (worker: Remote<SimulationWorker>) => Promise<Data>,
  ): Promise<Data> {
    return this.client.ask(async (worker) => {
      if (this.prepared !== job) await worker.prepare(job);
      this.prepared = job;
      return question(worker);
    });
  }

  close(): void {
    this.client.end();
  }
}
