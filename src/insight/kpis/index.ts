export { inMonths, standingOf } from './kpiStanding';
export type { TouchpointMarks } from './marks';
