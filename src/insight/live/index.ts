// Answers to an edit before a whole run: computed, or from few customers.
export { computed, type Computed, type ComputedQuestion } from './computed';
export { answerer, type LiveAnswer, type LiveQuestion } from './liveAnswer';
