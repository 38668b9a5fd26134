import type { Storage } from '../../storage';
import { BEGUN, isFirstStart } from './firstStart';

/**
 * On somebody's first start makes the worked case in their language and returns its id, else null.
 * A start that cannot do so ends in the library, which can say why.
 */
export async function begin(
  storage: Storage,
  locale: string,
  hash: string,
): Promise<string | null> {
  try {
    const isFirst = async () =>
      isFirstStart(storage.status, await storage.list(), await storage.preference(BEGUN), hash);
    if (!(await isFirst())) {
      await remember(storage);
      return null;
    }
    const { createFromSample } = await import('../../samples/createFromSample');
    return await alone(async () => {
      // Another tab may have begun meanwhile.
      if (!(await isFirst())) return null;
      const { id } = await createFromSample(storage, 'coachinglive', locale);
      await storage.setPreference(BEGUN, true);
      return id;
    });
  } catch {
    return null;
  }
}

/** Two tabs opened at once begin one after the other, where the browser has locks. */
async function alone<Value>(task: () => Promise<Value>): Promise<Value> {
  // Missing outside secure contexts and outside browsers, whatever the types say.
  const { navigator } = globalThis as { navigator?: Partial<Pick<Navigator, 'locks'>> };
  const locks = navigator?.locks;
  return locks ? locks.request('desire-path.begin', task) : task();
}

/** Notes that there have been maps. */
async function remember(storage: Storage): Promise<void> {
  const isNews = (await storage.preference(BEGUN)) !== true && (await storage.list()).length > 0;
  if (isNews) await storage.setPreference(BEGUN, true);
}
