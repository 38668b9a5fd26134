import { compareText, inOrder } from '../../../map/records';
import { COST_KINDS, MILESTONES, type Touchpoint, type Transition } from '../../../map/schema';
import { transitionsFrom } from '../../reference/chances';
import { afterEffect } from '../../setup/effects';
import { scheduleOf } from '../../setup/schedule';
import type { RunSetup } from '../../setup/setUp';
import { armsOf, liftsByTransition, namesOfArms } from './arms';
import { capOf, cutOf } from './bounds';
import { livenessOf } from './liveness';
import { settled } from './settled';
import { type VariableKind, StateVariables } from './stateVariables';
import type {
  AttributeChange,
  BookedMoney,
  CampaignModel,
  EntryModel,
  ExactModel,
  ModelOptions,
  Row,
  TouchpointModel,
  Touch,
  TransitionModel,
} from './types';
import { fixedWait, type Wait, waitOf } from './waits';

const indexOf = (ids: readonly string[]) => new Map(ids.map((id, index) => [id, index]));
const sortedIds = (table: object) => Object.keys(table).sort(compareText);

/** The map made ready for the solver: what is read, remembered and still of use, and where. */
export function modelOf(setup: RunSetup, options: ModelOptions): ExactModel {
  const { map, settings } = setup;
  const touchpointIds = sortedIds(map.touchpoints);
  const transitionIds = sortedIds(map.transitions);
  const personaIds = inOrder(map.personas).map(([id]) => id);
  const touchpointAt = indexOf(touchpointIds);
  const transitionAt = indexOf(transitionIds);
  const armNames = namesOfArms(map, settings.campaigns);
  const variables = new StateVariables({
    map,
    startDay: setup.startDay,
    armsOf: (id) => armNames.get(id) ?? null,
    personaIds,
    isKnown: (collection, id) => Object.hasOwn(map[collection], id),
  });
  const segmentOf = (id: string) => variables.segment(id);
  const rowsOf = (bySegment: Readonly<Record<string, { order: string; value: number }>>): Row[] =>
    inOrder(bySegment).flatMap(([segment, { value }]) =>
      Object.hasOwn(map.segments, segment) ? [{ ...segmentOf(segment), segment, value }] : [],
    );
  const lifts = liftsByTransition(map, settings.campaigns, armNames);

  const waits: Wait[] = [];
  const waitIndex = new Map<Wait, number>();
  const placeWait = (wait: Wait) => {
    let index = waitIndex.get(wait);
    if (index === undefined) {
      index = waits.length;
      waits.push(wait);
      waitIndex.set(wait, index);
    }
    return index;
  };
  const fixed = new Map<number, Wait>();
  const waitFor = (delay: Transition['delay']) => {
    const wait = waitOf(delay);
    if (wait.fixed === null) return placeWait(wait);
    const same = fixed.get(wait.fixed) ?? fixedWait(wait.fixed);
    fixed.set(wait.fixed, same);
    return placeWait(same);
  };

  const campaigns = settings.campaigns.map((id): CampaignModel => {
    const { cost, maxContacts, lastsDays, schedule } = map.campaigns[id]!;
    const because = { collection: 'campaigns', id } as const;
    const isDated = Object.keys(schedule).length > 0;
    if (isDated) variables.declare('clock', '', because);
    return {
      id,
      arms: armsOf(map, id, armNames.get(id)!),
      maxContacts: maxContacts ?? Infinity,
      lastsDays: lastsDays ?? Infinity,
      perContact: cost.perContact,
      fixedCost: cost.fixed,
      isScheduled: isDated ? scheduleOf({ schedule }) : null,
      arm: variables.declare('arm', id, because),
      contacts: variables.declare('contacts', id, because),
      age: lastsDays === null ? -1 : variables.declare('age', id, because),
    };
  });
  const hasPrice = Object.values(map.touchpoints).some(
    ({ economics: { monthlyPrice } }) => monthlyPrice !== null && monthlyPrice !== 0,
  );
  const price = hasPrice ? variables.declare('price') : -1;

  const touchpoints = touchpointIds.map((id, index): TouchpointModel => {
    const touchpoint = map.touchpoints[id]!;
    const { kind } = touchpoint;
    const all = kind === 'outcome' ? [] : transitionsFrom(map, id);
    const transitionOf = ([
      key,
      { to, when, chance, delay, economics },
    ]: (typeof all)[number]): TransitionModel => ({
      index: transitionAt.get(key)!,
      id: key,
      to: touchpointAt.get(to)!,
      when: when && variables.compile(when, { collection: 'transitions', id: key }),
      base: chance.base,
      rows: kind === 'decision' ? [] : rowsOf(chance.bySegment),
      lifts: kind === 'decision' ? [] : (lifts.get(key) ?? []),
      wait: waitFor(delay),
      money: sumsOf(economics),
    });
    const transitions = all.filter(([, { otherwise }]) => !otherwise).map(transitionOf);
    const otherwise = all
      .filter(([, { otherwise }]) => otherwise)
      .map((entry): TransitionModel => ({ ...transitionOf(entry), rows: [], lifts: [] }));
    const touches = settings.campaigns.flatMap((campaignId, campaign): Touch[] => {
      const { touchpoints, segment } = map.campaigns[campaignId]!;
      if (!Object.hasOwn(touchpoints, id)) return [];
      if (segment === null) return [{ campaign, segment: null }];
      return Object.hasOwn(map.segments, segment)
        ? [{ campaign, segment: segmentOf(segment) }]
        : [];
    });
    const reads = new Set<number>();
    for (const transition of [...transitions, ...otherwise]) {
      for (const read of transition.when?.reads ?? []) reads.add(read);
      for (const row of transition.rows) for (const read of row.reads) reads.add(read);
      for (const { campaign, arm } of transition.lifts) {
        const { contacts, age, arm: armVariable } = campaigns[campaign]!;
        reads.add(contacts);
        if (age >= 0) reads.add(age);
        if (arm >= 0) reads.add(armVariable);
      }
    }
    return {
      index,
      id,
      kind,
      transitions,
      otherwise,
      touches,
      changes: [],
      price: touchpoint.economics.monthlyPrice,
      money: sumsOf(touchpoint.economics),
      milestone: touchpoint.milestone === null ? -1 : MILESTONES.indexOf(touchpoint.milestone),
      dropOffAfter: touchpoint.dropOffAfter,
      choiceReads: [...reads],
    };
  });
  const entries = touchpointIds.flatMap((id, touchpoint): EntryModel[] => {
    const { kind, weight } = map.touchpoints[id]!;
    return kind === 'entry'
      ? [{ touchpoint, base: weight.base, rows: rowsOf(weight.bySegment) }]
      : [];
  });
  const watchRule =
    options.watch && 'segment' in options.watch ? segmentOf(options.watch.segment) : null;
  const fixedSegments = options.segments ? settled(map, variables) : [];

  const withChanges = touchpoints.map((touchpoint): TouchpointModel => {
    const changes = inOrder(map.touchpoints[touchpoint.id]!.effects).flatMap(([, effect]) => {
      const variable = variables.find('attribute', effect.attribute);
      if (variable < 0) return [];
      const { type } = map.attributes[effect.attribute]!;
      const change: AttributeChange = {
        variable,
        isSet: effect.operation === 'set',
        apply: (now) => afterEffect(now, effect, type),
      };
      return [change];
    });
    return changes.length > 0 ? { ...touchpoint, changes } : touchpoint;
  });
  const isWatching = options.watch !== null;
  const at = {
    price,
    paid: options.moves && price >= 0 ? variables.declare('paid') : -1,
    clock: variables.find('clock'),
    days: variables.find('days'),
    revenue: variables.find('revenue'),
    acquired: touchpoints.some(({ milestone }) => milestone === MILESTONES.indexOf('acquired'))
      ? variables.declare('acquired')
      : -1,
    seen: isWatching ? variables.declare('seen') : -1,
  };
  const counters = (kinds: readonly VariableKind[], id: string) =>
    kinds.map((kind) => variables.find(kind, id)).filter((k) => k >= 0);
  const live = livenessOf({
    touchpoints: withChanges,
    campaigns,
    variables,
    waits,
    at,
    keepsMoves: options.moves,
    watchReads: watchRule?.reads ?? [],
  });
  const keptIn = (table: readonly Uint8Array[]) =>
    table.map((needed) => variables.all.map((_, k) => k).filter((k) => needed[k] === 1));
  const cuts = variables.all.map((_, k) => cutOf(setup, variables, k));
  return {
    setup,
    options,
    variables,
    cuts,
    caps: Float64Array.from(variables.all, (_, k) => capOf(setup, variables, k, campaigns)),
    touchpoints: withChanges,
    transitionIds,
    moneyOf: transitionIds.map((id) => sumsOf(map.transitions[id]!.economics)),
    personaIds,
    campaigns,
    entries,
    waits,
    live,
    kept: keptIn(live.out),
    keptUnwatched: keptIn(live.unwatched.out),
    countedAt: touchpointIds.map((id) => counters(['visits', 'passVisits'], id)),
    countedOn: transitionIds.map((id) => counters(['taken', 'passTaken'], id)),
    passes: variables.all
      .map(({ kind }, k) => (kind === 'passVisits' || kind === 'passTaken' ? k : -1))
      .filter((k) => k >= 0),
    fixedSegments,
    watchRule,
    at,
  };
}

function sumsOf({
  costItems,
  revenue,
}: Touchpoint['economics'] | Transition['economics']): BookedMoney {
  const costs = COST_KINDS.map(() => 0);
  for (const [, { kind, amount }] of inOrder(costItems)) costs[COST_KINDS.indexOf(kind)]! += amount;
  return { costs, revenue };
}
