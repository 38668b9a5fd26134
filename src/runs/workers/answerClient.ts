import { type Remote, wrap } from 'comlink';
import type { Answer, Question } from '../../insight/live/liveAnswer';
import type { AnswerWorker } from './answerWorker';
import type { Computed, ComputedQuestion } from '../../insight/live/computed';

interface Link {
  readonly remote: Remote<AnswerWorker>;
  /** Rejects when the worker breaks: it would answer nothing for ever. */
  readonly broken: Promise<never>;
}

let link: Link | null = null;

function started(): Link {
  if (link) return link;
  const worker = new Worker(new URL('./answerWorker.ts', import.meta.url), { type: 'module' });
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) => {
      // The next question gets another one.
      worker.terminate();
      link = null;
      reject(new Error(message || 'the worker could not start'));
    });
  });
  // Nobody may be waiting when it breaks.
  broken.catch(() => undefined);
  link = { remote: wrap<AnswerWorker>(worker), broken };
  return link;
}

/** Asks the page's one worker for answers. */
export function askWorker(question: Question): Promise<Answer | null> {
  const { remote, broken } = started();
  return Promise.race([remote.answer(question), broken]);
}

/** Has the same worker compute a map; null where only sampling can tell, and where the worker breaks. */
export function computeInWorker(question: ComputedQuestion): Promise<Computed | null> {
  const { remote, broken } = started();
  return Promise.race([remote.computed(question), broken.catch(() => null)]);
}

/** Starts it, so that its code is there when the first question comes. */
export function warmAnswers(): void {
  started();
}
