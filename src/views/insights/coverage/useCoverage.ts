import { useEffect, useState } from 'react';
import type { JourneyMap } from '../../../map/schema';
import type { SampledWalks } from '../../../simulation/results';
import type { MapCoverage } from '../../../simulation/cover';

/** The coverage of the map by a run, worked out in a worker; null meanwhile, `failed` if it broke. */
export function useCoverage(map: JourneyMap, walks: SampledWalks): MapCoverage | 'failed' | null {
  const [answer, setAnswer] = useState<{ of: JourneyMap; found: MapCoverage | 'failed' } | null>(
    null,
  );
  useEffect(() => {
    const stop = new AbortController();
    void import('../../../runs/workers/coverageClient')
      .then(({ coverInWorker }) => coverInWorker(map, walks, stop.signal))
      .catch(() => 'failed' as const)
      .then((found) => {
        if (!stop.signal.aborted) setAnswer({ of: map, found });
      });
    return () => stop.abort(new Error('the view was left'));
  }, [map, walks]);
  return answer && answer.of === map ? answer.found : null;
}
