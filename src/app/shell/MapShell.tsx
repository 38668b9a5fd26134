import { Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { CanvasPort, ReplayPort, ViewName } from '../../editing/commands/command';
import { COMMANDS } from '../../editing/commands';
import { createRegistry } from '../../editing/commands/registry';
import type { Storage } from '../../storage';
import { useAnnounce } from '../../controls/Announcer';
import { useLanguage, useText } from '../../controls/LanguageProvider';
import { Skeleton } from '../../controls/Skeleton';
import { SplitHandle } from '../../controls/SplitHandle';
import { useEditorState, useEditor } from '../../views/session/EditorContext';
import { SessionProvider, useSession, type Session } from '../../views/session/ShellContext';
import { DropHint, useFileDrop } from '../../views/library/FileDrop';
import { useFiles } from '../../views/library/files/FilesProvider';
import { RunProvider } from '../../views/run/RunContext';
import { ErrorBoundary } from '../ErrorBoundary';
import { usePreferences } from '../preferences/PreferencesContext';
import { VIEWS } from '../routes';
import { StorageNotices } from '../storage/StorageNotices';
import styles from './MapShell.module.css';
import { PARTS } from './parts';
import { SCREEN_PART } from './screenParts';
import { settingsCommands } from './settingsCommands';
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
  const canvas = useRef<CanvasPort | null>(null);
  const replay = useRef<ReplayPort | null>(null);
  const files = useFiles();
  const { pick } = files;
  const panels = useStore(store, (state) => state.panels);
  const { setTheme, setLanguage } = usePreferences();
  const registry = useMemo(
    () => createRegistry([...SHOWABLE, ...settingsCommands({ setTheme, setLanguage })]),
    [setTheme, setLanguage],
  );
  const session = useMemo<Session>(
    () => ({
      registry,
      shell: createShellPort(store, editor, storage, pick),
      canvas,
      replay,
    }),
    // A panel that opens or closes is a new session: whoever asks what is shown renders again.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
    [registry, store, editor, storage, pick, panels],
  );
  const drop = useFileDrop((dropped) => void files.take(dropped));
  const shown = PARTS.views[view] ? view : 'map';
  const View = PARTS.views[shown];
  const dialog = useStore(store, (state) => state.dialog);
  const Dialog = dialog === null ? null : PARTS.dialogs[dialog];
  const { bar: Bar } = PARTS;

  return (
    <SessionProvider session={session}>
      <RunProvider storage={storage}>
        <AnnounceEdits />
        <CommandKeys />
        <InspectorForFirstSelection store={store} />
        <div className={styles.shell} {...drop.handlers}>
          <a className={styles.skip} href="#main-view" onClick={skipTo}>
            {t('app.skip')}
          </a>
          <TopBar store={store} view={shown} storage={storage} />
          <MapNotices storage={storage} />
          <div className={styles.middle}>
            <Side store={store} side="start" panel="outline" label={t('app.outline')} />
            <Side store={store} side="start" panel="problems" label={t('problems.title')} />
            <div className={styles.stage}>
              <div className={styles.runBar}>
                <Suspense fallback={null}>{Bar && <Bar />}</Suspense>
              </div>
              <main id="main-view" className={styles.view} tabIndex={-1} {...SCREEN_PART}>
                <ErrorBoundary key={shown}>
                  <Suspense fallback={<Skeleton />}>{View && <View />}</Suspense>
                </ErrorBoundary>
              </main>
            </div>
            <Side store={store} side="end" panel="inspector" label={t('app.inspector')} />
            <Side store={store} side="end" panel="runs" label={t('command.run.runs')} />
            <Side store={store} side="end" panel="walk" label={t('command.run.walk')} />
          </div>
        </div>
        {drop.over && <DropHint />}
        {Dialog && (
          <Suspense fallback={null}>
            <Dialog storage={storage} onClose={() => store.setState({ dialog: null })} />
          </Suspense>
        )}
      </RunProvider>
    </SessionProvider>
  );
}

/** The commands whose views exist; all else they open does. */
const SHOWABLE = COMMANDS.filter(
  ({ id }) => !VIEWS.some((name) => id === `view.show.${name}` && !PARTS.views[name]),
);

/** What must be told about the storage, unless a failed save already tells it. */
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
  walk: { key: 'inspectorWidth', min: 280, max: 640 },
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
  const Part = panel === 'outline' || panel === 'inspector' ? PARTS[panel] : PARTS.panels[panel];
  if (!isShown || !Part) return null;

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
          <Suspense fallback={<Skeleton />}>
            <Part />
          </Suspense>
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

/** Says to screen readers what the editor announces. */
function AnnounceEdits() {
  const language = useLanguage();
  const announce = useAnnounce();
  const announcement = useEditorState((state) => state.announcement);
  useEffect(() => {
    if (!announcement) return;
    const { id, values, what, urgent } = announcement;
    const all = what === null ? values : { ...values, what: language.t(what) };
    announce(language.t(id, all), urgent ? 'now' : 'polite');
    // A new language must not repeat the last announcement.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [announcement]);
  return null;
}

/** Opens the inspector beside the first thing selected, and keeps that thing in sight. */
function InspectorForFirstSelection({ store }: { readonly store: ShellStore }) {
  const { canvas } = useSession();
  const [target] = useEditorState((state) => state.selection);
  useEffect(() => {
    if (!target || !store.getState().isUntouched) return;
    togglePanel(store, 'inspector');
    const frame = requestAnimationFrame(() => canvas.current?.reveal(target));
    return () => cancelAnimationFrame(frame);
  }, [store, target, canvas]);
  return null;
}

function CommandKeys() {
  useCommandKeys();
  return null;
}
