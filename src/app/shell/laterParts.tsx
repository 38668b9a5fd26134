import type { ComponentType } from 'react';
import type { DialogName, PanelName, ViewName } from '../../editing/commands';
import type { DialogPartProps } from './dialogPart';
import { part } from './part';

const TableView = part(async () => (await import('../../views/table/TableView')).TableView);
const InsightsView = part(
  async () => (await import('../../views/insights/InsightsView')).InsightsView,
);
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

const VIEWS: Readonly<Record<Exclude<ViewName, 'map'>, ComponentType>> = {
  table: TableView,
  insights: InsightsView,
  machine: MachineView,
};

/** Panels of a run and of problems take the outline's or the inspector's place while they are open. */
const PANELS: Readonly<Record<Exclude<PanelName, 'minimap'>, ComponentType>> = {
  outline: Outline,
  inspector: Inspector,
  problems: ProblemsPanel,
  runs: RunsPanel,
  walk: WalkPanel,
};

/** Every dialog a command may open is here, so that none is dead. */
const DIALOGS: Readonly<Record<DialogName, ComponentType<DialogPartProps>>> = {
  simulate: SimulateDialog,
  palette: PaletteDialog,
  find: FindDialog,
  color: ColorDialog,
  connect: ConnectDialog,
  moveTo: MoveToDialog,
  help: HelpDialog,
  versions: VersionsDialog,
  stages: StagesDialog,
};

/** The view of a name, the map's but for one. */
export function OtherView({ name }: { readonly name: keyof typeof VIEWS }) {
  const View = VIEWS[name];
  return <View />;
}

/** What fills a place at the side. */
export function PanelPart({ name }: { readonly name: keyof typeof PANELS }) {
  const Panel = PANELS[name];
  return <Panel />;
}

/** The dialog of a name, open. */
export function DialogPart({ name, ...props }: DialogPartProps & { readonly name: DialogName }) {
  const Dialog = DIALOGS[name];
  return <Dialog {...props} />;
}
