// Finding commands and records by what somebody types.
export { wordsFor } from './commandWords';
export { found } from './found';
export { ranked } from './ranked';
