import { costsByKind, inOrder, isLost, restOf } from '../../../map/records';
import {
  type Effect,
  type JourneyMap,
  MILESTONES,
  type Rule,
  type Touchpoint,
  type Transition,
} from '../../../map/schema';
import { delayQuantile, keyOfId } from '../../chance';
import { transitionsFromEach } from '../../reference';
import { afterEffect } from '../../setup';
import type { Places } from './access';
import type { Dependents } from './dependencies';
import type {
  AttributeEffect,
  BookedMoney,
  CampaignChange,
  CampaignTable,
  SegmentRow,
  CustomerTest,
  Touch,
  TouchpointTable,
  TransitionTable,
} from './types';

type Economics = Touchpoint['economics'] | Transition['economics'];

/** What the tables of touchpoints and transitions are compiled from. */
export interface TableContext {
  readonly map: JourneyMap;
  /** Campaigns that act, in their order. */
  readonly acting: readonly string[];
  readonly places: Places;
  readonly touchpointIds: readonly string[];
  readonly personaIds: readonly string[];
  readonly stageAt: ReadonlyMap<string, number>;
  readonly segmentAt: ReadonlyMap<string, number>;
  readonly campaigns: readonly CampaignTable[];
  /** By segment. */
  readonly dependents: Dependents;
  readonly rowsOf: (
    bySegment: Readonly<Record<string, { order: string; value: number }>>,
  ) => SegmentRow[];
  readonly compile: (rule: Rule) => CustomerTest;
}

/** The tables of all touchpoints, with their branches numbered one after another. */
export function touchpointTablesOf(context: TableContext): TouchpointTable[] {
  const { map, touchpointIds } = context;
  const transitions = transitionsFromEach(map);
  let branches = 0;
  return touchpointIds.map((id, index) => {
    const first = branches;
    const all = map.touchpoints[id]!.kind === 'outcome' ? [] : (transitions.get(id) ?? []);
    const [drawn, otherwise] = [false, true].map((last) =>
      all
        .filter(([, transition]) => transition.otherwise === last)
        .map(([key, transition]) => transitionOf(context, key, transition, branches++)),
    ) as [TransitionTable[], TransitionTable[]];
    branches += 1;
    return touchpointOf(context, id, { index, first, drawn, otherwise });
  });
}

function touchpointOf(
  context: TableContext,
  id: string,
  {
    index,
    first,
    drawn,
    otherwise,
  }: { index: number; first: number; drawn: TransitionTable[]; otherwise: TransitionTable[] },
): TouchpointTable {
  const { map, places, personaIds, stageAt, dependents } = context;
  const touchpoint = map.touchpoints[id]!;
  const limits = touchpoint.kind === 'decision' ? null : limitsOf(drawn, otherwise);
  const effects = inOrder(touchpoint.effects).map(([, effect]) => effectOn(map, places, effect));
  const emotions = emotionsOf(map, id, personaIds);
  const touches = touchesOf(context, id);
  const money = sumsOf(touchpoint.economics);
  const price = touchpoint.economics.monthlyPrice;
  return {
    index,
    key: keyOfId(id),
    kind: touchpoint.kind,
    stage: touchpoint.stage === null ? -1 : (stageAt.get(touchpoint.stage) ?? -1),
    milestone: touchpoint.milestone === null ? -1 : MILESTONES.indexOf(touchpoint.milestone),
    isLost: isLost(touchpoint),
    money,
    effects,
    emotions,
    emotionChanges: emotions ? changesOn(context, 'emotion', id) : [],
    touches,
    price,
    invalidates: dependents.byTouchpoint.get(id) ?? [],
    watched: touchpoint.kind === 'entry' ? dependents.changing : watchedAt(context, id, touches),
    dropOffAfter: touchpoint.dropOffAfter,
    transitions: drawn,
    otherwise,
    first,
    limits,
    rest: limits ? otherwiseOf(limits, drawn, otherwise) : 0,
    isPlain: !money && effects.length === 0 && !emotions && touches.length === 0 && price === null,
  };
}

/** Segments whose answer the touchpoint, or a campaign at it, may change. */
function watchedAt({ acting, dependents }: TableContext, id: string, touches: readonly Touch[]) {
  const lists = [
    dependents.byTouchpoint.get(id) ?? [],
    ...touches.map(({ campaign }) => dependents.byCampaign.get(acting[campaign]!) ?? []),
  ];
  return [...new Set(lists.flat())].sort((a, b) => a - b);
}

