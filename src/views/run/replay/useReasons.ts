import { useEffect, useState } from 'react';
import type { JourneyMap } from '../../../map/schema';
import type { LoggedStep } from '../../../simulation';
import { useEditor } from '../../session';
import { useIsStale } from '../RunContext';
import type { OpenRun } from '../../../runs/store';

/** A customer's whole walk with every reason; `gone` where it cannot be computed any more. */
export type Reasons =
  | { readonly state: 'loading' | 'gone' }
  | { readonly state: 'here'; readonly log: readonly LoggedStep[]; readonly map: JourneyMap };

/**
 * Walks a customer of the run once more in the reference engine: their number and the run's seed give the
 * same walk. Once the map has been changed it would be another one.
 */
export function useReasons(run: OpenRun, walk: number): Reasons {
  const editor = useEditor();
  const isStale = useIsStale();
  const [reasons, setReasons] = useState<{ of: string; value: Reasons } | null>(null);
  const key = `${run.summary.id} ${walk}`;
  useEffect(() => {
    if (isStale) return undefined;
    let left = false;
    const { map } = editor.store.getState();
    void tell(run, walk, map)
      .catch((): Reasons => ({ state: 'gone' }))
      .then((value) => {
        if (!left) setReasons({ of: key, value });
      });
    return () => {
      left = true;
    };
  }, [editor, run, walk, key, isStale]);
  if (isStale) return { state: 'gone' };
  return reasons?.of === key ? reasons.value : { state: 'loading' };
}

async function tell(
  { summary, result }: OpenRun,
  index: number,
  map: JourneyMap,
): Promise<Reasons> {
  const { startWalk, walkAt } = await import('../../../simulation');
  const told = walkAt(result.walks, index);
  const { scenario, seed, customers } = summary;
  const walk = startWalk(map, scenario, { seed, customers, customer: told.customer });
  // Each step passes at least one touchpoint.
  for (let steps = 0; steps < told.steps.length && !walk.state.end; steps += 1) walk.step();
  const { log } = walk.state;
  const isSame = told.steps.every(({ touchpoint }, at) => log[at]?.touchpoint === touchpoint);
  return isSame ? { state: 'here', log, map } : { state: 'gone' };
}
