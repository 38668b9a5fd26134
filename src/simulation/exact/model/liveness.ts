import type { CampaignModel, ExactModel, Liveness, TouchpointModel } from './types';
import type { StateVariables } from './stateVariables';
import type { Wait } from './waits';

interface Parts {
  readonly touchpoints: readonly TouchpointModel[];
  readonly campaigns: readonly CampaignModel[];
  readonly variables: StateVariables;
  readonly waits: readonly Wait[];
  readonly at: ExactModel['at'];
  readonly keepsMoves: boolean;
  readonly watchReads: readonly number[];
}

/**
 * Which state variables can still be read before (`in`) and after (`out`) each touchpoint; the others need no states.
 * `unwatched` is the same without what is watched.
 */
export function livenessOf(parts: Parts): Liveness {
  const unwatched = tablesOf({ ...parts, watchReads: [] });
  return {
    ...(parts.watchReads.length > 0 ? tablesOf(parts) : unwatched),
    unwatched,
  };
}

/** Backward data flow over the map to a fixed point. */
function tablesOf(parts: Parts): Pick<Liveness, 'in' | 'out'> {
  const { touchpoints, variables } = parts;
  const size = variables.all.length;
  const into = touchpoints.map(() => new Uint8Array(size));
  const out = touchpoints.map(() => new Uint8Array(size));
  const local = touchpoints.map((touchpoint) => localReads(parts, touchpoint));
  const successors = touchpoints.map(({ transitions, otherwise }) => [
    ...new Set([...transitions, ...otherwise].map(({ to }) => to)),
  ]);
  const predecessors: number[][] = touchpoints.map(() => []);
  successors.forEach((list, from) => {
    for (const to of list) predecessors[to]!.push(from);
  });
  const queue = touchpoints.map(({ index }) => index).reverse();
  const isQueued = new Uint8Array(touchpoints.length).fill(1);
  for (let head = 0; head < queue.length; head += 1) {
    const s = queue[head]!;
    isQueued[s] = 0;
    const { atChoice, atEntry, kills } = local[s]!;
    let isChanged = false;
    for (let k = 0; k < size; k += 1) {
      const after = atChoice[k] === 1 || successors[s]!.some((to) => into[to]![k] === 1);
      out[s]![k] = after ? 1 : 0;
      const before = kills[k] === 0 && (after || atEntry[k] === 1);
      if (before && into[s]![k] === 0) {
        into[s]![k] = 1;
        isChanged = true;
      }
    }
    if (!isChanged) continue;
    for (const from of predecessors[s]!) {
      if (isQueued[from] === 1) continue;
      isQueued[from] = 1;
      queue.push(from);
    }
  }
  return { in: into, out };
}

function localReads(
  { campaigns, variables, waits, at, keepsMoves, watchReads }: Parts,
  touchpoint: TouchpointModel,
) {
  const size = variables.all.length;
  const atChoice = new Uint8Array(size);
  const atEntry = new Uint8Array(size);
  const kills = new Uint8Array(size);
  for (const k of touchpoint.choiceReads) atChoice[k] = 1;
  for (const k of watchReads) atEntry[k] = 1;
  for (const { campaign, segment } of touchpoint.touches) {
    const { arm, contacts, isScheduled } = campaigns[campaign]!;
    for (const k of segment?.reads ?? []) atEntry[k] = 1;
    atEntry[arm] = 1;
    atEntry[contacts] = 1;
    if (isScheduled) atEntry[at.clock] = 1;
  }
  const changed = new Set<number>();
  for (const { variable, isSet } of touchpoint.changes) {
    // What a change makes of the old value matters only if the new one does.
    if (isSet && !changed.has(variable)) kills[variable] = 1;
    changed.add(variable);
  }
  variables.all.forEach(({ kind }, k) => {
    if (touchpoint.kind === 'entry' && (kind === 'passVisits' || kind === 'passTaken'))
      kills[k] = 1;
    // How a walk ends is asked at its end.
    if (kind === 'acquired' || kind === 'seen' || kind === 'paid') atChoice[k] = 1;
  });
  const takesTime =
    touchpoint.dropOffAfter > 0 ||
    [...touchpoint.transitions, ...touchpoint.otherwise].some(({ wait }) => waits[wait]!.mean > 0);
  if (at.price >= 0) {
    if (takesTime) atChoice[at.price] = 1;
    if (touchpoint.price !== null) {
      if (keepsMoves) atEntry[at.price] = 1;
      else kills[at.price] = 1;
    }
    // Outcomes and drop-off end the price, which is a move of its own.
    if (keepsMoves) atChoice[at.price] = 1;
  }
  return { atChoice, atEntry, kills };
}
