// React Flow as its own documentation sets it up: plain nodes, plain edges, nothing of ours.
import '@xyflow/react/dist/style.css';
import {
  type Edge,
  ReactFlow,
  type Node,
  type ReactFlowInstance,
  useEdgesState,
  useNodesState,
} from '@xyflow/react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Graph } from './graph';

declare global {
  interface Window {
    /** What the benchmark asks for besides keys and pointer. */
    bench: {
      rename: (id: string, label: string) => void;
      /** Sets the nodes as they were before the last gesture. */
      restore: () => void;
      center: (x: number, y: number, zoom: number) => void;
      fit: () => void;
    };
  }
}

function Bare({ graph }: { readonly graph: Graph }) {
  const [before] = useState<Node[]>(() =>
    graph.nodes.map(({ id, name, x, y }) => ({ id, position: { x, y }, data: { label: name } })),
  );
  const [nodes, setNodes, onNodesChange] = useNodesState(before);
  const [lines] = useState<Edge[]>(() => [...graph.edges]);
  const [edges, , onEdgesChange] = useEdgesState(lines);
  function lend(flow: ReactFlowInstance) {
    window.bench = {
      rename: (id, label) =>
        setNodes((all) =>
          all.map((node) => (node.id === id ? { ...node, data: { label } } : node)),
        ),
      restore: () => setNodes(before),
      center: (x, y, zoom) => void flow.setCenter(x, y, { zoom }),
      fit: () => void flow.fitView(),
    };
  }
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      onInit={lend}
      panOnScroll
      minZoom={0.02}
      fitView
    />
  );
}

const answer = await fetch(`./graph-${location.hash.slice(1)}.json`);
const graph = (await answer.json()) as Graph;
const root = document.getElementById('root');
if (root) createRoot(root).render(<Bare graph={graph} />);
