import * as Comlink from 'comlink';
import { expect, test } from 'vitest';
import { WorkerClient, WorkerFailed } from '../../../src/simulation/worker/workerClient';
import { type ThreadWorker, threadWorker } from '../../support/threadWorker';

const api = {
  add: (a: number, b: number) => a + b,
  refuse: () => {
    throw new Error('refused');
  },
  silence: () => new Promise<never>(() => undefined),
  slowly: async (beats: number, every: number, told: (() => void) & Comlink.ProxyMarked) => {
    for (let beat = 0; beat < beats; beat += 1) {
      await new Promise((resolve) => setTimeout(resolve, every));
      told();
    }
    return beats;
  },
};
type Api = typeof api;

/** A client of workers on this thread, and those it has started. */
function clientOf(patience = 10_000) {
  const started: ThreadWorker[] = [];
  const spawn = () => {
    const worker = threadWorker((port) => Comlink.expose(api, port));
    started.push(worker);
    return worker;
  };
  return { client: new WorkerClient<Api>({ spawn, patience }), started };
}

test('one worker answers all questions, started by the first', async () => {
  const { client, started } = clientOf();
  expect(started).toHaveLength(0);
  expect(await client.ask((worker) => worker.add(1, 2))).toBe(3);
  expect(await client.ask((worker) => worker.add(3, 4))).toBe(7);
  expect(started).toHaveLength(1);
  expect(client.generation).toBe(1);
  client.end();
  expect(started[0]?.isEnded()).toBe(true);
});

test('what the code of the worker throws reaches the asker, and the worker stays', async () => {
  const { client, started } = clientOf();
  await expect(client.ask((worker) => worker.refuse())).rejects.toThrow('refused');
  expect(await client.ask((worker) => worker.add(1, 1))).toBe(2);
  expect(started).toHaveLength(1);
  client.end();
});

test('a worker that breaks fails whoever waits for it, and the next question starts another', async () => {
  const { client, started } = clientOf();
  const waiting = client.ask((worker) => worker.silence());
  started[0]?.breakDown(new Error('out of memory'));
  await expect(waiting).rejects.toThrow(WorkerFailed);
  await expect(waiting).rejects.toThrow('out of memory');
  expect(started[0]?.isEnded()).toBe(true);
  expect(await client.ask((worker) => worker.add(2, 2))).toBe(4);
  expect(client.generation).toBe(2);
  client.end();
});

test('a worker that breaks while nobody waits is replaced by the next question', async () => {
  const { client, started } = clientOf();
  client.start();
  started[0]?.breakDown('gone');
  expect(await client.ask((worker) => worker.add(2, 2))).toBe(4);
  expect(started).toHaveLength(2);
  client.end();
});

test('a worker that is silent for too long is ended', async () => {
  const { client, started } = clientOf(20);
  await expect(client.ask((worker) => worker.silence())).rejects.toThrow('does not answer');
  expect(started[0]?.isEnded()).toBe(true);
});

test('a worker that reports on its way may take longer than its patience', async () => {
  const { client, started } = clientOf(400);
  const answer = client.ask((worker, beat) => worker.slowly(6, 100, Comlink.proxy(beat)));
  expect(await answer).toBe(6);
  expect(started[0]?.isEnded()).toBe(false);
  client.end();
});

test('whoever stops waiting gets the reason of the signal, and the worker goes on', async () => {
  const { client, started } = clientOf();
  const stop = new AbortController();
  const waiting = client.ask((worker) => worker.silence(), { signal: stop.signal });
  stop.abort(new Error('not wanted any more'));
  await expect(waiting).rejects.toThrow('not wanted any more');
  expect(await client.ask((worker) => worker.add(1, 2))).toBe(3);
  expect(started).toHaveLength(1);
  client.end();
});

test('a question that was called off before it was asked starts no worker', async () => {
  const { client, started } = clientOf();
  const signal = AbortSignal.abort(new Error('too late'));
  await expect(client.ask((worker) => worker.add(1, 2), { signal })).rejects.toThrow('too late');
  expect(started).toHaveLength(0);
});

test('ending the worker tells whoever waits', async () => {
  const { client } = clientOf();
  const waiting = client.ask((worker) => worker.silence());
  client.end();
  await expect(waiting).rejects.toThrow('was ended');
});
