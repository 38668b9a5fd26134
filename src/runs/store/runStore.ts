import { createStore } from 'zustand/vanilla';
import { keepingOf } from './keeping';
import { previewingOf } from './previewing';
import { type Desk, requestOf } from './running';
import type { RunState, RunStore, RunStoreParts } from './runTypes';
import { simulatingOf } from './simulating';

const NOTHING: RunState = {
  current: null,
  isShown: false,
  progress: null,
  isSlow: false,
  soFar: null,
  isPreview: false,
  failure: null,
  isHeld: false,
  isUnsaved: false,
  runs: null,
  comparison: null,
  revision: null,
};

/** The current run of the open map, and the runs kept of it. */
export function createRunStore(parts: RunStoreParts): RunStore {
  const store = createStore<RunState>(() => NOTHING);
  const desk: Desk = {
    parts,
    store,
    mapNow: () => parts.editor.store.getState().map,
    running: null,
    isFollowing: false,
  };
  const keeping = keepingOf(desk);
  const { simulate, cancel } = simulatingOf(desk, keeping);
  const { preview, firstPreview, followRevision } = previewingOf(desk);

  return {
    store,
    simulate,
    cancel,
    async preview() {
      const { current } = store.getState();
      if (current) await preview(requestOf(current));
    },
    async open(id) {
      const found = await keeping.read(id);
      if (!found) return;
      // A preview must not replace the opened run a moment later.
      if (desk.running?.isPreview) {
        desk.running.stop.abort();
        desk.running = null;
      }
      store.setState({ current: found, isShown: true, comparison: null, isPreview: false });
    },
    show: (isShown) => store.setState({ isShown }),
    remove: keeping.remove,
    async compareWith(id) {
      store.setState({ comparison: id === null ? null : await keeping.read(id) });
    },
    dismissFailure: () => store.setState({ failure: null }),
    follow() {
      desk.isFollowing = true;
      const stop = followRevision();
      const list = keeping.followList();
      void list.isKnown
        .then(keeping.reopen)
        .then(firstPreview)
        .then(() => {
          if (desk.isFollowing) parts.warm?.();
        });
      return () => {
        desk.isFollowing = false;
        stop();
        list.stop();
        desk.running?.stop.abort();
      };
    },
  };
}
