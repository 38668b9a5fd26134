import {
  ChartSpline,
  Map as MapIcon,
  Menu as MenuIcon,
  PanelLeft,
  PanelRight,
  Redo2,
  Table2,
  Undo2,
  Workflow,
} from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { commandItems, type PanelName, type ViewName } from '../../editing/commands';
import type { Storage } from '../../storage';
import { IconButton } from '../../controls/IconButton';
import { Later } from '../../controls/Later';
import { useText } from '../../controls/LanguageProvider';
import { Logo } from '../../controls/Logo';
import { Menu } from '../../controls/Menu';
import { Segmented } from '../../controls/Segmented';
import { Tooltip } from '../../controls/Tooltip';
import {
  useCommandContext,
  useEditor,
  useEditorState,
  useRegistry,
  useRunCommand,
  useSession,
} from '../../views/session';
import { useSettingsItems } from '../preferences';
import { VIEWS } from '../routes';
import { ProblemsButton, RunActions } from './parts';
import { SaveMark } from './SaveMark';
import { SCREEN_PART } from './screenParts';
import type { ShellStore } from './shellState';
import { TitleField } from './TitleField';
import styles from './TopBar.module.css';

const VIEW_ICONS: Readonly<Record<ViewName, ReactNode>> = {
  map: <MapIcon aria-hidden="true" />,
  table: <Table2 aria-hidden="true" />,
  insights: <ChartSpline aria-hidden="true" />,
  machine: <Workflow aria-hidden="true" />,
};

/** The one bar: where one is, whether it is saved, and the four faces of the map. */
export function TopBar({
  store,
  view,
  storage,
}: {
  readonly store: ShellStore;
  readonly view: ViewName;
  readonly storage: Storage;
}) {
  const t = useText();
  const { shell } = useSession();
  return (
    <header className={styles.bar} {...SCREEN_PART}>
      <div className={styles.start}>
        <Tooltip text={t('app.library')}>
          <a className={styles.home} href="#/" aria-label={t('app.library')}>
            <Logo size={22} />
          </a>
        </Tooltip>
        <PanelButton store={store} panel="outline" label={t('app.outline')}>
          <PanelLeft aria-hidden="true" />
        </PanelButton>
        <TitleField />
        <SaveMark storage={storage} />
      </div>
      <nav className={styles.views} aria-label={t('app.view')}>
        <Segmented
          label={t('app.view')}
          value={view}
          onChange={(next) => shell.show(next)}
          options={VIEWS.map((name) => ({
            value: name,
            label: t(`app.view.${name}`),
            icon: VIEW_ICONS[name],
          }))}
        />
      </nav>
      <div className={styles.end}>
        <UndoButtons />
        <div className={styles.tools}>
          <Later missing="notice">
            <ProblemsButton />
            <RunActions />
          </Later>
          <MainMenu />
          <PanelButton store={store} panel="inspector" label={t('app.inspector')}>
            <PanelRight aria-hidden="true" />
          </PanelButton>
        </div>
      </div>
    </header>
  );
}

function UndoButtons() {
  const t = useText();
  const editor = useEditor();
  const undo = useEditorState(({ canUndo }) => canUndo);
  const redo = useEditorState(({ canRedo }) => canRedo);
  return (
    <div className={styles.undo}>
      <IconButton
        label={undo === null ? t('app.undo') : t('app.undo.what', { what: t(undo) })}
        keys="Mod+Z"
        disabled={undo === null}
        onClick={() => editor.undo()}
      >
        <Undo2 aria-hidden="true" />
      </IconButton>
      <IconButton
        label={redo === null ? t('app.redo') : t('app.redo.what', { what: t(redo) })}
        keys="Mod+Shift+Z"
        disabled={redo === null}
        onClick={() => editor.redo()}
      >
        <Redo2 aria-hidden="true" />
      </IconButton>
    </div>
  );
}

function PanelButton({
  store,
  panel,
  label,
  children,
}: {
  readonly store: ShellStore;
  readonly panel: PanelName;
  readonly label: string;
  readonly children: ReactNode;
}) {
  const { shell } = useSession();
  const isShown = useStore(store, ({ panels }) => panels[panel]);
  return (
    <IconButton
      label={label}
      caption={label}
      aria-expanded={isShown}
      onClick={() => shell.toggle(panel)}
    >
      {children}
    </IconButton>
  );
}

function MainMenu() {
  const t = useText();
  const { registry, wait } = useRegistry();
  const context = useCommandContext();
  const run = useRunCommand();
  const settings = useSettingsItems();
  const [isOpen, setOpen] = useState(false);
  const items = isOpen
    ? [
        ...commandItems(registry.inMenu('main'), context(), t, run),
        { kind: 'separator' as const, id: 'settings' },
        ...settings,
      ]
    : [];
  return (
    <Menu
      label={t('app.menu')}
      align="end"
      items={items}
      wait={wait}
      onOpenChange={setOpen}
      trigger={
        <IconButton label={t('app.menu')}>
          <MenuIcon aria-hidden="true" />
        </IconButton>
      }
    />
  );
}
