// The map drawn with React Flow, which nothing else knows.
export { Canvas, type CanvasProps } from './Canvas';
export type { CanvasExtras } from './marks';
export { isOnCanvas } from './onCanvas';
export type { Tool } from './state';
