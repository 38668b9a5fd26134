import '@xyflow/react/dist/base.css';
import { MiniMap, ReactFlow, ReactFlowProvider, ViewportPortal } from '@xyflow/react';
import {
  type MouseEvent as ReactMouseEvent,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { CanvasPort } from '../editing/commands/command';
import { type Editor, fold, isSelected } from '../editing';
import { insertOnTransition } from '../editing/commands/onTransition';
import { freePlace } from '../editing/commands/freePlace';
import { addTouchpoint, kindOfNext } from '../editing/commands/placing';
import type { Language } from '../language';
import { CARD_SIZE, placeAt, type Point, type Rect } from '../map/layout';
import { newId } from '../map/records';
import type { Target } from '../map/schema';
import styles from './Canvas.module.css';
import { type CanvasTools, CanvasToolsContext, useCanvas, useTools } from './CanvasContext';
import { NoteCard } from './card/NoteCard';
import { Later, later } from '../controls/Later';
import { TouchpointCard } from './card/TouchpointCard';
import { boundsOfNode, type FlowNode, useFlowNodes } from './flowNodes';
import type { GestureContext } from './gestures/gesture';
import { targetOf } from './gestures/hit';
import { useGestures } from './gestures/useGestures';
import type { CanvasExtras } from './marks';
import { BandLayer } from './layers/BandLayer';
import type { TokenSource } from '../runs/replay';
import { Grips } from './layers/Grips';
import { TransitionLayer } from './layers/TransitionLayer';
import { asksFor } from './mediaQuery';
import type { Scene } from './scene';
import { createCanvasStore } from './state';
import { keepingValues } from './steady';
import { useDims } from './useDims';
import { useDrawnPart } from './useDrawnPart';
import { isNear } from './view';
import { useInPieces } from './useInPieces';
import { useGestureContext } from './useGestureContext';
import { usePort } from './usePort';
import { useScene } from './useScene';

export interface CanvasProps extends CanvasExtras {
  readonly editor: Editor;
  readonly language: Language;
  readonly minimap: boolean;
  /** Customers to be seen on the map. While there are any, the pointer pans and edits nothing. */
  readonly tokens?: TokenSource | null;
  /** Called with the canvas's port when it is there, with null when it goes. */
  readonly onPort: (port: CanvasPort | null) => void;
  readonly onZoom?: (zoom: number) => void;
  /** Shown in front of the canvas, in its corners. */
  readonly children?: ReactNode;
}

// A replay comes long after the canvas.
const TokenLayer = later(async () => (await import('./layers/TokenLayer')).TokenLayer);

// Nothing is typed before something is selected.
const ChanceKeys = later(async () => (await import('./chance/ChanceKeys')).ChanceKeys);

const NODE_TYPES = { touchpoint: TouchpointCard, note: NoteCard };
const EmotionLayer = later(async () => (await import('./layers/EmotionLayer')).EmotionLayer);
// No gesture begins before the canvas is drawn.
const GestureLayer = later(async () => (await import('./layers/GestureLayer')).GestureLayer);
const NO_EDGES: never[] = [];
/** So many cards and notes in view are drawn at once. */
const FEW = 600;
const MIDDLE_BUTTON = [1];
/** React Flow pans, zooms and draws; keys, selection and dragging are the canvas's own. */
const FLOW_OPTIONS = {
  minZoom: 0.05,
  maxZoom: 3,
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
  const tools = useMemo<CanvasTools>(
    () => ({ editor, language, store }),
    [editor, language, store],
  );
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
  children,
}: Omit<CanvasProps, 'editor' | 'language'>) {
  const { editor, store } = useTools();
  const root = useRef<HTMLDivElement>(null);
  const pointer = useRef<Point | null>(null);
  const scene = useScene();
  const sceneNow = useRef(scene);
  useEffect(() => {
    sceneNow.current = scene;
  }, [scene]);
  const hand = useCanvas((state) => state.hand || state.space);
  const touch = useCanvas((state) => state.touch);
  const detail = useCanvas((state) => state.detail);
  const context = useGestureContext(root, sceneNow);
  const onPointerDown = useGestures(context);
  const { view, follow, onInit } = useDrawnPart(root, sceneNow, onZoom);
  // Near, React Flow draws what is in view; far out everything is, and finding out costs more than drawing the few shapes.
  const isClose = detail === 'near' || detail === 'middle';
  const all = useFlowNodes(scene);
  const isFew = useMemo(() => isClose && areFewNear(all, view), [isClose, all, view]);
  const nodes = useInPieces(all, view, boundsOfNode, isFew);
  // React Flow takes over its nodes after it has drawn: those of the whole map must be gone before it draws all it has.
  const wasClose = useDeferredValue(isClose);
  usePort({ root, pointer, scene: sceneNow, onPort });
  useDims(root, lit);
  const isFrozen = tokens !== null;

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

  function onDoubleClick(event: ReactMouseEvent) {
    const target = targetOf(event.target);
    if (target) editor.rename(target);
    else if ((event.target as Element).matches('.react-flow__pane')) addAt(context, event);
  }

  function onClick(event: ReactMouseEvent) {
    const insert = (event.target as Element).closest<HTMLElement>('[data-insert]')?.dataset.insert;
    if (insert !== undefined) insertOnTransition(editor, insert);
  }

  return (
    // The canvas takes what bubbles up from its cards, which carry the roles and the keys.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- see above
    <div
      ref={root}
      className={styles.canvas}
      data-canvas
      data-hand={hand || isFrozen || undefined}
      onPointerDown={isFrozen ? undefined : onPointerDown}
      onPointerMove={(event) => {
        pointer.current = context.toCanvas(event);
        const hovered = targetOf(event.target)?.id ?? null;
        if (store.getState().hovered !== hovered) store.setState({ hovered });
      }}
      onPointerLeave={() => {
        pointer.current = null;
        store.setState({ hovered: null });
      }}
      onDoubleClick={isFrozen ? undefined : onDoubleClick}
      onClick={isFrozen ? undefined : onClick}
      onContextMenu={(event) => {
        if (!isFrozen) selectFor(editor, targetOf(event.target));
      }}
    >
      <ReactFlow<FlowNode>
        nodes={nodes}
        edges={NO_EDGES}
        nodeTypes={NODE_TYPES}
        {...FLOW_OPTIONS}
        panOnDrag={hand || touch || isFrozen ? true : MIDDLE_BUTTON}
        onlyRenderVisibleElements={isClose || wasClose}
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
      {!isFrozen && (
        <Later missing="notice">
          <ChanceKeys />
        </Later>
      )}
      {children}
    </div>
  );
}

