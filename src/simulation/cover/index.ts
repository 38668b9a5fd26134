export { coverMap, type MapCoverage } from './coverMap';
