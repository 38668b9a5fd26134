import { inOrder } from '../../map/records';
import type { JourneyMap } from '../../map/schema';
import { narrowed } from '../../rules';
import { transitionsOf } from '../transitions';
import { type Obstacle, PersonReach } from './personReach';

/** What stands in the way of one persona. */
export interface ObstacleOf {
  /** null = everybody, in a map without personas. */
  readonly persona: string | null;
  readonly obstacle: Obstacle;
}

/** A transition no persona can take. */
export interface ImpossibleTransition {
  readonly collection: 'transitions';
  readonly id: string;
  /** Empty where nobody could ever take it: it leaves an outcome, or an end is missing. */
  readonly because: readonly ObstacleOf[];
}

/** A touchpoint no persona can come to. */
export interface ImpossibleTouchpoint {
  readonly collection: 'touchpoints';
  readonly id: string;
  /** An entry nobody begins at: its weight is 0 for all. */
  readonly isIdleEntry: boolean;
  /** The transitions that lead here, all of which are impossible; none = nothing leads here. */
  readonly transitions: readonly string[];
}

/** What one persona can come to and take, as far as can be proved. */
export interface PersonaReach {
  readonly persona: string | null;
  readonly touchpoints: ReadonlySet<string>;
  readonly transitions: ReadonlySet<string>;
}

/** What cannot happen in a map, and what each persona can do. */
export interface Impossibilities {
  readonly touchpoints: readonly ImpossibleTouchpoint[];
  readonly transitions: readonly ImpossibleTransition[];
  readonly personas: readonly PersonaReach[];
}

/** Rules the searches of one map may open together; beyond that nothing more is proved. */
const STEPS = 400_000;

/**
 * Which touchpoints and transitions no persona can take, each with the proof. What is not listed may
 * still be very unlikely; what is listed cannot happen in any run of the map, however long, unless a
 * scenario's data or overrides change what the proof rests on. A persona starts with everything that
 * is linked and loses what the attributes, the rules and the chances rule out, until nothing changes:
 * effects of touchpoints out of reach, and visits there, no longer count.
 */
export function impossibilities(original: JourneyMap): Impossibilities {
  const map = narrowed(original);
  const outgoing = transitionsOf(map);
  const budget = { steps: STEPS };
  const shares = inOrder(map.personas).filter(([, { share }]) => share > 0);
  const living = (shares.length > 0 ? shares : inOrder(map.personas)).map(([id]) => id);
  const people = (living.length > 0 ? living : [null]).map(
    (persona) => new PersonReach(map, persona, budget),
  );
  const reached = new Set(people.flatMap(({ touchpoints }) => [...touchpoints]));
  const taken = new Set(people.flatMap(({ transitions }) => [...transitions]));
  const into = new Map<string, string[]>();
  for (const [id, { to }] of inOrder(map.transitions)) {
    into.set(to, [...(into.get(to) ?? []), id]);
  }
  const loose = new Set(outgoing.loose.map(([id]) => id));
  return {
    touchpoints: Object.entries(map.touchpoints).flatMap(
      ([id, { kind }]): ImpossibleTouchpoint[] =>
        reached.has(id)
          ? []
          : [
              {
                collection: 'touchpoints',
                id,
                isIdleEntry: kind === 'entry',
                transitions: into.get(id) ?? [],
              },
            ],
    ),
    transitions: inOrder(map.transitions).flatMap(([id]): ImpossibleTransition[] =>
      taken.has(id)
        ? []
        : [
            {
              collection: 'transitions',
              id,
              because: loose.has(id)
                ? []
                : people.map((person) => ({
                    persona: person.persona,
                    obstacle: person.obstacleAt(id),
                  })),
            },
          ],
    ),
    personas: people.map(({ persona, touchpoints, transitions }) => ({
      persona,
      touchpoints,
      transitions,
    })),
  };
}
