import type { Simulate } from './runStore';

/** After the last look the page has other things to do first. In ms. */
const IDLE = 1_500;

const engine = () =>
  Promise.all([import('../../simulation'), import('../../simulation/worker/browserPool')]);

/** Simulates in the browser's workers. The engine is fetched when it is first needed. */
export const walkCustomers: Simulate = async (map, scenario, options) => {
  const [{ simulate }, { browserPool }] = await engine();
  return simulate(map, scenario, { ...options, pool: browserPool() });
};

/** Fetches the engine and starts its workers, once the page has nothing better to do. */
export function warmUp(): void {
  setTimeout(() => {
    engine().then(
      ([, { browserPool }]) => {
        browserPool().warm();
      },
      // A missing chunk is told by `vite:preloadError`; a run will tell the rest.
      () => undefined,
    );
  }, IDLE);
}
