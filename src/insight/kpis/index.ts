// KPIs of a run beside their targets, and what they say of touchpoints.
export { inMonths, standingOf } from './kpiStanding';
export { marksOf, type TouchpointMarks } from './marks';
