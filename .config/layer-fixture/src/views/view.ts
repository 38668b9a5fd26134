import { ReactFlow } from '@xyflow/react';

export const view = ReactFlow;
