export { batchesOf } from './batches';
export { headlineOf } from './headline';
export type { Measure } from './summarise';
