// Workers of the page, asked through clients.
export { askLive, computeInWorker, warmAnswers } from './answerClient';
export { simulateInWorker, warmRuns } from './simulateInWorker';
export type { CheckClient } from './checkClient';
