// What runs mean: figures in words, and the questions that are asked of a map.
export {
  type CoveredKind,
  type SharedObstacle,
  sharedObstacles,
  type UnseenRecord,
  unseenRecords,
} from './coverage';
export { figure, intervalText, sureSign, verdictOf } from './figures';
export { goalSentence } from './goalText';
export { goalVerdict } from './goalVerdict';
export { type GroupFigure, groupFigures } from './groupFigures';
export { type Compute, Inquiry, type Method } from './inquiry';
export {
  movesReach,
  paysAnybody,
  REVENUE_MOVES,
  type RevenueMove,
  type StackedMove,
  stackedMoves,
} from './months';
export { noteSentences, type NoteSentence } from './runNotes';
export type { Simulate, WalkOptions } from './simulate';
export { moneyVerdict } from './verdict';
export { judged, type Yardstick, yardstickOf } from './yardstick';
