export { Canvas, type CanvasProps } from './Canvas';
export { channelName } from './card/channelName';
export type { Lit } from './lit';
export type {
  CanvasExtras,
  KpiChip,
  KpiState,
  Overlay,
  TouchpointMarks,
  TransitionWords,
} from './marks';
export type { TokenFrame, TokenLook, TokenSource } from './layers/tokens';
