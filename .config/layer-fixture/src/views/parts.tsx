export { Tested } from './Tested';
export type { Untested } from './Untested';
