import type { JourneyMap } from '../../map/schema';
import { revisionInWorker } from '../pageChecker';
import { begun, type Desk, requestOf, runOnce } from './running';
import type { RunRequest } from './runTypes';
import { USUAL_CUSTOMERS } from './usual';
import { canBeWalked } from './walkable';

/** Typing must not wait for a digest of the whole map. In ms. */
const REST = 300;
/** A look is taken again this long after the last edit has settled, in ms. */
const LOOK_REST = 900;

const FIRST_LOOK: RunRequest = { scenario: null, customers: USUAL_CUSTOMERS, seed: 1 };

/** Runs nobody asked for, and what the map's revision is while it changes. */
export function lookingOf(desk: Desk) {
  const {
    store,
    mapNow,
    parts: { editor },
  } = desk;

  /**
   * The map as it stands, walked once for whoever has just opened it, so that it answers before anyone asks.
   * Not kept on disk, and silent where it cannot be done: nobody asked for it.
   */
  async function firstLook(): Promise<void> {
    if (!store.getState().current) await lookAt(FIRST_LOOK);
  }

  async function lookAt(request: RunRequest): Promise<void> {
    // A run somebody asked for goes first; a look that is out of date does not.
    if (!desk.isFollowing || (desk.running && !desk.running.isLook) || !canBeWalked(mapNow()))
      return;
    desk.running?.stop.abort();
    const own = begun(true);
    desk.running = own;
    try {
      const looked = await runOnce(desk, request, own);
      if (desk.running !== own) return;
      store.setState(({ current, isShown }) => ({
        current: looked,
        isShown: current === null || isShown,
        isLook: true,
      }));
    } catch {
      // Simulate, asked for by hand, tells the reason.
    } finally {
      if (desk.running === own) desk.running = null;
    }
  }

  /** Looks again once the map has rested, if nobody asked for the run shown. */
  async function lookAgain(): Promise<void> {
    const { current, isLook, revision } = store.getState();
    if (!current || !isLook || revision === current.summary.mapRevision) return;
    await lookAt(requestOf(current));
  }

  /** Keeps `revision` true, a rest after the last edit. */
  function followRevision(): () => void {
    let known: JourneyMap | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let later: ReturnType<typeof setTimeout> | undefined;
    async function digest() {
      const map = mapNow();
      const revision = await revisionInWorker(map);
      if (map !== mapNow() || !desk.isFollowing) return;
      store.setState({ revision });
      later = setTimeout(() => void lookAgain(), LOOK_REST);
    }
    const stop = editor.store.subscribe(({ map }) => {
      if (map === known) return;
      known = map;
      clearTimeout(later);
      clearTimeout(timer);
      timer = setTimeout(() => void digest(), REST);
    });
    void digest();
    return () => {
      clearTimeout(later);
      clearTimeout(timer);
      stop();
    };
  }

  return { firstLook, lookAt, followRevision };
}
