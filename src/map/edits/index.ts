// Edits of a map: functions on a draft, and what applies them or refuses.
export * from './applyEdit';
export * from './choosing';
export * from './editRefused';
export * from './patches';
export * from './records';
export * from './removeRecords';
export * from './replaceMap';
export * from './replayed';
export * from './reorder';
export * from './touchpoints';
export * from './transitions';
export * from './fragment';
export * from './insertFragment';
export { beforeAt, removeStage, renameStage, type StageLine, stageLines } from './stages';
