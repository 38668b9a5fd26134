// Language of the page: texts, numbers, money, dates, durations, search.
export * from './cut';
export * from './dates';
export * from './days';
export * from './durations';
export * from './language';
export * from './locale';
export type { MessageTemplate, MessageId, Messages } from './messages';
export * from './numbers';
export * from './parseNumber';
export * from './search';
export * from './softBreaks';
