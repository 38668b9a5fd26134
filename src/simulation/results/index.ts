// What a run returns: every table by record id.
export * from './attribution';
export * from './campaigns';
export * from './comparison';
export * from './estimates';
export * from './groups';
export * from './money';
export * from './places';
export * from './run';
export * from './series';
export * from './settings';
export * from './walks';
