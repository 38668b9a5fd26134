import { placeById } from '../../../map/basics';
import { inOrder } from '../../../map/records';
import { type JourneyMap, MILESTONES } from '../../../map/schema';
import { transitionsFrom } from '../../reference';
import { afterEffect, type RunSetup } from '../../setup';
import { liftsByTransition } from './arms';
import { moneyOf } from './money';
import type { StateVariables } from './stateVariables';
import type {
  AttributeChange,
  CampaignModel,
  RowModel,
  TouchModel,
  TouchpointModel,
  TransitionModel,
} from './types';
import type { WaitList } from './waitList';

/** What the models of touchpoints and transitions are made with. */
export interface TouchpointParts {
  readonly setup: RunSetup;
  readonly touchpointIds: readonly string[];
  readonly transitionIds: readonly string[];
  readonly armNames: ReadonlyMap<string, readonly string[]>;
  readonly campaigns: readonly CampaignModel[];
  readonly variables: StateVariables;
  readonly waits: WaitList;
}

/** The rows of a table by segment; those of segments that are gone are left out. */
export function segmentRowsOf(
  map: JourneyMap,
  variables: StateVariables,
  bySegment: Readonly<Record<string, { order: string; value: number }>>,
): RowModel[] {
  return inOrder(bySegment).flatMap(([segment, { value }]) =>
    Object.hasOwn(map.segments, segment) ? [{ ...variables.segment(segment), segment, value }] : [],
  );
}

/**
 * The touchpoints with their transitions; declares the variables that their rules read. Effects on
 * attributes follow in `withChanges`, when everything that reads an attribute is known.
 */
export function touchpointModels(parts: TouchpointParts): TouchpointModel[] {
  const { setup, touchpointIds, campaigns } = parts;
  const { map } = setup;
  const transitionsOf = transitionModels(parts);
  return touchpointIds.map((id, index): TouchpointModel => {
    const { kind, economics, milestone, dropOffAfter } = map.touchpoints[id]!;
    const { transitions, otherwise } = transitionsOf(id);
    return {
      index,
      id,
      kind,
      transitions,
      otherwise,
      touches: touchesOf(parts, id),
      changes: [],
      price: economics.monthlyPrice,
      money: moneyOf(economics),
      milestone: milestone === null ? -1 : MILESTONES.indexOf(milestone),
      dropOffAfter,
      choiceReads: choiceReads([...transitions, ...otherwise], campaigns),
    };
  });
}

/** Makes the models of the transitions out of a touchpoint, those marked *otherwise* apart. */
function transitionModels({
  setup: { map, settings },
  touchpointIds,
  transitionIds,
  armNames,
  variables,
  waits,
}: TouchpointParts) {
  const touchpointAt = placeById(touchpointIds);
  const transitionAt = placeById(transitionIds);
  const lifts = liftsByTransition(map, settings.campaigns, armNames);
  return (from: string): Pick<TouchpointModel, 'transitions' | 'otherwise'> => {
    const { kind } = map.touchpoints[from]!;
    const all = kind === 'outcome' ? [] : transitionsFrom(map, from);
    const modelOf = ([id, transition]: (typeof all)[number]): TransitionModel => {
      const { to, when, chance, delay, economics } = transition;
      return {
        index: transitionAt.get(id)!,
        id,
        to: touchpointAt.get(to)!,
        when: when && variables.compile(when, { collection: 'transitions', id }),
        base: chance.base,
        rows: kind === 'decision' ? [] : segmentRowsOf(map, variables, chance.bySegment),
        lifts: kind === 'decision' ? [] : (lifts.get(id) ?? []),
        wait: waits.indexOf(delay),
        money: moneyOf(economics),
      };
    };
    return {
      transitions: all.filter(([, { otherwise }]) => !otherwise).map(modelOf),
      otherwise: all
        .filter(([, { otherwise }]) => otherwise)
        .map((entry) => ({ ...modelOf(entry), rows: [], lifts: [] })),
    };
  };
}

/** The campaigns that contact customers at a touchpoint. */
function touchesOf(
  { setup: { map, settings }, variables }: TouchpointParts,
  touchpoint: string,
): TouchModel[] {
  return settings.campaigns.flatMap((id, campaign): TouchModel[] => {
    const { touchpoints, segment } = map.campaigns[id]!;
    if (!Object.hasOwn(touchpoints, touchpoint)) return [];
    if (segment === null) return [{ campaign, segment: null }];
    return Object.hasOwn(map.segments, segment)
      ? [{ campaign, segment: variables.segment(segment) }]
      : [];
  });
}

/** The state variables that a choice among transitions reads: rules, rows, lifts. */
function choiceReads(
  transitions: readonly TransitionModel[],
  campaigns: readonly CampaignModel[],
): number[] {
  const reads = new Set<number>();
  for (const { when, rows, lifts } of transitions) {
    for (const read of when?.reads ?? []) reads.add(read);
    for (const row of rows) for (const read of row.reads) reads.add(read);
    for (const lift of lifts) {
      const { contacts, age, arm } = campaigns[lift.campaign]!;
      reads.add(contacts);
      if (age >= 0) reads.add(age);
      if (lift.arm >= 0) reads.add(arm);
    }
  }
  return [...reads];
}

/** The touchpoints with their effects on those attributes that something reads. */
export function withChanges(
  map: JourneyMap,
  touchpoints: readonly TouchpointModel[],
  variables: StateVariables,
): TouchpointModel[] {
  return touchpoints.map((touchpoint) => {
    const changes = inOrder(map.touchpoints[touchpoint.id]!.effects).flatMap(
      ([, effect]): AttributeChange[] => {
        const variable = variables.find('attribute', effect.attribute);
        if (variable < 0) return [];
        const { type } = map.attributes[effect.attribute]!;
        const apply: AttributeChange['apply'] = (now) => afterEffect(now, effect, type);
        return [{ variable, isSet: effect.operation === 'set', apply }];
      },
    );
    return changes.length > 0 ? { ...touchpoint, changes } : touchpoint;
  });
}
