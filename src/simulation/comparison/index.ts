// Two scenarios walked by the same customers, and the paired difference.
export {
  dataOfPairs,
  type PairData,
  pairRange,
  pairsOfData,
  PairTally,
  type Quotient,
} from './pairTally';
export { comparisonOf } from './summary';
