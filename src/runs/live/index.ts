export { createLiveAnswers, type LiveState } from './liveAnswers';
