// The live answer to an edit, asked again as the map changes.
export { createLiveAnswers, type LiveState } from './liveAnswers';
