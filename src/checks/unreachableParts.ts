import { perObject } from '../map/memo';
import type { CheckContext } from './context';

interface UnreachableParts {
  /**
   * The same for all touchpoints nobody comes to that hang together: one transition that is missing explains them.
   * Those that hang on nothing are one part: a deletion of what led to many of them explains them as well.
   */
  readonly causeOf: (touchpoint: string) => string;
}

/** What of a map nobody comes to, in parts that transitions hold together; found once per check. */
export const unreachableParts = perObject(
  ({ touchpoints, transitions, reachable }: CheckContext): UnreachableParts => {
    const cut = touchpoints.map(([id]) => id).filter((id) => !reachable.has(id));
    const beside = new Map<string, string[]>(cut.map((id) => [id, []]));
    const ledTo = new Set<string>();
    for (const [, { from, to }] of transitions) {
      if (from === to || !beside.has(from) || !beside.has(to)) continue;
      beside.get(from)?.push(to);
      beside.get(to)?.push(from);
      ledTo.add(to);
    }
    const begins = cut.filter((id) => !ledTo.has(id));
    const part = new Map<string, string>();
    let alone: string | undefined;
    // Where all lead to one another, the first in journey order stands for them.
    for (const first of [...begins, ...cut]) {
      if (part.has(first)) continue;
      const members = new Set([first]);
      for (const id of members) for (const other of beside.get(id) ?? []) members.add(other);
      if (members.size === 1) alone ??= first;
      for (const id of members) part.set(id, members.size === 1 ? (alone ?? id) : first);
    }
    return { causeOf: (touchpoint) => `unreachable:${part.get(touchpoint) ?? touchpoint}` };
  },
);
