export type { CheckOptions } from './checkRule';
export * from './problem';
export { fixFor, problems } from './problems';
