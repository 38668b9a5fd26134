import type { Spawned } from '../../src/simulation';

/** A worker on this thread, whether it has ended, and a way to break it. */
export interface ThreadWorker extends Spawned {
  readonly isEnded: () => boolean;
  readonly breakDown: (reason: unknown) => void;
}

/** Starts a worker on this thread; `serve` gets its side of the channel. */
export function threadWorker(serve: (port: MessagePort) => void): ThreadWorker {
  const { port1, port2 } = new MessageChannel();
  let isEnded = false;
  let listener: (reason: unknown) => void = () => undefined;
  serve(port2);
  port2.start();
  return {
    endpoint: port1,
    terminate: () => {
      isEnded = true;
      port1.close();
      port2.close();
    },
    onError: (listen) => {
      listener = listen;
    },
    isEnded: () => isEnded,
    breakDown: (reason) => listener(reason),
  };
}
