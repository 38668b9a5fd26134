import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { Canvas, type Tool } from '../../canvas';
import type { TokenSource } from '../../runs/replay';
import { type CanvasPort, menuOf } from '../../editing/commands';
import { displayOf } from '../../editing';
import type { RunResult } from '../../simulation/results';
import { ContextMenu } from '../../controls/ContextMenu';
import { useLanguage } from '../../controls/LanguageProvider';
import { Later, later } from '../../controls/Later';
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
import { Toolbar } from './Toolbar';
import { useClipboard } from './useClipboard';
import { useDecorations } from './useDecorations';
import { ZoomControls } from './ZoomControls';

/** What is shown on the map besides itself. */
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
  const [tool, setTool] = useState<Tool>('select');
  const [isOpen, setOpen] = useState(false);
  const { lit, met, present } = useLit(run);
  const isPresenting = useStore(displayOf(editor), (display) => display.isPresenting);
  useClipboard();

  const { marks, words, overlay, quiet, stages } = useDecorations(run);

  const onPort = useCallback(
    (port: CanvasPort | null) => {
      lend(session, port);
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
          onTool={setTool}
        >
          {replay?.front(<ZoomControls zoom={zoom} />)}
          {!isPresenting && !replay && (
            <Tools zoom={zoom} tool={tool} met={met} hasTraffic={overlay !== null} />
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

interface ToolsProps {
  readonly zoom: number;
  readonly tool: Tool;
  /** What the filter leaves; null = nothing is filtered. */
  readonly met: Parameters<typeof FilterButton>[0]['met'];
  /** A run is drawn, whose traffic can be filtered. */
  readonly hasTraffic: boolean;
}

/** What stands in front of a map that is edited: tools, zoom, filter, and how to begin on a blank one. */
function Tools({ zoom, tool, met, hasTraffic }: ToolsProps) {
  const editor = useEditor();
  const isFilterOpen = useStore(displayOf(editor), (display) => display.isFilterOpen);
  const isBlank = useEditorState(
    ({ map }) => hasNone(map.touchpoints) && Object.keys(map.notes).length === 0,
  );
  return (
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
          <FilterPanel hasTraffic={hasTraffic} />
        </Later>
      )}
      <div className={styles.dock}>
        <ZoomControls zoom={zoom}>
          <FilterButton met={met} />
        </ZoomControls>
        <Toolbar tool={tool} />
      </div>
    </>
  );
}

/** Commands reach the canvas through the session while it is shown. */
function lend(session: Session, port: CanvasPort | null): void {
  session.canvas.current = port;
  if (port) session.canvas.told?.();
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
