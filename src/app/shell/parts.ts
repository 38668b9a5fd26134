import { lazy, type ComponentType } from 'react';
import type { DialogName, PanelName, ViewName } from '../../editing/commands/command';
import type { Storage } from '../../storage';
import { allTexts } from '../preferences/texts';

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

/** A part that speaks only when all texts are here: those of the first screen come before. */
function part<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => {
    const [component] = await Promise.all([load(), allTexts()]);
    return { default: component };
  });
}

/** The first screen. */
const RunMapView = lazy(async () => ({
  default: (await import('../../views/run/RunMapView')).RunMapView,
}));
const TableView = part(async () => (await import('../../views/table/TableView')).TableView);
const InsightsView = part(
  async () => (await import('../../views/insights/InsightsView')).InsightsView,
);
const RunBar = part(async () => (await import('../../views/run/RunBar')).RunBar);
const RunActions = part(async () => (await import('../../views/run/RunActions')).RunActions);
const RunsPanel = part(async () => (await import('../../views/run/RunsPanel')).RunsPanel);
const WalkPanel = part(async () => (await import('../../views/run/walk/WalkPanel')).WalkPanel);
const SimulateDialog = part(
  async () => (await import('../../views/run/SimulateDialog')).SimulateDialog,
);
const Inspector = part(async () => (await import('../../views/inspector/Inspector')).Inspector);

const Outline = part(async () => (await import('../../views/outline/OutlinePanel')).OutlinePanel);
const ProblemsPanel = part(
  async () => (await import('../../views/problems/ProblemsPanel')).ProblemsPanel,
);
const ProblemsButton = part(
  async () => (await import('../../views/problems/ProblemsButton')).ProblemsButton,
);
const MachineView = part(async () => (await import('../../views/machine/MachineView')).MachineView);
const PaletteDialog = part(
  async () => (await import('../../views/palette/PaletteDialog')).PaletteDialog,
);
const FindDialog = part(async () => (await import('../../views/palette/FindDialog')).FindDialog);
const ColorDialog = part(async () => (await import('../../views/palette/ColorDialog')).ColorDialog);
const ConnectDialog = part(
  async () => (await import('../../views/palette/ConnectDialog')).ConnectDialog,
);
const MoveToDialog = part(
  async () => (await import('../../views/palette/MoveToDialog')).MoveToDialog,
);
const HelpDialog = part(async () => (await import('../../views/palette/HelpDialog')).HelpDialog);
const VersionsDialog = part(
  async () => (await import('../../views/versions/VersionsDialog')).VersionsDialog,
);
const StagesDialog = part(
  async () => (await import('../../views/settings/StagesDialog')).StagesDialog,
);

export const PARTS: ShellParts = {
  views: { map: RunMapView, table: TableView, insights: InsightsView, machine: MachineView },
  outline: Outline,
  inspector: Inspector,
  panels: { problems: ProblemsPanel, runs: RunsPanel, walk: WalkPanel },
  bar: RunBar,
  tools: ProblemsButton,
  actions: RunActions,
  dialogs: {
    simulate: SimulateDialog,
    palette: PaletteDialog,
    find: FindDialog,
    color: ColorDialog,
    connect: ConnectDialog,
    moveTo: MoveToDialog,
    help: HelpDialog,
    versions: VersionsDialog,
    stages: StagesDialog,
  },
};
