// What runs mean: figures in words, and the questions that are asked of a map.
export { figure, intervalText, sureSign, verdictOf } from './figures';
export { goalSentence } from './goalText';
export { goalVerdict } from './goalVerdict';
export { type Compute, Inquiry, type Method } from './inquiry';
export type { Simulate, WalkOptions } from './simulate';
export { moneyVerdict } from './verdict';
export { judged, type Yardstick, yardstickOf } from './yardstick';
