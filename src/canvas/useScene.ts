import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { displayOf } from '../editing';
import { useEdited, useTools } from './CanvasContext';
import { type Scene, sceneBuilder } from './scene';

/** The scene of the open map; the same object until something in it has moved. */
export function useScene(): Scene {
  const stages = useEdited(({ map }) => map.stages);
  const touchpoints = useEdited(({ map }) => map.touchpoints);
  const transitions = useEdited(({ map }) => map.transitions);
  const notes = useEdited(({ map }) => map.notes);
  const folded = useStore(displayOf(useTools().editor), (display) => display.folded);
  const [build] = useState(sceneBuilder);
  return useMemo(
    () => build({ stages, touchpoints, transitions, notes }, folded),
    [build, stages, touchpoints, transitions, notes, folded],
  );
}
