// Helpers that remember what was computed.
export { lastCall } from './lastCall';
export { once } from './once';
export { perObject } from './perObject';
