export { type ArrivalChoice, answersTo, type Arrival } from './arrival';
