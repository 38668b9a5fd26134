import type { JourneyMap } from '../../map/schema';
import { revisionInWorker } from '../pageChecker';
import { begun, type Desk, failureOf, requestOf, runOnce } from './running';
import type { RunRequest } from './runTypes';
import { USUAL_CUSTOMERS } from './usual';
import { canBeWalked } from './walkable';

/** Typing must not wait for a digest of the whole map. In ms. */
const REST = 300;
/** A preview is run again this long after the last edit has settled, in ms. */
const PREVIEW_REST = 900;

const FIRST_PREVIEW: RunRequest = { scenario: null, customers: USUAL_CUSTOMERS, seed: 1 };

/** Runs that nobody asked for, and the map's revision while the map changes. */
export function previewingOf(desk: Desk) {
  const {
    store,
    mapNow,
    parts: { editor, survival },
  } = desk;

  let isOpened = false;

  /**
   * Runs a map that has just been opened and has no run yet, so that its result is there without a click. The
   * preview is not kept on disk, and a failure is silent: nobody asked for it.
   */
  async function firstPreview(): Promise<void> {
    isOpened = true;
    if (await survival.broke('run', mapNow().id)) store.setState({ isHeld: true });
    if (!store.getState().current) await preview(FIRST_PREVIEW);
  }

  async function preview(request: RunRequest): Promise<void> {
    if (store.getState().isHeld) return;
    // A run that somebody asked for goes first; an outdated preview does not.
    if (!desk.isFollowing || (desk.running && !desk.running.isPreview) || !canBeWalked(mapNow()))
      return;
    desk.running?.stop.abort();
    const own = begun(true);
    desk.running = own;
    const ended = survival.begin('run', mapNow().id);
    try {
      const result = await runOnce(desk, request, own);
      if (desk.running !== own) return;
      store.setState(({ current, isShown }) => ({
        current: result,
        isShown: current === null || isShown,
        isPreview: true,
      }));
    } catch (error) {
      // A run that is asked for reports the reason.
      const isStuck = !own.stop.signal.aborted && failureOf(error) === 'worker';
      if (isStuck && desk.running === own) store.setState({ isHeld: true });
    } finally {
      ended();
      if (desk.running === own) desk.running = null;
    }
  }

  /**
   * Once the map has rested, makes what is shown what a reload would show: the preview of a map without a run as soon as
   * it can be walked, run again where the map has changed, and none where nobody can walk it any more.
   */
  async function previewAgain(): Promise<void> {
    const { current, isPreview, revision, runs } = store.getState();
    if (!current) {
      if (isOpened && runs?.length === 0) await preview(FIRST_PREVIEW);
    } else if (isPreview && revision !== current.summary.mapRevision) {
      if (canBeWalked(mapNow())) await preview(requestOf(current));
      else store.setState({ current: null, isShown: false, isPreview: false });
    }
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
      later = setTimeout(() => void previewAgain(), PREVIEW_REST);
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

  return { firstPreview, preview, followRevision };
}
