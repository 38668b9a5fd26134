import { expose } from 'comlink';
import { answerer } from './answer';

export type AnswerWorker = ReturnType<typeof answerer>;

// Beside the page, so that a drag does not wait for it.
expose(answerer());
