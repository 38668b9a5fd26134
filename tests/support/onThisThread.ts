import { measureOf } from '../../src/kpis';
import type { Simulate } from '../../src/insight/simulate';
import { simulate } from '../../src/simulation';

/** A few customers are enough, whoever asks for how many. */
const MOST = 60;

/** Stands for the workers of the app: walks on the thread of the test, and has no live answers. */
export const simulateInWorker: Simulate = (map, scenario, { measured, customers, ...options }) =>
  simulate(map, scenario, {
    ...options,
    customers: Math.min(customers ?? MOST, MOST),
    ...(measured && { measure: measureOf(map) }),
  });
export const warmRuns = () => undefined;
export const warmAnswers = () => undefined;
export const askLive = () => new Promise<never>(() => undefined);
export const computeInWorker = () => new Promise<never>(() => undefined);
