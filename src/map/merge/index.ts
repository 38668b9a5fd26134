export { type Conflict, merge, type Merged } from './merge';
