import { current, isDraft } from 'mutative';
import { mapValues } from '../basics';
import { baseRestOf, incomingOf, newId, outgoingOf, tidyChance } from '../records';
import { type JourneyMap, type Rule, type Transition } from '../schema';
import { type Edit } from './applyEdit';
import { recordIn } from './records';
import { removeRecords } from './removeRecords';
import { orderBehind } from './transitions';

/** Where a touchpoint goes; without `stage` it stays in its own. */
export interface Move {
  readonly id: string;
  readonly stage?: string | null;
  readonly position: { readonly x: number; readonly y: number };
}

/** Moves touchpoints inside their stage or into another. */
export function moveTouchpoints(moves: readonly Move[]): Edit {
  return (map) => {
    for (const { id, stage, position } of moves) {
      const touchpoint = recordIn(map, 'touchpoints', id);
      if (stage !== undefined) touchpoint.stage = stage;
      touchpoint.position.x = position.x;
      touchpoint.position.y = position.y;
    }
  };
}

/**
 * Removes touchpoints with their transitions. With `heal`, whoever came in goes on to where the
 * touchpoint led: chances are multiplied, constant delays added, both rules must hold; the first
 * new transition keeps the id of the one that came in.
 */
export function removeTouchpoints(ids: readonly string[], { heal = false } = {}): Edit {
  return (map) => {
    for (const id of ids) {
      if (!Object.hasOwn(map.touchpoints, id)) continue;
      if (heal) bridge(map, id);
      removeRecords([{ collection: 'touchpoints', id }])(map);
    }
  };
}

function bridge(map: JourneyMap, touchpoint: string): void {
  const onward = onwardTransitions(map, touchpoint);
  const entering = incomingOf(map, touchpoint).filter(([, { from }]) => from !== touchpoint);
  if (onward.length === 0) return;
  for (const [id] of entering) {
    const incoming = plainly(recordIn(map, 'transitions', id));
    let last = id;
    // A transition that takes the rest can only lead to one place; to several it takes its share.
    const takesRest = incoming.otherwise && onward.length > 1;
    const base = takesRest ? baseRestOf(outgoingOf(map, incoming.from)) : incoming.chance.base;
    for (const [index, { transition, share }] of onward.entries()) {
      const joined = {
        ...joinedTransition(incoming, transition, share, base),
        otherwise: incoming.otherwise && !takesRest,
      };
      const order = index === 0 ? incoming.order : orderBehind(map, last);
      last = index === 0 ? id : newId();
      map.transitions[last] = { ...joined, order };
    }
  }
}

interface OnwardTransition {
  readonly transition: Transition;
  /** Of those who do not leave here. */
  readonly share: number;
}

/** The transitions out of a touchpoint but back to itself, with the share that takes each in the end. */
function onwardTransitions(map: JourneyMap, touchpoint: string): OnwardTransition[] {
  const out = outgoingOf(map, touchpoint).map(([, transition]) => plainly(transition));
  const on = out.filter(({ to }) => to !== touchpoint);
  const isDecision = recordIn(map, 'touchpoints', touchpoint).kind === 'decision';
  // Rules decide there, and the rules come along; without one nothing distinguishes the transitions.
  if (isDecision)
    return on.map((transition) => ({ transition, share: transition.when ? 1 : 1 / on.length }));
  const rest = baseRestOf(outgoingOf(map, touchpoint));
  const shareOf = ({ otherwise, chance }: Transition) => (otherwise ? rest : chance.base);
  const again = out
    .filter(({ to }) => to === touchpoint)
    .reduce((sum, each) => sum + shareOf(each), 0);
  const leaving = again < 1 ? 1 - again : 1;
  return on.map((transition) => ({
    transition,
    share: Math.min(1, shareOf(transition) / leaving),
  }));
}

function joinedTransition(
  incoming: Transition,
  next: Transition,
  share: number,
  base: number,
): Transition {
  const { bySegment } = incoming.chance;
  return {
    ...incoming,
    to: next.to,
    label: incoming.label || next.label,
    when: bothRules(incoming.when, next.when),
    chance: {
      base: tidyChance(base * share),
      bySegment: mapValues(bySegment, (row) => ({ ...row, value: tidyChance(row.value * share) })),
    },
    delay:
      incoming.delay.family === 'constant' && next.delay.family === 'constant'
        ? { ...incoming.delay, value: incoming.delay.value + next.delay.value }
        : incoming.delay,
  };
}

function bothRules(first: Rule | null, second: Rule | null): Rule | null {
  if (first === null || second === null) return first ?? second;
  return { kind: 'group', not: false, match: 'all', rules: [first, second] };
}

/** The record as it is now, apart from any draft, so that it can stand in two places. */
function plainly(transition: Transition): Transition {
  return structuredClone(isDraft(transition) ? current(transition) : transition);
}
