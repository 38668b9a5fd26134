import { sortedIds, inOrder } from '../../../map/records';
import { type JourneyMap, MILESTONES } from '../../../map/schema';
import type { RunSetup } from '../../setup';
import { namesOfArms } from './arms';
import { capOf, coarsenessOf } from './bounds';
import { campaignModels } from './campaigns';
import { livenessOf } from './liveness';
import { moneyOf } from './money';
import { requireShortSegments } from './segmentSizes';
import { settled } from './settled';
import { type VariableKind } from './situation';
import { StateVariables } from './stateVariables';
import { segmentRowsOf, touchpointModels, withChanges } from './touchpoints';
import type { EntryModel, ExactModel, ModelOptions, TouchpointModel } from './types';
import { WaitList } from './waitList';

/**
 * The map made ready for the solver: what is read, remembered and still of use, and where. A state
 * variable gets its index when it is first declared, so the order of the parts below matters.
 */
export function modelOf(setup: RunSetup, options: ModelOptions): ExactModel {
  const { map, settings } = setup;
  requireShortSegments(map);
  const touchpointIds = sortedIds(map.touchpoints);
  const transitionIds = sortedIds(map.transitions);
  const personaIds = inOrder(map.personas).map(([id]) => id);
  const armNames = namesOfArms(map, settings.campaigns);
  const variables = new StateVariables({
    map,
    startDay: setup.startDay,
    armsOf: (id) => armNames.get(id) ?? null,
    personaIds,
    isKnown: (collection, id) => Object.hasOwn(map[collection], id),
  });
  const waits = new WaitList();

  const campaigns = campaignModels(setup, armNames, variables);
  const price = hasPrice(map) ? variables.declare('price') : -1;
  const readers = touchpointModels({
    setup,
    touchpointIds,
    transitionIds,
    armNames,
    campaigns,
    variables,
    waits,
  });
  const entries = entryModels(map, touchpointIds, variables);
  const watchRule =
    options.watch && 'segment' in options.watch ? variables.segment(options.watch.segment) : null;
  const fixedSegments = options.segments ? settled(map, variables) : [];
  const touchpoints = withChanges(map, readers, variables);
  const at = variablesByName(variables, price, touchpoints, options);

  const live = livenessOf({
    touchpoints,
    campaigns,
    variables,
    waits: waits.all,
    at,
    keepsMoves: options.moves,
    watchReads: watchRule?.reads ?? [],
  });
  const indexes = variables.all.map((_, k) => k);
  const keptIn = (table: readonly Uint8Array[]) =>
    table.map((needed) => indexes.filter((k) => needed[k] === 1));
  const counters = (kinds: readonly VariableKind[], id: string) =>
    kinds.map((kind) => variables.find(kind, id)).filter((k) => k >= 0);
  return {
    setup,
    options,
    variables,
    cuts: indexes.map((k) => coarsenessOf(setup, variables, k)),
    caps: Float64Array.from(indexes, (k) => capOf(setup, variables, k, campaigns)),
    touchpoints,
    transitionIds,
    moneyOf: transitionIds.map((id) => moneyOf(map.transitions[id]!.economics)),
    personaIds,
    campaigns,
    entries,
    waits: waits.all,
    live,
    kept: keptIn(live.out),
    keptUnwatched: keptIn(live.unwatched.out),
    countedAt: touchpointIds.map((id) => counters(['visits', 'passVisits'], id)),
    countedOn: transitionIds.map((id) => counters(['taken', 'passTaken'], id)),
    passes: indexes.filter((k) => PASS_COUNTERS.includes(variables.all[k]!.kind)),
    fixedSegments,
    watchRule,
    at,
  };
}

const PASS_COUNTERS: readonly VariableKind[] = ['passVisits', 'passTaken'];

function hasPrice({ touchpoints }: JourneyMap): boolean {
  return Object.values(touchpoints).some(
    ({ economics: { monthlyPrice } }) => monthlyPrice !== null && monthlyPrice !== 0,
  );
}

function entryModels(
  map: JourneyMap,
  touchpointIds: readonly string[],
  variables: StateVariables,
): EntryModel[] {
  return touchpointIds.flatMap((id, touchpoint) => {
    const { kind, weight } = map.touchpoints[id]!;
    if (kind !== 'entry') return [];
    return [
      { touchpoint, base: weight.base, rows: segmentRowsOf(map, variables, weight.bySegment) },
    ];
  });
}

/** The variables that the solver asks for by name; −1 where nothing needs one. */
function variablesByName(
  variables: StateVariables,
  price: number,
  touchpoints: readonly TouchpointModel[],
  options: ModelOptions,
): ExactModel['at'] {
  const acquired = MILESTONES.indexOf('acquired');
  return {
    price,
    paid: options.moves && price >= 0 ? variables.declare('paid') : -1,
    clock: variables.find('clock'),
    days: variables.find('days'),
    revenue: variables.find('revenue'),
    acquired: touchpoints.some(({ milestone }) => milestone === acquired)
      ? variables.declare('acquired')
      : -1,
    seen: options.watch !== null ? variables.declare('seen') : -1,
  };
}
