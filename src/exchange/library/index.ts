// How a map from a file meets the library, and what can be done with it.
export { type ArrivalChoice, answersTo, type Arrival } from './arrival';
export type { FileDialogs, FilesTarget, Question } from './takeFiles';
