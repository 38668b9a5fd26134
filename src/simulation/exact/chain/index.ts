// The Markov chain of a map: its situations, the choices in them, and their moments on a lattice of time.
export { type Blocks, blocksOf, type SparseGraph } from './blocks';
export type { Chain } from './chain';
export { chainOf, MOST_STATES } from './chainOf';
export type { Choice } from './choices';
export { gridOf, type Rounding } from './gridLattice';
export { type Lattice, latticeOf } from './lattice';
