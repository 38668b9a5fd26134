// What every folder needs of lists and numbers.
export { listUnder } from './listUnder';
export { average, sumOf, within } from './numbers';
