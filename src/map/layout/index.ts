// Where everything stands: bands, cards, routes of transitions, reading order.
export * from './bands';
export * from './geometry';
export * from './guides';
export * from './journeyOrder';
export * from './routes/labels';
export { distanceTo, type Line, pointAlong } from './routes/line';
export type { Route } from './routes/route';
export * from './routes/router';
export * from './sizes';
export * from './stub';
export { curvePath, heightOf, levelAt } from './emotionCurve';
