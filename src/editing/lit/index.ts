/** What lights up: fetched after the first paint, as nobody has asked for anything yet. */
export { filtered } from './filtered';
export { litPathsOf } from './paths';
