export * from './dates';
export * from './days';
export * from './durations';
export * from './language';
export * from './locale';
export * from './messages';
export * from './numbers';
export * from './parseNumber';
