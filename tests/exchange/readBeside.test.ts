import * as Comlink from 'comlink';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readBeside } from '../../src/exchange/browser/readBeside';
import type { ReadWorker } from '../../src/exchange/browser/readWorker';
import { readContent } from '../../src/exchange/formats';
import { newMap } from '../../src/map/records';
import { serialise } from '../../src/map/text';
import type { Spawned } from '../../src/simulation';
import { threadWorker } from '../support/threadWorker';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const small = serialise(newMap({ title: 'Small' }));
const large = serialise(newMap({ title: 'Large', description: 'x'.repeat(9_000) })).padEnd(300_000);

/** A worker on this thread that reads as it is told. */
function workerThat(worker: ReadWorker) {
  const spawned = threadWorker((port) => Comlink.expose(worker, port));
  return { spawned, terminated: vi.spyOn(spawned, 'terminate') };
}

const never = () => new Promise<never>(() => undefined);

beforeEach(() => {
  vi.stubGlobal('Worker', EventTarget);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a file', () => {
  test('that is small needs no worker', async () => {
    const spawn = vi.fn<() => Spawned>();
    const { result } = await readBeside(bytesOf(small), undefined, spawn);
    expect(result.map?.title).toBe('Small');
    expect(spawn).not.toHaveBeenCalled();
  });

  test('that is large is read in a worker, which ends with it', async () => {
    const read = vi.fn(readContent);
    const { spawned, terminated } = workerThat({ isReady: () => true, read });
    const { result } = await readBeside(bytesOf(large), undefined, () => spawned);
    expect(result.map?.title).toBe('Large');
    expect(read).toHaveBeenCalledOnce();
    expect(terminated).toHaveBeenCalledOnce();
  });

  test('that a worker cannot finish is refused, and the page does not try', async () => {
    const { spawned, terminated } = workerThat({ isReady: () => true, read: never });
    const { result } = await readBeside(bytesOf(large), undefined, () => spawned, 200);
    expect(result.problems.map(({ code }) => code)).toEqual(['unreadable']);
    expect(terminated).toHaveBeenCalledOnce();
  });

  test('is read on the page where no worker starts', async () => {
    const { spawned } = workerThat({ isReady: never as () => never, read: never });
    const { result } = await readBeside(bytesOf(large), undefined, () => spawned, 200);
    expect(result.map?.title).toBe('Large');
    const broken = () => {
      throw new Error('no workers here');
    };
    expect((await readBeside(bytesOf(large), undefined, broken)).result.map?.title).toBe('Large');
  });

  test('can be let go while it is read', async () => {
    const cancelling = new AbortController();
    const { spawned, terminated } = workerThat({
      isReady: () => true,
      read: () => {
        cancelling.abort();
        return never();
      },
    });
    const reading = readBeside(bytesOf(large), cancelling.signal, () => spawned);
    await expect(reading).rejects.toThrow(/abort/i);
    expect(terminated).toHaveBeenCalledOnce();
  });
});
