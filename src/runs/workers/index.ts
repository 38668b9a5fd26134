export { askLive, computeInWorker, warmAnswers } from './answerClient';
export { simulateInWorker, warmRuns } from './simulateInWorker';
