import { useEffect, useEffectEvent, useMemo, useRef, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { CanvasPort, Command, ReplayPort, ViewName } from '../../editing/commands/command';
import { FIRST_COMMANDS, laterCommands } from '../../editing/commands';
import { createRegistry, type Registry } from '../../editing/commands/registry';
import type { Storage } from '../../storage';
import { useText } from '../../controls/LanguageProvider';
import { Later } from '../../controls/Later';
import { Skeleton } from '../../controls/Skeleton';
import { SplitHandle } from '../../controls/SplitHandle';
import { useLater } from '../../controls/useLater';
import { useMissingNotice } from '../../controls/useMissingNotice';
import {
  type Lent,
  type Session,
  SessionProvider,
  useEditor,
  useEditorState,
  useSession,
} from '../../views/session';
import { DropHint, useFileDrop } from '../../views/library/FileDrop';
import { useFiles } from '../../views/library/files/FilesProvider';
import { RunProvider } from '../../views/run/RunContext';
import { ErrorBoundary } from '../ErrorBoundary';
import { usePreferences } from '../preferences';
import { StorageNotices } from '../storage/StorageNotices';
import { AnnounceEdits } from './AnnounceEdits';
import styles from './MapShell.module.css';
import { DialogPart, MapView, OtherView, PanelPart, RunBar } from './parts';
import { SCREEN_PART } from './screenParts';
import { createShellPort } from './shellPort';
import { createShellStore, togglePanel, type ShellState, type ShellStore } from './shellState';
import { SAVE_TROUBLES } from './SaveMark';
import { TopBar } from './TopBar';
import { useCommandKeys } from './useCommandKeys';

/** The screen of one map: bar above, outline, view and inspector side by side. */
export function MapShell({
  storage,
  view,
}: {
  readonly storage: Storage;
  readonly view: ViewName;
}) {
  const t = useText();
  const editor = useEditor();
  const [store] = useState(() => createShellStore(innerWidth));
  const [canvas] = useState<Lent<CanvasPort>>(() => ({ current: null }));
  const replay = useRef<ReplayPort | null>(null);
  const files = useFiles();
  const { pick } = files;
  const panels = useStore(store, (state) => state.panels);
  const { setTheme, setLanguage } = usePreferences();
  const registry = useMemo(
    () =>
      createRegistry(FIRST_COMMANDS, [
        laterCommands,
        async (): Promise<readonly Command[]> => {
          const { settingsCommands } = await import('./settingsCommands');
          return settingsCommands({ setTheme, setLanguage });
        },
      ]),
    [setTheme, setLanguage],
  );
  useWholeRegistry(registry);
  const session = useMemo<Session>(
    () => ({
      registry,
      shell: createShellPort(store, editor, storage, pick),
      canvas,
      replay,
    }),
    // A panel that opens or closes is a new session: whoever asks what is shown renders again.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
    [registry, store, editor, storage, pick, canvas, panels],
  );
  const drop = useFileDrop((dropped) => void files.take(dropped));
  const dialog = useStore(store, (state) => state.dialog);

  return (
    <SessionProvider session={session}>
      <RunProvider storage={storage}>
        <AnnounceEdits />
        <CommandKeys isMap={view === 'map'} />
        <InspectorForFirstSelection store={store} />
        <SelectionInSight store={store} />
        <div className={styles.shell} {...drop.handlers}>
          <a className={styles.skip} href="#main-view" onClick={skipTo}>
            {t('app.skip')}
          </a>
          <TopBar store={store} view={view} storage={storage} />
          <MapNotices storage={storage} />
          <div className={styles.middle}>
            <Side store={store} side="start" panel="outline" label={t('app.outline')} />
            <Side store={store} side="start" panel="problems" label={t('problems.title')} />
            <div className={styles.stage}>
              <div className={styles.runBar}>
                <Later missing="notice">
                  <RunBar />
                </Later>
              </div>
              <main id="main-view" className={styles.view} tabIndex={-1} {...SCREEN_PART}>
                <ErrorBoundary key={view}>
                  <Later fallback={<Skeleton />}>
                    {view === 'map' ? <MapView /> : <OtherView name={view} />}
                  </Later>
                </ErrorBoundary>
              </main>
            </div>
            <Side store={store} side="end" panel="inspector" label={t('app.inspector')} />
            <Side store={store} side="end" panel="runs" label={t('command.run.runs')} />
            <Side store={store} side="end" panel="walk" label={t('command.run.walk')} />
          </div>
        </div>
        {drop.over && <DropHint />}
        {dialog !== null && (
          <Later
            missing="notice"
            onMissing={() => store.setState({ dialog: null })}
            onRetry={() => store.setState({ dialog })}
          >
            <DialogPart
              name={dialog}
              storage={storage}
              onClose={() => store.setState({ dialog: null })}
            />
          </Later>
        )}
      </RunProvider>
    </SessionProvider>
  );
}

/** Fetches all commands once the page stands: what it could do without until now. Says so when some are missing. */
function useWholeRegistry(registry: Registry) {
  const tell = useMissingNotice();
  const report = useEffectEvent(tell);
  useEffect(() => {
    const fetch = () =>
      void registry.whole().then(() => {
        if (registry.isLacking) report(fetch);
      });
    fetch();
    addEventListener('online', fetch);
    return () => removeEventListener('online', fetch);
  }, [registry]);
}

/** What must be reported about the storage, unless a failed save already reports it. */
function MapNotices({ storage }: { readonly storage: Storage }) {
  const { shell } = useSession();
  const isFailed = useEditorState(({ saving }) => saving === 'failed');
  return (
    <StorageNotices
      storage={storage}
      hidden={isFailed ? SAVE_TROUBLES : []}
      onSave={() => void shell.saveFile()}
    />
  );
}

/** The hash is the route, so the skip link moves the focus itself. */
function skipTo(event: { preventDefault: () => void }) {
  event.preventDefault();
  document.getElementById('main-view')?.focus();
}

const WIDTHS = {
  outline: { key: 'outlineWidth', min: 200, max: 480 },
  problems: { key: 'outlineWidth', min: 200, max: 480 },
  inspector: { key: 'inspectorWidth', min: 280, max: 640 },
  runs: { key: 'inspectorWidth', min: 280, max: 640 },
  walk: { key: 'walkWidth', min: 280, max: 960 },
} as const;

/** A side panel with its handle; on narrow screens it lies over the view. */
function Side({
  store,
  side,
  panel,
  label,
}: {
  readonly store: ShellStore;
  readonly side: 'start' | 'end';
  readonly panel: keyof typeof WIDTHS;
  readonly label: string;
}) {
  const { key, min, max } = WIDTHS[panel];
  const width = useStore(store, (state: ShellState) => state[key]);
  const isShown = useStore(store, ({ panels }) => panels[panel]);
  if (!isShown) return null;

  const handle: ReactNode = (
    <SplitHandle
      panel={label}
      controls={`shell-${panel}`}
      side={side}
      size={width}
      min={min}
      max={max}
      onResize={(next) => store.setState({ [key]: next })}
    />
  );
  return (
    <>
      {side === 'end' && handle}
      <aside
        id={`shell-${panel}`}
        className={styles.side}
        data-side={side}
        aria-label={label}
        tabIndex={-1}
        style={{ width }}
        {...SCREEN_PART}
      >
        <ErrorBoundary>
          <Later fallback={<Skeleton />}>
            <PanelPart name={panel} />
          </Later>
        </ErrorBoundary>
      </aside>
      <button
        type="button"
        className={styles.scrim}
        tabIndex={-1}
        aria-hidden="true"
        onClick={() => togglePanel(store, panel)}
      />
      {side === 'start' && handle}
    </>
  );
}

/** Opens the inspector beside the first thing selected. */
function InspectorForFirstSelection({ store }: { readonly store: ShellStore }) {
  const [target] = useEditorState((state) => state.selection);
  useEffect(() => {
    if (target && store.getState().isUntouched) togglePanel(store, 'inspector');
  }, [store, target]);
  return null;
}

/** A panel that opens takes room from the map: what is selected stays in sight. */
function SelectionInSight({ store }: { readonly store: ShellStore }) {
  const { canvas } = useSession();
  const editor = useEditor();
  const panels = useStore(store, (state) => state.panels);
  const before = useRef(panels);
  useEffect(() => {
    const opened = SIDES.some((side) => panels[side] && !before.current[side]);
    before.current = panels;
    const [target] = editor.store.getState().selection;
    if (!opened || !target) return;
    const frame = requestAnimationFrame(() => canvas.current?.reveal(target));
    return () => cancelAnimationFrame(frame);
  }, [panels, editor, canvas]);
  return null;
}

const SIDES = ['outline', 'problems', 'inspector', 'runs', 'walk'] as const;

const loadNames = () => import('./pasteNames');

function CommandKeys({ isMap }: { readonly isMap: boolean }) {
  useCommandKeys(isMap);
  const names = useLater(loadNames);
  useEffect(() => names?.pasteNames(document), [names]);
  return null;
}
