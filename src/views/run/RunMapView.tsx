import { MapView } from '../map/MapView';
import { useRunState } from './RunContext';

/** The map with the flow of the current run drawn on it, unless that is hidden. */
export function RunMapView() {
  const run = useRunState(({ current, isShown }) => (isShown ? (current?.result ?? null) : null));
  return <MapView run={run} />;
}
