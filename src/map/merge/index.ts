// Three-way merge of maps.
export { type Conflict, merge, type Merged } from './merge';
