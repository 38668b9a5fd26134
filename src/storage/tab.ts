import { quietly } from './quietly';
import type { KeyValues } from './keyValues';

const KEY = 'desire-path.tab';
const LEFT = 'desire-path.tab.left';
/** How long to wait for a page that ended without saying so to let go of its name, in ms. */
const HANDOVER = 250;
/** The same for one that has said it goes: a busy browser may take its time to end it. */
const ENDING = 5_000;

type Page = Pick<EventTarget, 'addEventListener'>;

/**
 * This tab's name, the same after a reload. Duplicating a tab copies its session storage, name
 * included; a lock held as long as the page lives distinguishes the copy from the original. A page that goes
 * leaves word, so that the one after it waits for the lock as long as a busy browser needs.
 */
export async function nameOfTab(
  session: KeyValues | null,
  locks: LockManager | null,
  page: Page | null = null,
): Promise<string> {
  const isFree = quietly(() => session?.getItem(LEFT)) === 'yes';
  sayLeft(session, false);
  page?.addEventListener('pagehide', () => sayLeft(session, true));
  page?.addEventListener('pageshow', () => sayLeft(session, false));
  const remembered = quietly(() => session?.getItem(KEY) ?? null);
  if (remembered && /^[\w-]{1,64}$/.test(remembered)) {
    if (await claim(remembered, locks, isFree ? ENDING : HANDOVER)) return remembered;
  }
  const name = crypto.randomUUID();
  quietly(() => session?.setItem(KEY, name));
  await claim(name, locks, HANDOVER);
  return name;
}

function sayLeft(session: KeyValues | null, hasLeft: boolean): void {
  quietly(() => (hasLeft ? session?.setItem(LEFT, 'yes') : session?.removeItem(LEFT)));
}

/** Resolves with whether the name's lock is held; gives up after `patience` ms. */
function claim(name: string, locks: LockManager | null, patience: number): Promise<boolean> {
  if (!locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    const hold = () => {
      resolve(true);
      // Held until the page ends.
      return new Promise<never>(() => undefined);
    };
    const options = { signal: AbortSignal.timeout(patience) };
    locks.request(`${KEY}:${name}`, options, hold).catch(() => {
      resolve(false);
    });
  });
}
