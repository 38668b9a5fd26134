import type { Node } from '@xyflow/react';
import { useMemo, useState } from 'react';
import type { Point, Rect } from '../map/layout';
import { useCanvas } from './CanvasContext';
import type { Scene } from './scene';

/** A node of React Flow; `record` is the id of the touchpoint or note. */
export type FlowNode = Node<{ readonly record: string }, 'touchpoint' | 'note'>;

/**
 * The nodes React Flow is given: where each card and note is. What is on them they read themselves,
 * so that a changed name renders one card and a drag makes new objects for what is dragged only.
 */
export function useFlowNodes(scene: Scene): FlowNode[] {
  const dragged = useCanvas((state) => state.dragged);
  const copying = useCanvas((state) => state.copying);
  const [build] = useState(nodeBuilder);
  return useMemo(
    () => build(scene.cards, scene.notes, dragged, copying),
    [build, scene.cards, scene.notes, dragged, copying],
  );
}

type Rects = ReadonlyMap<string, Rect>;

/** Builds nodes, and gives the same object again for a node that stays as it was. */
function nodeBuilder() {
  let known: ReadonlyMap<string, FlowNode> = new Map();
  return (
    cards: Rects,
    notes: Rects,
    dragged: ReadonlyMap<string, Point> | null,
    copying: boolean,
  ): FlowNode[] => {
    const nodes = new Map<string, FlowNode>();
    const put = (id: string, record: string, type: 'touchpoint' | 'note', rect: Rect) => {
      const at = (record === id && copying ? undefined : dragged?.get(record)) ?? rect;
      const zIndex = dragged?.has(record) ? 2 : 0;
      const before = known.get(id);
      const isSame =
        before?.position.x === at.x &&
        before.position.y === at.y &&
        before.zIndex === zIndex &&
        before.type === type;
      const whole = { ...rect, x: at.x, y: at.y };
      nodes.set(id, isSame ? before : nodeOf(id, record, type, whole, zIndex));
    };
    for (const [type, rects] of [
      ['touchpoint', cards],
      ['note', notes],
    ] as const) {
      for (const [id, rect] of rects) {
        put(id, id, type, rect);
        if (copying && dragged?.has(id)) put(`copy of ${id}`, id, type, rect);
      }
    }
    known = nodes;
    return [...nodes.values()];
  };
}

function nodeOf(
  id: string,
  record: string,
  type: 'touchpoint' | 'note',
  { x, y, width, height }: Rect,
  zIndex: number,
): FlowNode {
  return {
    id,
    type,
    position: { x, y },
    width,
    height,
    // Known beforehand, so that nothing is measured and what is out of view need not exist.
    measured: { width, height },
    handles: [],
    zIndex,
    data: { record },
    domAttributes: WRAPPER,
    // React Flow would move it there by a transform, of which the browser lists every one with each frame.
    style: { transform: 'none', left: x, top: y },
  };
}

/** Where a node is drawn. */
export function boundsOfNode({ position, width = 0, height = 0 }: FlowNode): Rect {
  return { ...position, width, height };
}

/** The card inside carries role and name; the wrapper is nothing to a screen reader. */
const WRAPPER = { 'aria-roledescription': undefined } as NonNullable<FlowNode['domAttributes']>;
