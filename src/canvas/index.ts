export { Canvas, type CanvasProps } from './Canvas';
export { channelName } from './card/channelName';
export type { CanvasExtras } from './marks';
