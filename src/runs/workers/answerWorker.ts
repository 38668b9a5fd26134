import { expose } from 'comlink';
import { answerer } from '../../insight/live/liveAnswer';
import { computed } from '../../insight/live/computed';

const work = { answer: answerer(), computed };

export type AnswerWorker = typeof work;

// Beside the page, so that a drag does not wait for it.
expose(work);
