import type { ReactFlowInstance } from '@xyflow/react';
import type { FlowNode } from './flowNodes';

/** What the port needs of React Flow. */
export type Viewing = Pick<
  ReactFlowInstance<FlowNode>,
  'getViewport' | 'getZoom' | 'screenToFlowPosition' | 'setCenter' | 'setViewport' | 'zoomTo'
>;
