import { availableParallelism } from 'node:os';
import type { Simulate } from '../insight';
import { measureOf } from '../kpis';
import { simulate } from '../simulation';
import { nodePool } from './nodePool';
import { type Options, whole } from './options';

/** From so many customers on, further workers are worth their start. */
const MANY = 200_000;

/** How many threads to walk `customers` in: `--workers`, else as many as pay. */
export function workersFor(options: Options, customers: number): number {
  return (
    whole(options, 'workers', 1, 256) ??
    (customers < MANY ? 1 : Math.min(8, availableParallelism()))
  );
}

/** Simulates in threads of this process, as the app does in its workers: the same numbers, bit for bit. */
export function simulateHere(options: Options): Simulate {
  return (map, scenario, { measured, customers = 0, ...asked }) => {
    const workers = workersFor(options, customers);
    return simulate(map, scenario, {
      ...asked,
      ...(customers > 0 && { customers }),
      ...(measured && { measure: measureOf(map) }),
      ...(workers > 1 && { pool: nodePool(workers) }),
    });
  };
}
