import type { Keeping } from './keeping';
import { begun, type Desk, failureOf, isWhole, runOnce } from './running';
import type { OpenRun, RunRequest } from './runTypes';

/** Progress of a shorter run is not worth reading. In ms. */
const SLOW = 200;

const QUIET = { progress: null, isSlow: false, soFar: null } as const;

/** Runs that somebody asked for. */
export function simulatingOf(desk: Desk, { keep }: Pick<Keeping, 'keep'>) {
  const { store } = desk;

  async function simulate(request: RunRequest): Promise<OpenRun | null> {
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
      desk.parts.survival.forgive('run', done.summary.mapId);
      store.setState({
        current: done,
        isShown: true,
        comparison: null,
        isPreview: false,
        isHeld: false,
      });
      // A part of a run would stand among whole ones as if it were one.
      if (isWhole(done.result)) void keep(done);
      return done;
    } catch (error) {
      if (isGoingOn() && !own.stop.signal.aborted) store.setState({ failure: failureOf(error) });
      return null;
    } finally {
      clearTimeout(timer);
      if (desk.running === own) {
        desk.running = null;
        store.setState(QUIET);
      }
    }
  }

  /** Ends what runs; where it has said something already, what it has so far is shown. */
  function cancel(): void {
    if (store.getState().soFar) desk.running?.enough.abort();
    else {
      desk.running?.stop.abort();
      desk.running = null;
    }
    store.setState(QUIET);
  }

  return { simulate, cancel };
}
