// The structure of a map without its fields: paths, references, comparison, renaming.
export * from './path';
export * from './references';
export * from './same';
export * from './shape';
export * from './zero';
export * from './dependents';
export * from './giveWay';
export * from './rename';
