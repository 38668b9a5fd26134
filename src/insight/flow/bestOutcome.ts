import type { JourneyMap } from '../../map/schema';
import type { RunResult } from '../../simulation/results';

/** The success most customers come to, and the share of all who do; null where nobody does. */
export function bestOutcome(
  { outcomes }: Pick<RunResult, 'outcomes'>,
  { touchpoints }: Pick<JourneyMap, 'touchpoints'>,
): { readonly id: string; readonly share: number } | null {
  return Object.entries(outcomes)
    .filter(([id, { customers }]) => customers > 0 && touchpoints[id]?.outcome === 'success')
    .map(([id, { share }]) => ({ id, share: share.value }))
    .reduce<{ id: string; share: number } | null>(
      (best, each) => (best && best.share >= each.share ? best : each),
      null,
    );
}
