import * as Comlink from 'comlink';
import type { Spawned } from './spawned';

/** A worker that broke, fell silent or was ended while somebody waited for its answer. */
export class WorkerFailed extends Error {
  override readonly name = 'WorkerFailed';
}

/** How a worker is started and watched. */
export interface WorkerClientOptions {
  /** Starts a worker; may throw where there are none. */
  readonly spawn: () => Spawned;
  /** A worker that gives no sign of life for so long (in ms) is taken for stuck and ended. */
  readonly patience: number;
}

/** How a caller stops waiting. */
export interface AskOptions {
  /** Stops waiting and rejects with the signal's reason; the worker goes on unless it is ended. */
  readonly signal?: AbortSignal | undefined;
}

/** One started worker. */
interface Link<Api> {
  readonly remote: Comlink.Remote<Api>;
  /** Rejects when the worker breaks or is ended; never resolves. */
  readonly failed: Promise<never>;
  readonly fail: (reason: WorkerFailed) => void;
}

/**
 * The one way to ask a worker. It starts the worker with the first question, monitors it while a question is open,
 * and ends one that breaks or is silent for too long: a stuck worker never raises an error. The next question
 * starts another worker, which has none of what the one before received: see `generation`.
 */
export class WorkerClient<Api> {
  private readonly options: WorkerClientOptions;
  private link: Link<Api> | null = null;
  private started = 0;

  constructor(options: WorkerClientOptions) {
    this.options = options;
  }

  /** Counts the workers started so far: another number means that the worker asked is a fresh one. */
  get generation(): number {
    return this.started;
  }

  /** Starts the worker ahead of the first question, so that its code is loaded meanwhile. */
  start(): void {
    this.link ??= this.open();
  }

  /**
   * Asks the worker. `beat` is for questions that report on their way: every call gives the worker its whole
   * patience again. Rejects with `WorkerFailed`, with the signal's reason, or with what the worker's code threw.
   */
  async ask<Answer>(
    question: (remote: Comlink.Remote<Api>, beat: () => void) => Promise<Answer>,
    { signal }: AskOptions = {},
  ): Promise<Answer> {
    signal?.throwIfAborted();
    this.start();
    const link = this.link as Link<Api>;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const beat = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        link.fail(new WorkerFailed('the worker does not answer'));
      }, this.options.patience);
    };
    let stop: () => void = () => undefined;
    const aborted = new Promise<never>((_, reject) => {
      stop = () => reject(signal?.reason as Error);
      signal?.addEventListener('abort', stop, { once: true });
    });
    beat();
    try {
      return await Promise.race([question(link.remote, beat), link.failed, aborted]);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    }
  }

  /** Ends the worker; waiting callers get an error. Asked again, the client starts another one. */
  end(): void {
    this.link?.fail(new WorkerFailed('the worker was ended'));
  }

  private open(): Link<Api> {
    const spawned = this.options.spawn();
    this.started += 1;
    const remote = Comlink.wrap<Api>(spawned.endpoint);
    let reject: (reason: WorkerFailed) => void = () => undefined;
    const failed = new Promise<never>((_, no) => (reject = no));
    // Nobody may be waiting when it breaks.
    failed.catch(() => undefined);
    let isOver = false;
    const fail = (reason: WorkerFailed) => {
      if (isOver) return;
      isOver = true;
      if (this.link?.failed === failed) this.link = null;
      reject(reason);
      // Comlink keeps what is not released, and with it the worker and all it was asked.
      (remote as Comlink.Remote<unknown>)[Comlink.releaseProxy]();
      spawned.terminate();
    };
    spawned.onError((reason) => {
      const message = reason instanceof Error ? reason.message : String(reason);
      fail(new WorkerFailed(message, { cause: reason }));
    });
    return { remote, failed, fail };
  }
}