/** Whether so few are in view that they are drawn at once; any number may lie at one place. */
function areFewNear(nodes: readonly FlowNode[], view: Rect): boolean {
  return (
    nodes.length <= FEW || nodes.filter((node) => isNear(boundsOfNode(node), view)).length <= FEW
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

/** A right click means what it hits: that is selected, unless it already is among others. */
function selectFor(editor: Editor, target: Target | null): void {
  const { selection } = editor.store.getState();
  if (!target) editor.select([]);
  else if (!isSelected(selection, target)) editor.select([target]);
}

function addAt({ editor, scene, toCanvas }: GestureContext, event: ReactMouseEvent): void {
  const at = toCanvas(event);
  const corner = { x: at.x - CARD_SIZE.width / 2, y: at.y - CARD_SIZE.height / 2 };
  // The stage is the one under the pointer, even where the card sticks out of it.
  const { stage } = placeAt(scene().bands, at);
  const left = scene().bands.find((band) => band.stage === stage)?.x ?? 0;
  const target = { collection: 'touchpoints', id: newId() } as const;
  if (stage !== null) fold(editor, stage, false);
  const { map } = editor.store.getState();
  const kind = kindOfNext(map);
  const place = freePlace(map, { stage, x: corner.x - left, y: corner.y });
  const edit = addTouchpoint(target.id, place, { kind });
  if (editor.edit('canvas.step.add', edit, { select: [target] })) editor.rename(target);
}
