// A tally as the result of a run.
export { batchesOf } from './batches';
export { headlineOf } from './headline';
export { type Measure, summarise } from './summarise';
export { walkParts } from './replicas';
