// What is counted of walks: recorders fill a tally, tallies of chunks are merged.
export { ExactSums } from './exactSums';
export { quantileOfBins } from './histogram';
export { ARM_HEAD, BINS, ENDS, GROUP_EXTRAS, type Layout } from './layout';
export { Recorder } from './recorder';
export { addInto, PERIOD_COUNTS, PERIOD_SUMS, SeriesTally } from './seriesTally';
export { dataOfTally, numbersOf, Tally, type TallyData, tallyOfData } from './tally';
export { readPath } from './walkCodes';
