import { wrap } from 'comlink';
import type { Answer, Question } from './answer';
import type { AnswerWorker } from './answerWorker';
import type { Computed, ComputedQuestion } from './computed';

let worker: ReturnType<typeof wrap<AnswerWorker>> | null = null;

function started() {
  worker ??= wrap<AnswerWorker>(
    new Worker(new URL('./answerWorker.ts', import.meta.url), { type: 'module' }),
  );
  return worker;
}

/** Asks the page's one worker for answers. */
export function askWorker(question: Question): Promise<Answer | null> {
  return started().answer(question);
}

/** Has the same worker compute a map; null where only sampling can tell. */
export function computeInWorker(question: ComputedQuestion): Promise<Computed | null> {
  return started().computed(question);
}

/** Starts it, so that its code is there when the first question comes. */
export function warmAnswers(): void {
  started();
}
