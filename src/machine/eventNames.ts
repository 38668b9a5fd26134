import { touchpointsInJourneyOrder } from '../map/layout';
import { charactersOf } from '../language';
import type { JourneyMap, Transition } from '../map/schema';
import { entriesOf, transitionsOf } from './transitions';

/** Longest readable part of an event's name, in characters. */
const LENGTH = 80;

/** The events of a machine. */
export interface EventNames {
  /** Event that sends a customer from the start to this entry, by touchpoint id. */
  entries: ReadonlyMap<string, string>;
  /** Event of a transition, by transition id. Decisions choose by themselves and need none. */
  transitions: ReadonlyMap<string, string>;
}

/**
 * One readable name per event, unique in the whole machine, so that a log of events determines the walk
 * without the states: the label, else the target's name. Where two would be called alike, the name
 * of the source is added to each, and a number where that is not enough.
 */
export function eventNames(map: JourneyMap): EventNames {
  const nameOf = (touchpoint: string) => spoken(map.touchpoints[touchpoint]?.name ?? '');
  const entries = entriesOf(map);
  const outgoing = transitionsOf(map);
  const transitions = touchpointsInJourneyOrder(map).flatMap(([id, { kind }]) =>
    kind === 'decision' ? [] : outgoing.from(id),
  );

  const wishes = new Map<string, number>();
  const wish = (name: string) => wishes.set(name, (wishes.get(name) ?? 0) + 1);
  const plain = ({ label, to }: Transition) => spoken(label) || nameOf(to) || 'Next';
  const arrival = (id: string) => nameOf(id) || 'Start';
  for (const id of entries) wish(arrival(id));
  for (const [, transition] of transitions) wish(plain(transition));

  const used = new Set<string>();
  const counts = new Map<string, number>();
  const unique = (name: string) => {
    let count = counts.get(name) ?? (isReserved(name) ? 1 : 0);
    let free: string;
    do {
      count += 1;
      free = count === 1 ? name : `${name} ${count}`;
    } while (used.has(free));
    counts.set(name, count);
    used.add(free);
    return free;
  };
  return {
    entries: new Map(entries.map((id) => [id, unique(arrival(id))])),
    transitions: new Map(
      transitions.map(([id, transition]) => {
        const name = plain(transition);
        const source = nameOf(transition.from);
        const shared = (wishes.get(name) ?? 0) > 1 && source !== '';
        return [id, unique(shared ? `${name} (from ${source})` : name)];
      }),
    ),
  };
}

/** Names every object carries: XState keeps events in plain objects, and no file may hold them as keys. */
const isReserved = (name: string) => name === 'prototype' || name in Object.prototype;

/**
 * A name as XState can take it: `.` and `*` are its wildcards, `#` marks ids, `~` marks our own
 * events, `xstate` its own; control and direction characters would make two names look alike.
 */
function spoken(name: string): string {
  const plain = name.replace(/[.#*~\s\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  const clean = charactersOf(plain)
    .slice(0, LENGTH)
    .join('')
    .replace(/^(xstate\s*)+/i, '');
  return clean.trim();
}
