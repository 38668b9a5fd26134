// The filter of the map: its button, its note, and what it leaves lit.
export { FilterButton } from './FilterButton';
export { FilterNote } from './FilterNote';
export { useFiltered } from './useFiltered';
