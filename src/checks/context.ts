import { once } from '../map/memo';
import { touchpointsInJourneyOrder } from '../map/layout';
import { type RecordEntry, incomingOf, inOrder, outgoingOf } from '../map/records';
import { reachable } from '../machine';
import { narrowed } from '../rules';
import type { JourneyMap, Stage, Touchpoint, Transition } from '../map/schema';

/** A map with the views of it that several rules need, each made once and only when asked for. */
export interface CheckContext {
  readonly map: JourneyMap;
  /** The same for what rules come to: one that names what is gone holds for nobody. */
  readonly held: CheckContext;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly stages: readonly RecordEntry<Stage>[];
  /** In journey order. */
  readonly touchpoints: readonly RecordEntry<Touchpoint>[];
  readonly transitions: readonly RecordEntry<Transition>[];
  readonly entries: readonly RecordEntry<Touchpoint>[];
  /** Transitions out of a touchpoint, in their order. */
  readonly outOf: (touchpoint: string) => readonly RecordEntry<Transition>[];
  readonly into: (touchpoint: string) => readonly RecordEntry<Transition>[];
  /** Touchpoints that can be come to from an entry, the entries included. */
  readonly reachable: ReadonlySet<string>;
  /** Records that some scenario gives a number above 0: a what-if may be the whole point of them. */
  readonly overridden: ReadonlySet<string>;
}

/** Makes nothing yet: each view is made when a rule first reads it. `today` is `YYYY-MM-DD`. */
export function contextOf(map: JourneyMap, today: string): CheckContext {
  const touchpoints = once(() => touchpointsInJourneyOrder(map));
  const entries = once(() => touchpoints().filter(([, { kind }]) => kind === 'entry'));
  const outOf = (touchpoint: string) => outgoingOf(map, touchpoint);
  const reached = once(() => reachable(map));
  const overridden = once(
    () =>
      new Set(
        Object.values(map.scenarios)
          .flatMap(({ overrides }) => Object.values(overrides))
          .filter(({ value }) => value > 0)
          .map(({ id }) => id),
      ),
  );
  const context: CheckContext = {
    map,
    get held() {
      return held();
    },
    today,
    get stages() {
      return inOrder(map.stages);
    },
    get touchpoints() {
      return touchpoints();
    },
    get transitions() {
      return inOrder(map.transitions);
    },
    get entries() {
      return entries();
    },
    outOf,
    into: (touchpoint) => incomingOf(map, touchpoint),
    get reachable() {
      return reached();
    },
    get overridden() {
      return overridden();
    },
  };
  const held = once(() => {
    const said = narrowed(map);
    return said === map ? context : contextOf(said, today);
  });
  return context;
}

/** The touchpoints that transitions lead to from some others, those touchpoints included. */
export function reachFrom(
  starts: readonly string[],
  outOf: CheckContext['outOf'],
): ReadonlySet<string> {
  const seen = new Set(starts);
  // A Set is walked in the order of insertion, what is added on the way included.
  for (const id of seen) for (const [, { to }] of outOf(id)) seen.add(to);
  return seen;
}
