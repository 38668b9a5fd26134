export { FilterButton } from './FilterButton';
export { FilterNote } from './FilterNote';
export { useFiltered } from './useFiltered';
