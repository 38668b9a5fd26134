import { type ReactNode, useMemo } from 'react';
import { Later, later } from '../../controls/Later';
import { MapView } from '../map/MapView';
import { useReplay, useReplays } from './replay/ReplayContext';
import { useRunState } from './RunContext';

const ReplayFront = later(async () => (await import('./replay/ReplayFront')).ReplayFront);

/** The map with the flow of the current run drawn on it, unless that is hidden, or its customers walking. */
export function RunMapView() {
  const run = useRunState(({ current, isShown }) => (isShown ? (current?.result ?? null) : null));
  const player = useReplay((state) => state.player);
  const replays = useReplays();
  const replay = useMemo(
    () =>
      player && {
        tokens: player.tokens,
        front: (zoom: ReactNode) => (
          <Later
            missing="notice"
            onMissing={() => replays.leave()}
            onRetry={() => replays.port.toggle()}
          >
            <ReplayFront player={player} zoom={zoom} />
          </Later>
        ),
      },
    [player, replays],
  );
  return <MapView run={run} replay={replay} />;
}
