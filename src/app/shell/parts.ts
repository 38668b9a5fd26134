import { later } from '../../controls/Later';
import { part } from './part';

/** The view of the first screen. */
export const MapView = later(async () => (await import('../../views/run/RunMapView')).RunMapView);

/** Above every view: what a run is doing, and which one is seen. */
export const RunBar = part(async () => (await import('../../views/run/RunBar')).RunBar);
/** Beside undo and redo in the top bar. */
export const ProblemsButton = part(
  async () => (await import('../../views/problems/ProblemsButton')).ProblemsButton,
);
/** At the end of the top bar. */
export const RunActions = part(async () => (await import('../../views/run/RunActions')).RunActions);

/** One of the other views; `laterParts.ts` lists them, as for panels and dialogs. */
export const OtherView = part(async () => (await import('./laterParts')).OtherView);
/** A panel at the side. */
export const PanelPart = part(async () => (await import('./laterParts')).PanelPart);
/** A dialog that a command has opened. */
export const DialogPart = part(async () => (await import('./laterParts')).DialogPart);
