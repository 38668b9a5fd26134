import { chunksOf, type Range } from '../chunks';
import { type PairData, pairsOfData, PairTally } from '../comparison';
import type { Tables } from '../compiled/tables';
import { Tally, type TallyData, tallyOfData } from '../compiled/tally';
import type { Spawned } from './spawned';
import type { Job } from './job';
import { PoolWorker } from './poolWorker';

/** How many workers, and how they are started and watched. */
export interface PoolOptions {
  readonly spawn: () => Spawned;
  readonly workers: number;
  /** A piece that takes longer than this (in ms) is taken for stuck. */
  readonly patience?: number;
  /** Workers stay for the next run; else each run begins with fresh ones and ends them. */
  readonly keeps?: boolean;
}

/** How a caller hears of a run and ends it; progress is a share, 0 … 1. */
export interface RunCallbacks {
  signal?: AbortSignal;
  onProgress?: (share: number) => void;
  /** What has been walked without a gap, whenever it has grown; it grows on. */
  onTally?: (soFar: Tally) => void;
  /** Ends the run with what has been walked by then. */
  enough?: AbortSignal;
}

const PATIENCE = 20_000;

/** A run that failed for good; `tally` is what was walked without a gap from the first customer. */
export class RunFailed extends Error {
  override readonly name = 'RunFailed';
  readonly tally: Tally | null;

  constructor(reason: unknown, tally: Tally | null) {
    super(reason instanceof Error ? reason.message : String(reason), { cause: reason });
    this.tally = tally;
  }
}

/** Spreads the pieces of a run over workers. A piece that breaks or hangs is tried once more, in a fresh worker. */
export class Pool {
  private readonly options: PoolOptions;
  /** Workers that wait for a run. */
  private readonly idle: PoolWorker[] = [];

  constructor(options: PoolOptions) {
    this.options = options;
  }

  /** Starts the workers that the next run will ask, where they are kept: their code is loaded meanwhile. */
  warm(): void {
    const { keeps, workers } = this.options;
    while (keeps && this.idle.length < workers) this.idle.push(this.spawn());
  }

  /** Rejects with the signal's reason on abort, having ended every worker; else with `RunFailed`. */
  async run(job: Job, tables: Tables, range: Range, callbacks: RunCallbacks): Promise<Tally> {
    const tally = new Tally(tables, range.from, range.from);
    const waiting = new Map<number, Tally>();
    const takeIn = (data: TallyData, piece: Range) => {
      waiting.set(piece.from, tallyOfData(tables, data));
      // In order, so that what is there when a run breaks has no gap.
      for (let part = waiting.get(tally.to); part; part = waiting.get(tally.to)) {
        waiting.delete(part.from);
        tally.merge(part);
      }
      callbacks.onTally?.(tally);
    };
    try {
      await this.spread(
        range,
        (poolWorker, piece) => poolWorker.walk(job, piece),
        takeIn,
        callbacks,
      );
    } catch (reason) {
      if (callbacks.enough?.aborted && tally.to > tally.from) return tally;
      if (callbacks.signal?.aborted || callbacks.enough?.aborted) throw reason;
      throw new RunFailed(reason, tally.to > tally.from ? tally : null);
    }
    return tally;
  }

  /** As `run`, for a job `against` another scenario. */
  async compare(
    job: Job,
    tables: Tables,
    range: Range,
    callbacks: RunCallbacks,
  ): Promise<PairTally> {
    const tally = new PairTally(tables, job.quotients);
    const takeIn = (data: PairData) => tally.merge(pairsOfData(tables, data, job.quotients));
    try {
      await this.spread(
        range,
        (poolWorker, piece) => poolWorker.pair(job, piece),
        takeIn,
        callbacks,
      );
    } catch (reason) {
      if (callbacks.signal?.aborted) throw reason;
      throw new RunFailed(reason, null);
    }
    return tally;
  }

  /** Asks for every piece of a range, in any worker; ends those that have not answered. */
  private async spread<Data>(
    range: Range,
    ask: (poolWorker: PoolWorker, piece: Range) => Promise<Data>,
    take: (data: Data, piece: Range) => void,
    { signal, enough, onProgress }: RunCallbacks,
  ): Promise<void> {
    const pieces = [...chunksOf(range, this.options.workers)];
    if (pieces.length === 0) return;
    const poolWorkers = new Set<PoolWorker>();
    let next = 0;
    let done = 0;
    let isOver = false;
    const takeIn = (data: Data, piece: Range) => {
      take(data, piece);
      done += piece.to - piece.from;
      onProgress?.(done / (range.to - range.from));
    };
    const work = async () => {
      let poolWorker = this.open(poolWorkers, this.idle.pop());
      try {
        for (let piece = pieces[next++]; piece; piece = pieces[next++]) {
          try {
            takeIn(await ask(poolWorker, piece), piece);
          } catch (reason) {
            // Ended with the run, not broken: nobody waits for this piece any more.
            if (isOver) throw reason;
            this.end(poolWorkers, poolWorker);
            poolWorker = this.open(poolWorkers);
            takeIn(await ask(poolWorker, piece), piece);
          }
        }
      } catch (reason) {
        this.end(poolWorkers, poolWorker);
        throw reason;
      }
      this.release(poolWorkers, poolWorker);
    };
    const aborted = new Promise<never>((_, reject) => {
      for (const each of [signal, enough]) {
        const stop = () => {
          next = pieces.length;
          reject(each?.reason as Error);
        };
        each?.addEventListener('abort', stop, { once: true });
      }
    });
    const size = Math.max(1, Math.min(this.options.workers, pieces.length));
    try {
      await Promise.race([Promise.all(Array.from({ length: size }, work)), aborted]);
    } finally {
      isOver = true;
      next = pieces.length;
      for (const poolWorker of poolWorkers) this.end(poolWorkers, poolWorker);
    }
  }

  private spawn(): PoolWorker {
    return new PoolWorker(this.options.spawn, this.options.patience ?? PATIENCE);
  }

  private open(poolWorkers: Set<PoolWorker>, poolWorker = this.spawn()): PoolWorker {
    poolWorkers.add(poolWorker);
    return poolWorker;
  }

  /** Keeps a worker that has answered for the next run, where that is wanted. */
  private release(poolWorkers: Set<PoolWorker>, poolWorker: PoolWorker): void {
    const { keeps, workers } = this.options;
    // A run that has been ended has ended its workers.
    if (!poolWorkers.delete(poolWorker)) return;
    if (keeps && this.idle.length < workers) this.idle.push(poolWorker);
    else poolWorker.close();
  }

  private end(poolWorkers: Set<PoolWorker>, poolWorker: PoolWorker): void {
    poolWorkers.delete(poolWorker);
    poolWorker.close();
  }
}
