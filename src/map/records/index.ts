export * from './chances';
export * from './comments';
export * from './factories';
export * from './id';
export * from './journeyOrder';
export * from './order';
export * from './transitions';
