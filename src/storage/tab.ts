const KEY = 'desire-path.tab';
/** How long a reloaded page waits for the page it replaces to let go of their name. */
const HANDOVER_MS = 250;

/**
 * This tab's name, the same after a reload. Duplicating a tab copies its session storage, name
 * included; a lock held as long as the page lives tells the copy from the original.
 */
export async function nameOfTab(
  session: Pick<globalThis.Storage, 'getItem' | 'setItem'> | null,
  locks: LockManager | null,
): Promise<string> {
  const remembered = quietly(() => session?.getItem(KEY) ?? null);
  if (remembered && /^[\w-]{1,64}$/.test(remembered) && (await claim(remembered, locks))) {
    return remembered;
  }
  const name = crypto.randomUUID();
  quietly(() => session?.setItem(KEY, name));
  await claim(name, locks);
  return name;
}

function claim(name: string, locks: LockManager | null): Promise<boolean> {
  if (!locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    locks
      .request(`${KEY}:${name}`, { signal: AbortSignal.timeout(HANDOVER_MS) }, () => {
        resolve(true);
        // Held until the page ends.
        return new Promise<never>(() => undefined);
      })
      .catch(() => {
        resolve(false);
      });
  });
}

function quietly<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
