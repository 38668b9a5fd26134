export { computed, type Computed, type ComputedQuestion } from './computed';
export { answerer, type LiveAnswer, type LiveQuestion } from './liveAnswer';
