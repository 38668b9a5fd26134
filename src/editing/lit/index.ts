// What is highlighted on the canvas: by a filter, a selection, a stage that is presented.
export { filtered } from './filtered';
export { litPathsOf } from './paths';
export type { Lit } from './lit';
export { litStage } from './stage';