/** The campaigns that may contact customers at a touchpoint. */
function touchesOf({ map, acting, segmentAt }: TableContext, id: string): Touch[] {
  return acting.flatMap((campaignId, campaign): Touch[] => {
    const { touchpoints, segment } = map.campaigns[campaignId]!;
    if (!Object.hasOwn(touchpoints, id)) return [];
    if (segment === null) return [{ campaign, segment: -1 }];
    const at = segmentAt.get(segment);
    return at === undefined ? [] : [{ campaign, segment: at }];
  });
}

/** Factors or changes that campaigns bring to a transition or a touchpoint. */
function changesOn(
  { map, acting, campaigns }: TableContext,
  kind: 'lift' | 'emotion',
  target: string,
): CampaignChange[] {
  const armAt = (campaign: number, variant: string | null) =>
    variant === null ? -1 : campaigns[campaign]!.arms.indexOf(variant);
  return acting.flatMap((id, campaign) =>
    inOrder(map.campaigns[id]!.effects).flatMap(([, effect]) => {
      if (effect.kind !== kind) return [];
      const [aim, by] =
        effect.kind === 'lift'
          ? [effect.transition, effect.factor]
          : [effect.touchpoint, effect.change];
      const arm = armAt(campaign, effect.variant);
      // A variant that does not exist has nobody.
      return aim === target && !(effect.variant !== null && arm < 0) ? [{ campaign, arm, by }] : [];
    }),
  );
}

function transitionOf(
  context: TableContext,
  id: string,
  transition: Transition,
  branch: number,
): TransitionTable {
  const { places, compile, rowsOf } = context;
  const { delay, when, chance, economics, to } = transition;
  const days = delay.family === 'constant' ? Math.max(0, delay.value) : 0;
  return {
    index: places.transitions.get(id)!,
    branch,
    to: places.touchpoints.get(to)!,
    when: when && compile(when),
    base: chance.base,
    rows: rowsOf(chance.bySegment),
    lifts: changesOn(context, 'lift', id),
    delay: delay.family === 'constant' ? null : delayQuantile(delay),
    days,
    mean: delay.family === 'exponential' ? delay.mean : 0,
    money: sumsOf(economics),
  };
}

function effectOn(map: JourneyMap, places: Places, effect: Effect): AttributeEffect {
  const attribute = places.attributes.get(effect.attribute);
  if (attribute === undefined) return { attribute: -1, apply: () => undefined };
  const { type } = map.attributes[effect.attribute]!;
  return { attribute, apply: (now) => afterEffect(now, effect, type) };
}

function sumsOf(economics: Economics): BookedMoney | null {
  const { revenue } = economics;
  const all = [...costsByKind(economics), 0, revenue];
  const kinds = all.flatMap((amount, kind) => (amount === 0 ? [] : [kind]));
  return kinds.length === 0 ? null : { kinds, amounts: kinds.map((kind) => all[kind]!), revenue };
}

function emotionsOf(map: JourneyMap, id: string, personas: readonly string[]): Float64Array | null {
  const { default: usual, byPersona } = map.touchpoints[id]!.experience;
  const emotions = [...personas, null].map((persona) => {
    const own = persona !== null && Object.hasOwn(byPersona, persona) ? byPersona[persona] : null;
    return own?.emotion.now ?? usual.emotion.now ?? NaN;
  });
  return emotions.every(Number.isNaN) ? null : Float64Array.from(emotions);
}

/** Null where a rule, a row or a campaign decides, or where the chances exceed 1. */
function limitsOf(
  transitions: readonly TransitionTable[],
  otherwise: readonly TransitionTable[],
): Float64Array | null {
  const isPlain = transitions.every(
    ({ when, rows, lifts }) => !when && rows.length === 0 && lifts.length === 0,
  );
  if (!isPlain || (otherwise[0]?.when ?? null) !== null) return null;
  let sum = 0;
  const limits = Float64Array.from(transitions, ({ base }) => (sum += base));
  return sum > 1 ? null : limits;
}

/** Where the rest of 1 goes: *otherwise*, else the drop-off. A rounding error belongs to the last transition with a chance. */
function otherwiseOf(
  limits: Float64Array,
  transitions: readonly TransitionTable[],
  otherwise: readonly TransitionTable[],
): number {
  if (otherwise.length > 0) return transitions.length;
  const sum = limits[limits.length - 1] ?? 0;
  return restOf(sum) > 0 ? transitions.length : transitions.findLastIndex(({ base }) => base > 0);
}
