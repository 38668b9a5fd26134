export { type Answer, answersTo, type Arrival } from './arrival';
