export { setUp } from './setUp';
