export { Canvas, type CanvasProps } from './Canvas';
export type { CanvasExtras } from './CanvasContext';
export type { KpiChip, KpiState, Overlay, TouchpointMarks, TransitionWords } from './marks';
