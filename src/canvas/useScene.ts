import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { displayOf } from '../editing';
import { useEdited, useTools } from './CanvasContext';
import { type Scene, sceneBuilder } from './scene';

/**
 * The scene of the open map; the same object until something in it has moved. Of a large map it becomes
 * whole in the tasks that follow.
 */
export function useScene(): Scene {
  const stages = useEdited(({ map }) => map.stages);
  const touchpoints = useEdited(({ map }) => map.touchpoints);
  const transitions = useEdited(({ map }) => map.transitions);
  const notes = useEdited(({ map }) => map.notes);
  const folded = useStore(displayOf(useTools().editor), (display) => display.folded);
  const [build] = useState(sceneBuilder);
  const [call, setCall] = useState(0);
  const scene = useMemo(
    () => build({ stages, touchpoints, transitions, notes }, folded),
    // With each call the builder goes on where it has left off.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
    [build, stages, touchpoints, transitions, notes, folded, call],
  );
  useEffect(() => {
    if (scene.isWhole) return undefined;
    const next = setTimeout(() => {
      setCall((before) => before + 1);
    });
    return () => clearTimeout(next);
    // A part may leave the scene as it is.
  }, [scene, call]);
  return scene;
}
