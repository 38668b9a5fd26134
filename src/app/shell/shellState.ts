import { createStore, type StoreApi } from 'zustand/vanilla';
import { within } from '../../map/basics';
import type { DialogName, PanelName } from '../../editing/commands';

/** What of the shell is open, apart from the map and the route. */
export interface ShellState {
  readonly dialog: DialogName | null;
  readonly panels: Readonly<Record<PanelName, boolean>>;
  /** Nobody has opened or closed anything beside the map: the inspector may open by itself. */
  readonly isUntouched: boolean;
  /** Widths in CSS pixels. */
  readonly outlineWidth: number;
  readonly inspectorWidth: number;
  /** Wider: what a customer lives through is read by a whole room. */
  readonly walkWidth: number;
}

/** One for each page; nothing of it is kept over a reload. */
export type ShellStore = StoreApi<ShellState>;

/** Below this width there is little room beside the map: panels open only when asked for. In CSS pixels. */
const NARROW = 900;

/** `width` is that of the window in CSS pixels: it decides which panels are open and how wide they are. */
export function createShellStore(width: number): ShellStore {
  return createStore<ShellState>(() => ({
    dialog: null,
    // The whole map first: the inspector comes with the first thing selected.
    isUntouched: width >= NARROW,
    panels: {
      outline: false,
      inspector: false,
      problems: false,
      minimap: width >= 1600,
      runs: false,
      walk: false,
    },
    outlineWidth: 264,
    inspectorWidth: width >= 2000 ? 400 : 344,
    walkWidth: within(Math.round(width * 0.27), 344, 560),
  }));
}

/** Panels that share a place: opening one closes the others there. */
const PLACES = [
  ['outline', 'problems'],
  ['inspector', 'runs', 'walk'],
] as const satisfies PanelName[][];

/** Opens or closes a panel, and closes those that share its place. */
export function togglePanel(store: ShellStore, panel: PanelName): void {
  store.setState(({ panels }) => {
    const sharers = PLACES.map((place): readonly PanelName[] => place)
      .filter((place) => place.includes(panel))
      .flat();
    const closed = Object.fromEntries(sharers.map((name) => [name, false]));
    return { isUntouched: false, panels: { ...panels, ...closed, [panel]: !panels[panel] } };
  });
}
