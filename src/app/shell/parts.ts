import { lazy, type ComponentType } from 'react';
import type { DialogName, ViewName } from '../../editing/commands/command';

/** A dialog gets told how to close; it is mounted only while it is open. */
export interface DialogPartProps {
  readonly onClose: () => void;
}

/**
 * What fills the places of the shell. A part is one `lazy(() => import(…))` here, so that the first
 * load carries only the view it shows. A place without a part is not offered.
 */
export interface ShellParts {
  /** The middle of the screen. */
  readonly views: Partial<Record<ViewName, ComponentType>>;
  /** The drawer on the left. */
  readonly outline?: ComponentType;
  /** The panel on the right. */
  readonly inspector?: ComponentType;
  /** Beside undo and redo in the top bar. */
  readonly tools?: ComponentType;
  /** At the end of the top bar: share, run, present. */
  readonly actions?: ComponentType;
  readonly dialogs: Partial<Record<DialogName, ComponentType<DialogPartProps>>>;
}

const MapView = lazy(async () => ({
  default: (await import('../../views/map/MapView')).MapView,
}));
const Inspector = lazy(async () => ({
  default: (await import('../../views/inspector/Inspector')).Inspector,
}));

export const PARTS: ShellParts = {
  views: { map: MapView },
  inspector: Inspector,
  dialogs: {},
};
