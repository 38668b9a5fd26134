import '@xyflow/react/dist/base.css';
import { MiniMap, ReactFlow, ReactFlowProvider, ViewportPortal } from '@xyflow/react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { CanvasPort } from '../editing/commands';
import type { Editor } from '../editing';
import type { Language } from '../language';
import type { Rect } from '../map/layout';
import styles from './Canvas.module.css';
import { CanvasToolsContext, createTools, useCanvas, useTools } from './CanvasContext';
import { NoteCard, TouchpointCard } from './card';
import { Later, later } from '../controls/Later';
import type { FlowNode } from './flowNodes';
import { useGestures } from './gestures/useGestures';
import { usePinchOver } from './gestures/usePinchOver';
import type { CanvasExtras } from './marks';
import { BandLayer, Grips, TransitionLayer } from './layers';
import type { TokenSource } from '../runs/replay';
import { asksFor } from './mediaQuery';
import type { Scene } from './scene';
import { createCanvasStore, type Tool, toolOf, ZOOM } from './state';
import { keepingValues } from './steady';
import { useDims } from './useDims';
import { useDrawnPart } from './useDrawnPart';
import { useGestureContext } from './useGestureContext';
import { usePointer } from './usePointer';
import { usePort } from './usePort';
import { useScene } from './useScene';
import { useShownNodes } from './useShownNodes';

/** What a canvas needs, and what it is asked to show beside the map. */
export interface CanvasProps extends CanvasExtras {
  readonly editor: Editor;
  readonly language: Language;
  readonly minimap: boolean;
  /** Customers to be seen on the map. While there are any, the pointer pans and edits nothing. */
  readonly tokens?: TokenSource | null;
  /** Called with the canvas's port when it is there, with null when it goes. */
  readonly onPort: (port: CanvasPort | null) => void;
  readonly onZoom?: (zoom: number) => void;
  /** Called with what the pointer does from now on. */
  readonly onTool?: (tool: Tool) => void;
  /** Shown in front of the canvas, in its corners. */
  readonly children?: ReactNode;
}

// A replay comes long after the canvas.
const TokenLayer = later(async () => (await import('./layers/TokenLayer')).TokenLayer);

// Nothing is typed before something is selected.
const ChanceKeys = later(async () => (await import('./chance/ChanceKeys')).ChanceKeys);

const Placing = later(async () => (await import('./making/Placing')).Placing);

const NODE_TYPES = { touchpoint: TouchpointCard, note: NoteCard };
const EmotionLayer = later(async () => (await import('./layers/EmotionLayer')).EmotionLayer);
// No gesture begins before the canvas is drawn.
const GestureLayer = later(async () => (await import('./layers/GestureLayer')).GestureLayer);
const NO_EDGES: never[] = [];
const MIDDLE_BUTTON = [1];
/** React Flow pans, zooms and draws; keys, selection and dragging are the canvas's own. */
const FLOW_OPTIONS = {
  minZoom: ZOOM.least,
  maxZoom: ZOOM.most,
  panOnScroll: true,
  panOnScrollSpeed: 1,
  zoomOnScroll: false,
  zoomOnDoubleClick: false,
  selectionKeyCode: null,
  multiSelectionKeyCode: null,
  deleteKeyCode: null,
  // It would take Shift+Space out of a name that is typed, and keep the hand tool on in a hidden page.
  panActivationKeyCode: null,
  nodesDraggable: false,
  nodesConnectable: false,
  nodesFocusable: false,
  elementsSelectable: false,
  disableKeyboardA11y: true,
  elevateNodesOnSelect: false,
  proOptions: { hideAttribution: true },
} as const;

/**
 * The map, drawn and edited by hand. React Flow gives the viewport (panning, zooming, what is in view);
 * where things are comes from src/map/layout, gestures from gestures/. Every change goes
 * through the editor, one gesture one edit.
 */
export function Canvas({ editor, language, ...rest }: CanvasProps) {
  const [store] = useState(() => createCanvasStore(asksFor('(pointer: coarse)')));
  const tools = useMemo(() => createTools({ editor, language, store }), [editor, language, store]);
  return (
    <CanvasToolsContext value={tools}>
      <ReactFlowProvider>
        <Surface {...rest} />
      </ReactFlowProvider>
    </CanvasToolsContext>
  );
}

function Surface({
  minimap,
  tokens = null,
  marks,
  words,
  overlay,
  stages,
  quiet,
  lit,
  onPort,
  onZoom,
  onTool,
  children,
}: Omit<CanvasProps, 'editor' | 'language'>) {
  const { store } = useTools();
  const root = useRef<HTMLDivElement>(null);
  const scene = useScene();
  const sceneNow = useRef(scene);
  useEffect(() => {
    sceneNow.current = scene;
  }, [scene]);
  const isFrozen = tokens !== null;
  const hand = useCanvas((state) => state.hand || state.space);
  const isPlacing = useCanvas((state) => state.placing !== null);
  const touch = useCanvas((state) => state.touch);
  const context = useGestureContext(root, sceneNow);
  const onPointerDown = useGestures(context);
  const { pointer, handlers } = usePointer(context, isFrozen);
  const { view, follow, onInit } = useDrawnPart(root, sceneNow, onZoom);
  const { nodes, onlyVisible } = useShownNodes(scene, view);
  usePort({ root, pointer, scene: sceneNow, onPort });
  useEffect(() => store.subscribe((state) => onTool?.(toolOf(state))), [store, onTool]);
  usePinchOver(root);
  useDims(root, lit);

  useEffect(() => {
    store.setState((before) => ({
      marks: keepingValues(before.marks, marks),
      words,
      overlay,
      stages,
      quiet,
      lit,
    }));
  }, [store, marks, words, overlay, stages, quiet, lit]);

  return (
    // The canvas takes what bubbles up from its cards, which carry the roles and the keys.
    <div
      ref={root}
      className={styles.canvas}
      data-canvas
      data-hand={hand || isFrozen || undefined}
      onPointerDown={isFrozen ? undefined : onPointerDown}
      {...handlers}
    >
      <ReactFlow<FlowNode>
        nodes={nodes}
        edges={NO_EDGES}
        nodeTypes={NODE_TYPES}
        {...FLOW_OPTIONS}
        panOnDrag={hand || touch || isFrozen ? true : MIDDLE_BUTTON}
        onlyRenderVisibleElements={onlyVisible}
        onInit={onInit}
        onMove={(_event, viewport) => {
          follow(viewport);
        }}
      >
        <ViewportPortal>
          <Layers scene={scene} view={view} />
        </ViewportPortal>
        {minimap && <MiniMap pannable zoomable className={styles.minimap ?? ''} />}
      </ReactFlow>
      {tokens && (
        <Later missing="notice">
          <TokenLayer scene={scene} tokens={tokens} />
        </Later>
      )}
      {isPlacing && !isFrozen && (
        <Later missing="notice" onMissing={() => store.setState({ placing: null })}>
          <Placing context={context} root={root} />
        </Later>
      )}
      {!isFrozen && (
        <Later missing="notice">
          <ChanceKeys />
        </Later>
      )}
      {children}
    </div>
  );
}

/** Everything on the canvas but cards and notes, from back to front. */
function Layers({ scene, view }: { readonly scene: Scene; readonly view: Rect }) {
  return (
    <>
      <BandLayer bands={scene.bands} />
      <TransitionLayer scene={scene} view={view} />
      <Later missing="notice">
        <EmotionLayer scene={scene} />
      </Later>
      <Grips scene={scene} />
      <Later missing="notice">
        <GestureLayer />
      </Later>
    </>
  );
}
