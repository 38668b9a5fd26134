export * from './comments';
export * from './factories';
export * from './hasNone';
export * from './id';
export * from './journeyOrder';
export * from './names';
export * from './order';
export * from './transitions';
