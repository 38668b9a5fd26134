import type { Overlay } from './overlay';

const NONE: ReadonlySet<string> = new Set();

/**
 * The transitions that are no main path: what is left when the busiest ones that together carry a share
 * of all traffic, 0 … 1, have been taken. With equal traffic, the earlier id is taken first.
 */
export function quietTransitions(
  { transitions }: Pick<Overlay, 'transitions'>,
  share: number,
): ReadonlySet<string> {
  if (share >= 1) return NONE;
  const flows = Object.entries(transitions)
    .map(([id, one]) => ({ id, flow: one?.flow ?? 0 }))
    .sort((a, b) => b.flow - a.flow || (a.id < b.id ? -1 : 1));
  const enough = share * flows.reduce((sum, { flow }) => sum + flow, 0);
  const quiet = new Set<string>();
  let carried = 0;
  for (const { id, flow } of flows) {
    if (carried >= enough) quiet.add(id);
    carried += flow;
  }
  return quiet;
}
