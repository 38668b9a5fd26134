import { listUnder } from '../../map/basics';
import { inOrder } from '../../map/records';
import type { JourneyMap, Touchpoint, Transition } from '../../map/schema';
import type { RunResult, Walk } from '../../simulation/results';
import { perObject } from '../../map/memo';
import { eachWalk } from '../../simulation';

/** How it went on for those who came to a stage, other than in a later stage. */
export const STAGE_ENDS = [
  'success',
  'neutral',
  'drop-off',
  'loss',
  'cancelled',
  'on-the-way',
] as const;
type StageEnd = (typeof STAGE_ENDS)[number];

/** What became of the sampled customers who came to a stage. The counts add up to `came`. */
export interface StageStory {
  readonly came: number;
  /** By the later stage they came to next, most first. */
  readonly onTo: readonly { readonly stage: string; readonly customers: number }[];
  readonly ends: Readonly<Record<StageEnd, number>>;
  /** Does any transition lead on to a later stage? Where none does, nobody can go on. */
  readonly canGoOn: boolean;
}

/** Those who are lost: they dropped off, came to a loss, or cancelled. */
export function leftOf({ ends }: StageStory): number {
  return ends['drop-off'] + ends.loss + ends.cancelled;
}

/**
 * For each stage, what those who came to it did next: went on to a later stage, came to an outcome, left. Whoever
 * goes on to a loss or cancels has left, in whichever stage that stands; going back and coming again is not counted.
 * Walks are read again only when something of the map has changed that the stories depend on.
 */
export function stageStories(map: JourneyMap, { walks }: Pick<RunResult, 'walks'>): StageStories {
  const known = knownStories(walks);
  const basis = basisOf(map);
  if (known.last?.basis !== basis) known.last = { basis, stories: readStories(map, walks) };
  return known.last.stories;
}

type StageStories = Readonly<Record<string, StageStory>>;

/** The last stories of each run's walks, and what of the map they were read by. */
const knownStories = perObject<
  RunResult['walks'],
  { last?: { readonly basis: string; readonly stories: StageStories } }
>(() => ({}));

/** All of a map that stories depend on; names are not. */
function basisOf({ stages, touchpoints, transitions }: JourneyMap): string {
  return JSON.stringify([
    inOrder(stages).map(([id]) => id),
    Object.entries(touchpoints).map(([id, touchpoint]) => id + placeIn(touchpoint)),
    Object.values(transitions).map(endsOf),
  ]);
}

const placeIn = perObject((touchpoint: Touchpoint) =>
  [touchpoint.stage, endAt(touchpoint)].join(' '),
);
const endsOf = perObject(({ from, to }: Transition) => `${from} ${to}`);

function readStories(map: JourneyMap, walks: RunResult['walks']): StageStories {
  const stages = inOrder(map.stages).map(([id]) => ({
    id,
    onTo: new Map<number, number>(),
    ends: noEnds(),
  }));
  const place = new Map(stages.map(({ id }, index) => [id, index]));
  const told: Told = {
    onto: (from, to) => {
      const next = stages[from]?.onTo;
      next?.set(to, (next.get(to) ?? 0) + 1);
    },
    end: (stage, how) => {
      const ends = stages[stage]?.ends;
      if (ends) ends[how] += 1;
    },
  };
  for (const walk of eachWalk(walks)) follow(map, walk, place, told);
  const goesOn = stagesThatGoOn(map);
  return Object.fromEntries(
    stages.map(({ id, onTo, ends }) => {
      const next = [...onTo].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      const on = next.reduce((sum, [, customers]) => sum + customers, 0);
      const ended = STAGE_ENDS.reduce((sum, how) => sum + ends[how], 0);
      const story: StageStory = {
        came: on + ended,
        onTo: next.map(([to, customers]) => ({ stage: stages[to]?.id ?? id, customers })),
        ends,
        canGoOn: goesOn.has(id),
      };
      return [id, story];
    }),
  );
}

const noEnds = (): Record<StageEnd, number> => ({
  success: 0,
  neutral: 0,
  'drop-off': 0,
  loss: 0,
  cancelled: 0,
  'on-the-way': 0,
});

interface Told {
  readonly onto: (from: number, to: number) => void;
  readonly end: (stage: number, how: StageEnd) => void;
}

/** Reports once for each stage of a walk what came of having been there. */
function follow(
  { touchpoints }: JourneyMap,
  { steps, end }: Walk,
  place: ReadonlyMap<string, number>,
  told: Told,
): void {
  const seen = new Set<number>();
  /** Stages come to, of which nothing has come yet. */
  const open = new Set<number>();
  const close = (how: StageEnd) => {
    for (const stage of open) told.end(stage, how);
    open.clear();
  };
  for (const { touchpoint } of steps) {
    const record = touchpoints[touchpoint];
    const here = place.get(record?.stage ?? '');
    const how = record && endAt(record);
    if (how === 'cancelled') close(how);
    else if (how === undefined && here !== undefined) {
      for (const stage of open) {
        if (stage >= here) continue;
        told.onto(stage, here);
        open.delete(stage);
      }
    }
    if (here !== undefined && !seen.has(here)) {
      seen.add(here);
      open.add(here);
    }
    if (how !== undefined && how !== 'cancelled') close(how);
  }
  close(end.kind === 'drop-off' ? 'drop-off' : 'on-the-way');
}

/** What a touchpoint ends: a walk where it is an outcome, the custom of somebody where they cancel. */
function endAt({ kind, outcome, milestone }: Touchpoint): StageEnd | undefined {
  if (kind === 'outcome') return outcome;
  return milestone === 'cancelled' ? 'cancelled' : undefined;
}

/** Stages from which transitions lead to a later one, other than to an end: from others nobody can go on. */
export function stagesThatGoOn(map: JourneyMap): ReadonlySet<string> {
  const place = new Map(inOrder(map.stages).map(([id], index) => [id, index]));
  const next = new Map<string, string[]>();
  for (const { from, to } of Object.values(map.transitions)) {
    listUnder(next, from, to);
  }
  const stageOf = (id: string) => place.get(map.touchpoints[id]?.stage ?? '');
  const found = new Set<string>();
  for (const [id, stage] of place) {
    const reached = new Set(Object.keys(map.touchpoints).filter((at) => stageOf(at) === stage));
    // A Set is walked in the order of insertion, what is added on the way included.
    for (const touchpoint of reached) {
      const record = map.touchpoints[touchpoint];
      const isEnd = record === undefined || endAt(record) !== undefined;
      if (isEnd && stageOf(touchpoint) !== stage) continue;
      if (!isEnd && (stageOf(touchpoint) ?? -1) > stage) {
        found.add(id);
        break;
      }
      for (const to of next.get(touchpoint) ?? []) reached.add(to);
    }
  }
  return found;
}
