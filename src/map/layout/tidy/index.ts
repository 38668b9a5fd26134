// Tidying up: columns and rows for all cards, with few crossings.
export { tidy } from './tidy';
