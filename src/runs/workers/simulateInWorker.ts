import type { Simulate } from '../store/runTypes';

/** After the last look the page has other things to do first. In ms. */
const IDLE = 1_500;

// Nobody runs a map before it can be seen.
const load = () => import('./runClient');

/** Simulates in the page's worker. */
export const walkCustomers: Simulate = async (...asked) => {
  const { pageWalker } = await load();
  return pageWalker.simulate(...asked);
};

/** Starts the worker and its workers, once the page has nothing better to do. */
export function warmUp(): void {
  setTimeout(() => {
    load().then(
      ({ pageWalker }) => pageWalker.warm(),
      // A missing chunk is told by `vite:preloadError`; a run will tell the rest.
      () => undefined,
    );
  }, IDLE);
}
