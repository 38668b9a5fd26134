import type { Simulate } from '../../insight';

/** After the first look the page has other things to do first. In ms. */
const IDLE = 1_500;

// Nobody runs a map before it can be seen.
const load = () => import('./runClient');

/** Simulates in the page's worker. */
export const simulateInWorker: Simulate = async (...asked) => {
  const { pageRuns } = await load();
  return pageRuns.simulate(...asked);
};

/** Starts the worker and its workers, once the page has nothing better to do. */
export function warmRuns(): void {
  setTimeout(() => {
    load().then(
      ({ pageRuns }) => pageRuns.warm(),
      // A missing chunk is reported by `vite:preloadError`; a run reports the rest.
      () => undefined,
    );
  }, IDLE);
}
