import { createStore } from 'zustand/vanilla';
import { keepingOf } from './keeping';
import { lookingOf } from './looking';
import { begun, type Desk, failureOf, isWhole, requestOf, runOnce } from './running';
import type { RunState, RunStore, RunStoreParts } from './runTypes';

/** Progress of a shorter run is not worth reading. In ms. */
const SLOW = 200;

/** The current run of the open map, and the runs kept of it. */
export function createRunStore(parts: RunStoreParts): RunStore {
  const store = createStore<RunState>(() => ({
    current: null,
    isShown: false,
    progress: null,
    isSlow: false,
    soFar: null,
    isLook: false,
    failure: null,
    isUnsaved: false,
    runs: null,
    comparison: null,
    revision: null,
  }));
  const desk: Desk = {
    parts,
    store,
    mapNow: () => parts.editor.store.getState().map,
    running: null,
    isFollowing: false,
  };
  const keeping = keepingOf(desk);
  const looking = lookingOf(desk);

  return {
    store,
    async simulate(request) {
      desk.running?.stop.abort();
      const own = begun(false);
      desk.running = own;
      store.setState({ progress: 0, isSlow: false, soFar: null, failure: null });
      const timer = setTimeout(() => {
        if (desk.running === own) store.setState({ isSlow: true });
      }, SLOW);
      const isGoingOn = () => desk.running === own && !own.enough.signal.aborted;
      try {
        const done = await runOnce(desk, request, own, {
          onProgress: (progress) => {
            if (isGoingOn()) store.setState({ progress });
          },
          onHeadline: (soFar) => {
            if (isGoingOn()) store.setState({ soFar });
          },
        });
        if (desk.running !== own) return null;
        store.setState({ current: done, isShown: true, comparison: null, isLook: false });
        // A part of a run would stand among whole ones as if it were one.
        if (isWhole(done.result)) void keeping.keep(done);
        return done;
      } catch (error) {
        if (isGoingOn() && !own.stop.signal.aborted) {
          store.setState({ failure: failureOf(error) });
        }
        return null;
      } finally {
        clearTimeout(timer);
        if (desk.running === own) {
          desk.running = null;
          store.setState({ progress: null, isSlow: false, soFar: null });
        }
      }
    },
    cancel() {
      if (store.getState().soFar) desk.running?.enough.abort();
      else {
        desk.running?.stop.abort();
        desk.running = null;
      }
      store.setState({ progress: null, isSlow: false, soFar: null });
    },
    async look() {
      const { current } = store.getState();
      if (current) await looking.lookAt(requestOf(current));
    },
    async open(id) {
      const found = await keeping.read(id);
      if (found) {
        // What nobody asked for must not take its place a moment later.
        if (desk.running?.isLook) {
          desk.running.stop.abort();
          desk.running = null;
        }
        store.setState({ current: found, isShown: true, comparison: null, isLook: false });
      }
    },
    show(isShown) {
      store.setState({ isShown });
    },
    remove: keeping.remove,
    async compareWith(id) {
      store.setState({ comparison: id === null ? null : await keeping.read(id) });
    },
    dismissFailure() {
      store.setState({ failure: null });
    },
    follow() {
      desk.isFollowing = true;
      const stop = looking.followRevision();
      void keeping
        .refresh()
        .then(keeping.reopen)
        .then(looking.firstLook)
        .then(() => {
          if (desk.isFollowing) parts.warm?.();
        });
      return () => {
        desk.isFollowing = false;
        stop();
        desk.running?.stop.abort();
      };
    },
  };
}
