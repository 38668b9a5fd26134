// The runs of the open map: begun, previewed, kept.
export { createRunStore } from './runStore';
export type { OpenRun, RunState, RunStore } from './runTypes';
export { isWhole } from './running';
export { USUAL_CUSTOMERS } from './usual';
export { canBeWalked } from './walkable';
