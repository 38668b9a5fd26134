import { lazy, type ComponentType } from 'react';
import type { DialogName, PanelName, ViewName } from '../../editing/commands/command';
import type { Storage } from '../../storage';

/** A dialog gets told how to close; it is mounted only while it is open. */
export interface DialogPartProps {
  readonly storage: Storage;
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
  /** Panels that take the outline's or the inspector's place while they are open. */
  readonly panels: Partial<Record<PanelName, ComponentType>>;
  /** Above every view: what a run is doing, and which one is seen. */
  readonly bar?: ComponentType;
  /** Beside undo and redo in the top bar. */
  readonly tools?: ComponentType;
  /** At the end of the top bar: share, run, present. */
  readonly actions?: ComponentType;
  /** Every dialog a command may open is here, so that none is dead. */
  readonly dialogs: Readonly<Record<DialogName, ComponentType<DialogPartProps>>>;
}

const RunMapView = lazy(async () => ({
  default: (await import('../../views/run/RunMapView')).RunMapView,
}));
const TableView = lazy(async () => ({
  default: (await import('../../views/table/TableView')).TableView,
}));
const InsightsView = lazy(async () => ({
  default: (await import('../../views/insights/InsightsView')).InsightsView,
}));
const RunBar = lazy(async () => ({
  default: (await import('../../views/run/RunBar')).RunBar,
}));
const RunActions = lazy(async () => ({
  default: (await import('../../views/run/RunActions')).RunActions,
}));
const RunsPanel = lazy(async () => ({
  default: (await import('../../views/run/RunsPanel')).RunsPanel,
}));
const WalkPanel = lazy(async () => ({
  default: (await import('../../views/run/walk/WalkPanel')).WalkPanel,
}));
const SimulateDialog = lazy(async () => ({
  default: (await import('../../views/run/SimulateDialog')).SimulateDialog,
}));
const Inspector = lazy(async () => ({
  default: (await import('../../views/inspector/Inspector')).Inspector,
}));

const Outline = lazy(async () => ({
  default: (await import('../../views/outline/OutlinePanel')).OutlinePanel,
}));
const ProblemsPanel = lazy(async () => ({
  default: (await import('../../views/problems/ProblemsPanel')).ProblemsPanel,
}));
const MachineView = lazy(async () => ({
  default: (await import('../../views/machine/MachineView')).MachineView,
}));
const PaletteDialog = lazy(async () => ({
  default: (await import('../../views/palette/PaletteDialog')).PaletteDialog,
}));
const FindDialog = lazy(async () => ({
  default: (await import('../../views/palette/FindDialog')).FindDialog,
}));
const ConnectDialog = lazy(async () => ({
  default: (await import('../../views/palette/ConnectDialog')).ConnectDialog,
}));
const HelpDialog = lazy(async () => ({
  default: (await import('../../views/palette/HelpDialog')).HelpDialog,
}));
const VersionsDialog = lazy(async () => ({
  default: (await import('../../views/versions/VersionsDialog')).VersionsDialog,
}));
const StagesDialog = lazy(async () => ({
  default: (await import('../../views/settings/StagesDialog')).StagesDialog,
}));

export const PARTS: ShellParts = {
  views: { map: RunMapView, table: TableView, insights: InsightsView, machine: MachineView },
  outline: Outline,
  inspector: Inspector,
  panels: { problems: ProblemsPanel, runs: RunsPanel, walk: WalkPanel },
  bar: RunBar,
  actions: RunActions,
  dialogs: {
    simulate: SimulateDialog,
    palette: PaletteDialog,
    find: FindDialog,
    connect: ConnectDialog,
    help: HelpDialog,
    versions: VersionsDialog,
    stages: StagesDialog,
  },
};
