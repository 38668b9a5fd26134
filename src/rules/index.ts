// Segment rules: read, evaluated, explained, put into words, and compared for overlap.
export * from './calendar';
export { type Actual } from './clauseTest';
export * from './clauses';
export * from './compile';
export { describeRule, type FormatMessage } from './describe';
export * from './evaluate';
export * from './explain';
export * from './facts';
export { brokenSegments, isBroken, isGone, narrowed } from './gone';
export * from './overlap';
export { outgoingWords } from './outgoingWords';
export { compilePattern } from './pattern';
export * from './segmentGraph';
export { delayWords } from './delayWords';
export { ATTRIBUTE_TESTS, attributeClause, newClause, withTest } from './newClause';
export { type Domain, domainsOfPersona } from './overlapDomains';
export { type TransitionWords, wordingOf } from './transitionWords';
export { readText, spokenText, turnText, valueText } from './valueText';
