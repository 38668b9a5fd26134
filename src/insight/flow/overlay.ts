import { mapValues } from '../../map/basics';
import type { RunResult } from '../../simulation/results';

/** The numbers of a run that are drawn on the map. */
export interface Overlay {
  readonly touchpoints: Readonly<
    Record<string, { readonly visits: number; readonly dropOff: number } | undefined>
  >;
  /** `flow`: times taken; `share`: of the visits to its touchpoint that were left. */
  readonly transitions: Readonly<
    Record<string, { readonly flow: number; readonly share: number } | undefined>
  >;
}

/** What of a run is drawn on the map. */
export function overlayOf(run: RunResult): Overlay {
  return {
    touchpoints: mapValues(run.touchpoints, ({ visits, dropOffShare }) => ({
      visits,
      dropOff: dropOffShare.value,
    })),
    transitions: mapValues(run.transitions, ({ count, share }) => ({
      flow: count,
      share: share.value,
    })),
  };
}
