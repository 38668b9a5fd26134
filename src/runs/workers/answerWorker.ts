import { expose } from 'comlink';
import { answerer, computed } from '../../insight/live';

const work = { answer: answerer(), computed };

/** What the page calls through comlink. */
export type AnswerWorker = typeof work;

// Beside the page, so that a drag does not wait for it.
expose(work);
