import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect } from 'react';
import { useLater } from '../controls/useLater';
import type { CanvasPort } from '../editing/commands';
import type { Point } from '../map/layout';
import { useTools } from './CanvasContext';
import type { FlowNode } from './flowNodes';
import { asksFor } from './mediaQuery';
import type { Scene } from './scene';

interface PortOptions {
  readonly root: RefObject<HTMLElement | null>;
  readonly pointer: RefObject<() => Point | null>;
  readonly scene: RefObject<Scene>;
  readonly onPort: (port: CanvasPort | null) => void;
}

// What makes things needs the port, and both come when the page stands.
const loadPort = async () => {
  const [{ createPort, tendView }, { createMaking }] = await Promise.all([
    import('./port'),
    import('./making/making'),
  ]);
  return { createPort, tendView, createMaking };
};

/** Gives the canvas's port to `onPort` while the canvas is mounted; commands that come before it wait. */
export function usePort({ root, pointer, scene, onPort }: PortOptions): void {
  const { editor, store, onMaking } = useTools();
  const flow = useReactFlow<FlowNode>();
  const part = useLater(loadPort);
  useEffect(() => {
    if (!part) return undefined;
    const port = part.createPort({
      editor,
      flow,
      store,
      scene: () => scene.current,
      root: () => root.current,
      pointer: () => pointer.current(),
      calm: asksFor('(prefers-reduced-motion: reduce)'),
    });
    const making = part.createMaking({ editor, scene: () => scene.current, port });
    onPort(port);
    onMaking(making);
    return () => {
      onMaking(null);
      onPort(null);
    };
  }, [part, editor, flow, store, root, pointer, scene, onPort, onMaking]);
  // By itself: whoever takes the port may change while a panel opens, which is what the view is tended for.
  useEffect(() => {
    const canvas = root.current;
    if (!canvas) return undefined;
    return part?.tendView({ editor, flow, scene: () => scene.current, canvas });
  }, [part, editor, flow, root, scene]);
}
