// What every folder needs of lists, tables and numbers.
export { listUnder } from './listUnder';
export { fraction } from './fraction';
export { average, sumOf, within } from './numbers';
export { mapValues, placeById, valuesFor, without } from './tables';
