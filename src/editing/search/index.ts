export { wordsFor } from './commandWords';
export { found } from './found';
export { ranked } from './ranked';
