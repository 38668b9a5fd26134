import { type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { Canvas } from '../../canvas';
import type { TokenSource } from '../../runs/replay';
import type { CanvasPort } from '../../editing/commands/command';
import { displayOf } from '../../editing';
import type { RunResult } from '../../simulation/results';
import { ContextMenu } from '../../controls/ContextMenu';
import { useLanguage } from '../../controls/LanguageProvider';
import { Later, later } from '../../controls/Later';
import { useLater } from '../../controls/useLater';
import { useProblems } from '../problems/useProblems';
import { isFocusFree } from '../../controls/focus';
import {
  type Session,
  useCommandContext,
  useEditor,
  useEditorState,
  useRegistry,
  useRunCommand,
  useSession,
} from '../session';
import { FilterButton } from './filter';
import { useLit } from './useLit';
import { hasNone } from '../../map/records';
import styles from './MapView.module.css';
import { menuOf } from '../../editing/commands/menu';
import { overlayOf } from '../../insight/flow';
import { Toolbar } from './Toolbar';
import { useClipboard } from './useClipboard';
import { ZoomControls } from './ZoomControls';

export interface MapViewProps {
  /** A run whose flow is drawn on the map. */
  readonly run?: RunResult | null;
  /** Customers walking on the map, and what is in front of it instead of the tools. */
  readonly replay?: {
    readonly tokens: TokenSource;
    readonly front: (zoom: ReactNode) => ReactNode;
  } | null;
}

/** The map: the canvas with its menu, its tools and its zoom. */
export function MapView({ run = null, replay = null }: MapViewProps) {
  const editor = useEditor();
  const language = useLanguage();
  const session = useSession();
  const { registry, wait } = useRegistry();
  const context = useCommandContext();
  const runCommand = useRunCommand();
  const [zoom, setZoom] = useState(1);
  const [hand, setHand] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const { lit, met, present } = useLit(run);
  const isPresenting = useStore(displayOf(editor), (display) => display.isPresenting);
  const isFilterOpen = useStore(displayOf(editor), (display) => display.isFilterOpen);
  const isBlank = useEditorState(
    ({ map }) => hasNone(map.touchpoints) && Object.keys(map.notes).length === 0,
  );
  useClipboard();

  // Marks and the words of rules may lag behind a drag or a keystroke.
  const map = useDeferredValue(useEditorState((state) => state.map));
  const problems = useProblems();
  const decorations = useLater(loadDecorations);
  const marks = useMemo(() => {
    if (!decorations) return {};
    return decorations.marksOf(map, problems ?? [], run, language);
  }, [decorations, map, run, language, problems]);
  const wording = useMemo(() => decorations?.wordingOf(), [decorations]);
  const words = useMemo(() => wording?.(map, language) ?? {}, [wording, map, language]);
  const overlay = useMemo(() => (run ? overlayOf(run) : null), [run]);
  const stages = useMemo(
    () => (run && decorations ? decorations.stageWords(map, run, language) : {}),
    [decorations, map, run, language],
  );
  const paths = useLater(loadPaths);
  const traffic = useStore(displayOf(editor), (display) => display.traffic);
  const quiet = useMemo(
    () => (overlay ? (paths?.quietTransitions(overlay, traffic) ?? NONE) : NONE),
    [overlay, traffic, paths],
  );

  const onPort = useCallback(
    (port: CanvasPort | null) => {
      lend(session, port && withHand(port, setHand));
    },
    [session],
  );
  useRefocus(session.canvas);

  return (
    <ContextMenu
      label={language.t('map.menu')}
      items={
        isOpen && !replay
          ? menuOf(registry, context(), language.t, (id) => {
              runCommand(id);
            })
          : []
      }
      wait={wait}
      onOpenChange={setOpen}
    >
      <div className={styles.view} data-presenting={isPresenting || undefined}>
        <Canvas
          editor={editor}
          language={language}
          marks={marks}
          words={words}
          overlay={overlay}
          stages={stages}
          quiet={quiet}
          lit={lit}
          minimap={session.shell.isShown('minimap') && !isPresenting && !replay}
          tokens={replay?.tokens ?? null}
          onPort={onPort}
          onZoom={setZoom}
        >
          {replay?.front(<ZoomControls zoom={zoom} />)}
          {!isPresenting && !replay && (
            <>
              {isBlank && (
                <Later missing="notice">
                  <BlankMap />
                </Later>
              )}
              {isFilterOpen && (
                <Later
                  missing="notice"
                  onMissing={() => displayOf(editor).setState({ isFilterOpen: false })}
                  onRetry={() => displayOf(editor).setState({ isFilterOpen: true })}
                >
                  <FilterPanel hasTraffic={overlay !== null} />
                </Later>
              )}
              <div className={styles.dock}>
                <ZoomControls zoom={zoom}>
                  <FilterButton met={met} />
                </ZoomControls>
                <Toolbar hand={hand} onHand={(on) => session.canvas.current?.setHand(on)} />
              </div>
            </>
          )}
        </Canvas>
        {isPresenting && (
          <Later
            missing="notice"
            onMissing={() => displayOf(editor).setState({ isPresenting: false })}
            onRetry={() => displayOf(editor).setState({ isPresenting: true })}
          >
            <PresentMode onLit={present} />
          </Later>
        )}
      </div>
    </ContextMenu>
  );
}

const BlankMap = later(async () => (await import('./BlankMap')).BlankMap);
const FilterPanel = later(async () => (await import('./filter/FilterPanel')).FilterPanel);
const PresentMode = later(async () => (await import('./present/PresentMode')).PresentMode);
const NONE: ReadonlySet<string> = new Set();
const loadPaths = () => import('../../insight/flow/mainPaths');
const loadDecorations = () => import('../../insight/decorations');

/** Commands reach the canvas through the session while it is shown. */
function lend(session: Session, port: CanvasPort | null): void {
  session.canvas.current = port;
  if (port) session.canvas.told?.();
}

/** The same port, which also informs the toolbar when the hand tool goes on or off. */
function withHand(port: CanvasPort, tell: (on: boolean) => void): CanvasPort {
  return {
    ...port,
    setHand(on) {
      port.setHand(on);
      tell(on);
    },
  };
}

/**
 * The keyboard belongs to what is selected when a name has been typed, and when an edit, a paste or an undo selects
 * something else, unless it is busy elsewhere.
 */
function useRefocus(canvas: { readonly current: CanvasPort | null }): void {
  const editor = useEditor();
  useEffect(
    () =>
      editor.store.subscribe(({ renaming, map, selection }, before) => {
        const [selected] = selection;
        if (renaming !== null || !selected) return;
        const isNamed = before.renaming !== null;
        const isMade = map !== before.map && selection !== before.selection;
        const isHere = isFocusFree() || document.activeElement?.closest('[data-canvas]') !== null;
        if (isNamed ? isFocusFree() : isMade && isHere) canvas.current?.focus(selected);
      }),
    [editor, canvas],
  );
}
