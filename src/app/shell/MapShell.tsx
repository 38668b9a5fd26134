import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { CanvasPort, ReplayPort, ViewName } from '../../editing/commands';
import type { Storage } from '../../storage';
import { useText } from '../../controls/LanguageProvider';
import { Later } from '../../controls/Later';
import { Skeleton } from '../../controls/Skeleton';
import { useLater } from '../../controls/useLater';
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
import { StorageNotices } from '../storage/StorageNotices';
import { AnnounceEdits } from './AnnounceEdits';
import styles from './MapShell.module.css';
import { DialogPart, MapView, OtherView, RunBar } from './parts';
import { SCREEN_PART } from './screenParts';
import { createShellPort } from './shellPort';
import { createShellStore, togglePanel, type ShellStore } from './shellState';
import { SAVE_TROUBLES } from './SaveMark';
import { Side } from './Side';
import { TopBar } from './TopBar';
import { useCommandKeys } from './useCommandKeys';
import { useMapRegistry } from './useMapRegistry';

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
  const registry = useMapRegistry();
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

/** Opens the inspector beside the first thing selected. */
function InspectorForFirstSelection({ store }: { readonly store: ShellStore }) {
  const [target] = useEditorState((state) => state.selection);
  useEffect(() => {
    if (target && store.getState().isUntouched) togglePanel(store, 'inspector');
  }, [store, target]);
  return null;
}

const loadNames = () => import('./pasteNames');

function CommandKeys({ isMap }: { readonly isMap: boolean }) {
  useCommandKeys(isMap);
  const names = useLater(loadNames);
  useEffect(() => names?.pasteNames(document), [names]);
  return null;
}
