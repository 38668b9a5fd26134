export * from './calendar';
export { type Actual } from './clauseTest';
export * from './compile';
export { describeRule, describeRuleShort, type FormatMessage } from './describe';
export * from './evaluate';
export * from './explain';
export * from './facts';
export * from './overlap';
export { compilePattern } from './pattern';
