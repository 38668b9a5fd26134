import {
  baseRestOf,
  chancesAreEven,
  evenShares,
  newId,
  newRecord,
  orderAfter,
  orderBetween,
  outgoingOf,
  type RecordEntry,
} from '../records';
import { type JourneyMap, type RecordInputOf, type Transition } from '../schema';
import { type Edit } from './applyEdit';
import { recordIn } from './records';

type TransitionInput = Omit<RecordInputOf<'transitions'>, 'from' | 'to'>;

/**
 * Draws a transition, last among its siblings. Unless given a chance it takes what they leave; half of it beside an
 * *otherwise*; where they share everybody equally, as the first does with 100%, all share equally with it. At a decision nothing reads chances.
 */
export function connect(
  from: string,
  to: string,
  input: TransitionInput = {},
  id: string = newId(),
): Edit {
  return (map) => {
    const { kind } = recordIn(map, 'touchpoints', from);
    recordIn(map, 'touchpoints', to);
    const others = outgoingOf(map, from);
    const joins = !input.chance && kind !== 'decision' && chancesAreEven(others);
    const shares = evenShares(1, others.length + 1);
    map.transitions[id] = newRecord('transitions', {
      chance: { base: joins ? (shares.at(-1) ?? 0) : restFor(others) },
      order: orderAfter(siblings(map, from)),
      ...input,
      from,
      to,
    });
    if (!joins) return;
    for (const [index, [other]] of others.entries()) {
      recordIn(map, 'transitions', other).chance.base = shares[index] ?? 0;
    }
  };
}

/** What others leave for one more; with one that takes the rest it is halved. */
function restFor(others: readonly RecordEntry<Transition>[]): number {
  const rest = baseRestOf(others);
  return others.some(([, { otherwise }]) => otherwise) ? (evenShares(rest, 2)[0] ?? 0) : rest;
}

function siblings(map: JourneyMap, from: string): Record<string, Transition> {
  return Object.fromEntries(outgoingOf(map, from));
}

/** Moves one end of a transition to another touchpoint; at a new start it comes last. */
export function reroute(transition: string, end: 'from' | 'to', touchpoint: string): Edit {
  return (map) => {
    const record = recordIn(map, 'transitions', transition);
    recordIn(map, 'touchpoints', touchpoint);
    if (record[end] === touchpoint) return;
    if (end === 'from') record.order = orderAfter(siblings(map, touchpoint));
    record[end] = touchpoint;
  };
}

/** Turns a transition round. */
export function reverse(transition: string): Edit {
  return (map) => {
    const record = recordIn(map, 'transitions', transition);
    if (record.from === record.to) return;
    const { from, to } = record;
    record.order = orderAfter(siblings(map, to));
    record.from = to;
    record.to = from;
  };
}

/**
 * Puts a touchpoint on a transition: the half that comes in keeps the id, the chance, the rule and
 * the delay; everybody goes on along the half that leads out. A touchpoint that is not there yet is
 * made from `input`.
 */
export function insertIntoTransition(
  transition: string,
  touchpoint: string,
  input: RecordInputOf<'touchpoints'> = {},
  outgoing: string = newId(),
): Edit {
  return (map) => {
    const incoming = recordIn(map, 'transitions', transition);
    const { to } = incoming;
    if (!Object.hasOwn(map.touchpoints, touchpoint)) {
      map.touchpoints[touchpoint] = newRecord('touchpoints', input);
    }
    incoming.to = touchpoint;
    if (touchpoint === to) return;
    connect(touchpoint, to, { chance: { base: 1 } }, outgoing)(map);
  };
}

/** An order key right behind a transition among its siblings. */
export function orderBehind(map: JourneyMap, id: string): string {
  const { from, order } = recordIn(map, 'transitions', id);
  const list = outgoingOf(map, from);
  const next = list[list.findIndex(([sibling]) => sibling === id) + 1]?.[1].order ?? null;
  return orderBetween(order, next) ?? order;
}
