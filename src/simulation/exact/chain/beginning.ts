import { arrivalDays, type ExactModel, type Memory, NotExact, profilesOf } from '../model';
import { drawArms } from './drawArms';
import { enter } from './enter';
import type { EntryEvent } from './entryEvent';

/** Where customers begin: a state, what happened on the first entry, and each group's share. */
export interface Start {
  readonly state: number;
  readonly entryEvent: number;
  readonly weights: Float64Array;
}

/** Whose share of the customers is kept apart. */
export type Group =
  { readonly kind: 'total' } | { readonly kind: 'persona' | 'segment'; readonly id: string };

/** Numbers of states and of what happens on an entry, given as they are met. */
export interface Numbering {
  readonly stateOf: (touchpoint: number, memory: Memory) => number;
  readonly eventOf: (event: EntryEvent) => number;
}

interface Entering {
  readonly touchpoint: number;
  readonly chance: number;
  readonly memory: Memory;
}

/**
 * The groups, and the states customers are in after their first entry: at the entries, or at `from`.
 * @throws `NotExact` where a rule reads the calendar and arrivals are spread so that no day stands for them.
 */
export function beginningOf(
  model: ExactModel,
  from: number | null,
  { stateOf, eventOf }: Numbering,
): { groups: Group[]; starts: Start[] } {
  const { personaIds, setup, fixedSegments, at } = model;
  const profiles = profilesOf(model);
  const shares = personaIds.map((id) => setup.map.personas[id]!.share);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const shareOf = (k: number) =>
    personaIds.length === 0 ? 1 : total > 0 ? shares[k]! / total : 1 / personaIds.length;
  const groups: Group[] = [
    { kind: 'total' },
    ...personaIds.map((id): Group => ({ kind: 'persona', id })),
    ...fixedSegments.map(({ id }): Group => ({ kind: 'segment', id })),
  ];
  const starts = new Map<string, Start>();
  const arrivals = at.clock >= 0 ? arrivalDays(setup) : [{ day: 0, share: 1 }];
  if (!arrivals) {
    throw new NotExact('arrivals-spread', null, {
      because: model.variables.all[at.clock]!.because,
    });
  }
  for (const { memory, weights } of profiles) {
    const everybody = weights.reduce((sum, weight, k) => sum + weight * shareOf(k), 0);
    const members = fixedSegments.map(({ rule }) => (rule.test({ memory }) ? everybody : 0));
    const shared = [everybody, ...personaIds.map((_, k) => weights[k]! * shareOf(k)), ...members];
    for (const { day, share } of arrivals) {
      const born = [...memory];
      if (at.clock >= 0) born[at.clock] = Math.min(model.caps[at.clock]!, day);
      for (const { touchpoint, chance, memory: drawn } of entriesFor(model, from, born)) {
        enter(
          model,
          model.touchpoints[touchpoint]!,
          [...drawn],
          null,
          (branch, after, entryEvent) => {
            const state = stateOf(touchpoint, after);
            const what = eventOf(entryEvent);
            const key = `${String(state)} ${String(what)}`;
            let start = starts.get(key);
            if (!start) {
              start = { state, entryEvent: what, weights: new Float64Array(groups.length) };
              starts.set(key, start);
            }
            shared.forEach((weight, g) => {
              start.weights[g]! += weight * share * chance * branch;
            });
          },
        );
      }
    }
  }
  return { groups, starts: [...starts.values()] };
}

function entriesFor(model: ExactModel, from: number | null, memory: Memory): readonly Entering[] {
  const { entries } = model;
  if (from !== null) return [{ touchpoint: from, chance: 1, memory }];
  const reads = entries.flatMap(({ rows }) => rows.flatMap((row) => row.reads));
  return drawArms(model, reads, memory).flatMap(({ memory: drawn, chance }) =>
    weighed(model, drawn).map((entry) => ({ ...entry, chance: entry.chance * chance })),
  );
}

/** The entries by their weights for a memory; all alike where none has a weight. */
function weighed({ entries }: ExactModel, memory: Memory): readonly Entering[] {
  const weights = entries.map(({ base, rows }) => {
    const row = rows.find(({ test }) => test({ memory }));
    return row ? row.value : base;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return entries
    .map(({ touchpoint }, k) => ({
      touchpoint,
      chance: total > 0 ? weights[k]! / total : 1 / entries.length,
      memory,
    }))
    .filter(({ chance }) => chance > 0);
}
