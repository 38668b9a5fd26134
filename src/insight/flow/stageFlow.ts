import { inOrder } from '../../map/records';
import type { JourneyMap } from '../../map/schema';
import type { EndKind, RunResult } from '../../simulation/results';
import { eachWalk } from '../../simulation';

/** How walks end, as the flow draws it. */
export type FlowEnd = 'success' | 'loss' | 'neutral' | Exclude<EndKind, 'outcome'>;

/** A place in the flow: a stage, or an end. */
export type FlowPlace =
  { readonly kind: 'stage'; readonly id: string } | { readonly kind: 'end'; readonly end: FlowEnd };

/** How many customers went from a stage to a place. */
export interface FlowLink {
  readonly from: string;
  readonly to: FlowPlace;
  readonly customers: number;
}

/**
 * How far people get: each sampled walk moves from stage to the next later stage it reaches, then to
 * its end. Transitions back are left out, so that every customer is drawn once and what goes in comes out.
 */
export function stageFlow(
  map: JourneyMap,
  { walks }: Pick<RunResult, 'walks'>,
): readonly FlowLink[] {
  const places = new Map(inOrder(map.stages).map(([id], index) => [id, { id, index }]));
  const links = new Map<string, FlowLink>();
  const add = (from: string, to: FlowPlace) => {
    const key = `${from}>${to.kind === 'stage' ? to.id : to.end}`;
    const customers = (links.get(key)?.customers ?? 0) + 1;
    links.set(key, { from, to, customers });
  };
  for (const { steps, end } of eachWalk(walks)) {
    let furthest: string | null = null;
    let reached = -1;
    for (const { touchpoint } of steps) {
      const record = map.touchpoints[touchpoint];
      const place = record?.kind === 'outcome' ? undefined : places.get(record?.stage ?? '');
      if (!place || place.index <= reached) continue;
      if (furthest !== null) add(furthest, { kind: 'stage', id: place.id });
      furthest = place.id;
      reached = place.index;
    }
    if (furthest === null) continue;
    const outcome = end.touchpoint === null ? null : map.touchpoints[end.touchpoint]?.outcome;
    add(furthest, {
      kind: 'end',
      end: end.kind === 'outcome' ? (outcome ?? 'neutral') : end.kind,
    });
  }
  return [...links.values()];
}
