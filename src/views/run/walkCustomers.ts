import type { Simulate } from './runStore';

/** Simulates in the browser's workers. The engine is fetched when it is first needed. */
export const walkCustomers: Simulate = async (map, scenario, options) => {
  const [{ simulate }, { browserPool }] = await Promise.all([
    import('../../simulation'),
    import('../../simulation/worker/browserPool'),
  ]);
  return simulate(map, scenario, { ...options, pool: browserPool() });
};
