import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { MapView } from '../map/MapView';
import { useReplay } from './replay/ReplayContext';
import { useRunState } from './RunContext';

const ReplayFront = lazy(async () => ({
  default: (await import('./replay/ReplayFront')).ReplayFront,
}));

/** The map with the flow of the current run drawn on it, unless that is hidden, or its customers walking. */
export function RunMapView() {
  const run = useRunState(({ current, isShown }) => (isShown ? (current?.result ?? null) : null));
  const player = useReplay((state) => state.player);
  const replay = useMemo(
    () =>
      player && {
        tokens: player.tokens,
        front: (zoom: ReactNode) => (
          <Suspense fallback={null}>
            <ReplayFront player={player} zoom={zoom} />
          </Suspense>
        ),
      },
    [player],
  );
  return <MapView run={run} replay={replay} />;
}
