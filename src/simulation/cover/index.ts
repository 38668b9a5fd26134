// What nobody can take in a map, and the fewest sampled customers who take the rest.
export { coverMap, type MapCoverage } from './coverMap';
