export * from './calendar';
export { type Actual } from './clauseTest';
export * from './compile';
export * from './evaluate';
export * from './explain';
export * from './facts';
export { compilePattern } from './pattern';
