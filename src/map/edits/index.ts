export * from './applyEdit';
export * from './editRefused';
export * from './patches';
export * from './records';
export * from './removeRecords';
export * from './replayed';
