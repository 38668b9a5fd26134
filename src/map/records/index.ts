// Questions that one kind of record answers: order, names, money, chances, transitions.
export * from './channelOf';
export * from './channels';
export * from './chances';
export * from './columns';
export * from './comments';
export * from './delays';
export * from './factories';
export * from './hasNone';
export * from './id';
export * from './lost';
export * from './money';
export * from './names';
export * from './order';
export * from './stronglyConnected';
export * from './today';
export * from './topics';
export * from './transitions';
