import { useDeferredValue, useMemo } from 'react';
import type { Rect } from '../map/layout';
import { useCanvas } from './CanvasContext';
import { boundsOfNode, type FlowNode, useFlowNodes } from './flowNodes';
import type { Scene } from './scene';
import { useInPieces } from './useInPieces';
import { isNear } from './view';

/** So many cards and notes in view are drawn at once. */
const FEW = 600;

/** Cards and notes that React Flow is given now, and whether it draws only those in view. */
export function useShownNodes(scene: Scene, view: Rect) {
  const detail = useCanvas((state) => state.detail);
  // Near, React Flow draws what is in view; far out everything is, and finding out costs more than drawing the few shapes.
  const isClose = detail === 'near' || detail === 'middle';
  const all = useFlowNodes(scene);
  const isFew = useMemo(() => isClose && areFewNear(all, view), [isClose, all, view]);
  const nodes = useInPieces(all, view, boundsOfNode, isFew);
  // React Flow takes over its nodes after it has drawn: those of the whole map must be gone before it draws all it has.
  const wasClose = useDeferredValue(isClose);
  return { nodes, onlyVisible: isClose || wasClose };
}

/** Whether so few are in view that they are drawn at once; any number may lie at one place. */
function areFewNear(nodes: readonly FlowNode[], view: Rect): boolean {
  return (
    nodes.length <= FEW || nodes.filter((node) => isNear(boundsOfNode(node), view)).length <= FEW
  );
}
