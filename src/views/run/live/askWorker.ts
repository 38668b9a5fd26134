import { wrap } from 'comlink';
import type { Answer, Question } from './answer';
import type { AnswerWorker } from './answerWorker';

let worker: ReturnType<typeof wrap<AnswerWorker>> | null = null;

/** Asks the page's one worker for answers, which is made for the first question. */
export function askWorker(question: Question): Promise<Answer | null> {
  worker ??= wrap<AnswerWorker>(
    new Worker(new URL('./answerWorker.ts', import.meta.url), { type: 'module' }),
  );
  return worker(question);
}
