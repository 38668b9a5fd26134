import type { Computed, ComputedQuestion, LiveAnswer, LiveQuestion } from '../../insight/live';
import { spawnedOf, WorkerClient, WorkerFailed } from '../../simulation/worker';
import type { AnswerWorker } from './answerWorker';

/** Solver and sample are bounded to take a second or two. In ms. */
const PATIENCE = 30_000;

const client = new WorkerClient<AnswerWorker>({
  spawn: () =>
    spawnedOf(new Worker(new URL('./answerWorker.ts', import.meta.url), { type: 'module' })),
  patience: PATIENCE,
});

/** Asks the page's answer worker what a map that is being changed earns. */
export function askLive(question: LiveQuestion): Promise<LiveAnswer | null> {
  return client.ask((worker) => worker.answer(question));
}

/** Has the same worker compute a map; null where only sampling can answer, and where the worker fails. */
export async function computeInWorker(question: ComputedQuestion): Promise<Computed | null> {
  try {
    return await client.ask((worker) => worker.computed(question));
  } catch (error) {
    if (error instanceof WorkerFailed) return null;
    throw error;
  }
}

/** Starts the worker, so that its code is there when the first question comes. */
export function warmAnswers(): void {
  client.start();
}
