import { compareText, inOrder } from '../../../map/records';
import { COST_KINDS, MILESTONES, type Touchpoint, type Transition } from '../../../map/schema';
import { waysFrom } from '../../reference/chances';
import { afterEffect } from '../../setup/effects';
import { scheduleOf } from '../../setup/schedule';
import type { RunSetup } from '../../setup/setUp';
import { armsOf, liftsByTransition, namesOfArms } from './arms';
import { capOf, cutOf } from './bounds';
import { livenessOf } from './liveness';
import { settled } from './settled';
import { type SlotKind, Slots } from './slots';
import type {
  AttributeChange,
  Booked,
  CampaignModel,
  EntryModel,
  ExactModel,
  ModelOptions,
  Row,
  Spot,
  Touch,
  Way,
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
  const slots = new Slots({
    map,
    startDay: setup.startDay,
    armsOf: (id) => armNames.get(id) ?? null,
    personaIds,
    isKnown: (collection, id) => Object.hasOwn(map[collection], id),
  });
  const segmentOf = (id: string) => slots.segment(id);
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
    if (isDated) slots.slot('clock', '', because);
    return {
      id,
      arms: armsOf(map, id, armNames.get(id)!),
      maxContacts: maxContacts ?? Infinity,
      lastsDays: lastsDays ?? Infinity,
      perContact: cost.perContact,
      fixedCost: cost.fixed,
      isScheduled: isDated ? scheduleOf({ schedule }) : null,
      arm: slots.slot('arm', id, because),
      contacts: slots.slot('contacts', id, because),
      age: lastsDays === null ? -1 : slots.slot('age', id, because),
    };
  });
  const hasPrice = Object.values(map.touchpoints).some(
    ({ economics: { monthlyPrice } }) => monthlyPrice !== null && monthlyPrice !== 0,
  );
  const price = hasPrice ? slots.slot('price') : -1;

  const spots = touchpointIds.map((id, index): Spot => {
    const touchpoint = map.touchpoints[id]!;
    const { kind } = touchpoint;
    const all = kind === 'outcome' ? [] : waysFrom(map, id);
    const wayOf = ([key, { to, when, chance, delay, economics }]: (typeof all)[number]): Way => ({
      index: transitionAt.get(key)!,
      id: key,
      to: touchpointAt.get(to)!,
      when: when && slots.compile(when, { collection: 'transitions', id: key }),
      base: chance.base,
      rows: kind === 'decision' ? [] : rowsOf(chance.bySegment),
      lifts: kind === 'decision' ? [] : (lifts.get(key) ?? []),
      wait: waitFor(delay),
      money: sumsOf(economics),
    });
    const ways = all.filter(([, { otherwise }]) => !otherwise).map(wayOf);
    const takers = all
      .filter(([, { otherwise }]) => otherwise)
      .map((entry): Way => ({ ...wayOf(entry), rows: [], lifts: [] }));
    const touches = settings.campaigns.flatMap((campaignId, campaign): Touch[] => {
      const { touchpoints, segment } = map.campaigns[campaignId]!;
      if (!Object.hasOwn(touchpoints, id)) return [];
      if (segment === null) return [{ campaign, segment: null }];
      return Object.hasOwn(map.segments, segment)
        ? [{ campaign, segment: segmentOf(segment) }]
        : [];
    });
    const reads = new Set<number>();
    for (const way of [...ways, ...takers]) {
      for (const read of way.when?.reads ?? []) reads.add(read);
      for (const row of way.rows) for (const read of row.reads) reads.add(read);
      for (const { campaign, arm } of way.lifts) {
        const { contacts, age, arm: armSlot } = campaigns[campaign]!;
        reads.add(contacts);
        if (age >= 0) reads.add(age);
        if (arm >= 0) reads.add(armSlot);
      }
    }
    return {
      index,
      id,
      kind,
      ways,
      takers,
      touches,
      changes: [],
      price: touchpoint.economics.monthlyPrice,
      money: sumsOf(touchpoint.economics),
      milestone: touchpoint.milestone === null ? -1 : MILESTONES.indexOf(touchpoint.milestone),
      dropOffAfter: touchpoint.dropOffAfter,
      choiceReads: [...reads],
    };
  });
  const entries = touchpointIds.flatMap((id, spot): EntryModel[] => {
    const { kind, weight } = map.touchpoints[id]!;
    return kind === 'entry' ? [{ spot, base: weight.base, rows: rowsOf(weight.bySegment) }] : [];
  });
  const watchRule =
    options.watch && 'segment' in options.watch ? segmentOf(options.watch.segment) : null;
  const fixedSegments = options.segments ? settled(map, slots) : [];

  const withChanges = spots.map((spot): Spot => {
    const changes = inOrder(map.touchpoints[spot.id]!.effects).flatMap(([, effect]) => {
      const slot = slots.find('attribute', effect.attribute);
      if (slot < 0) return [];
      const { type } = map.attributes[effect.attribute]!;
      const change: AttributeChange = {
        slot,
        isSet: effect.operation === 'set',
        apply: (now) => afterEffect(now, effect, type),
      };
      return [change];
    });
    return changes.length > 0 ? { ...spot, changes } : spot;
  });
  const isWatching = options.watch !== null;
  const at = {
    price,
    paid: options.moves && price >= 0 ? slots.slot('paid') : -1,
    clock: slots.find('clock'),
    days: slots.find('days'),
    revenue: slots.find('revenue'),
    acquired: spots.some(({ milestone }) => milestone === MILESTONES.indexOf('acquired'))
      ? slots.slot('acquired')
      : -1,
    seen: isWatching ? slots.slot('seen') : -1,
  };
  const counters = (kinds: readonly SlotKind[], id: string) =>
    kinds.map((kind) => slots.find(kind, id)).filter((k) => k >= 0);
  const live = livenessOf({
    spots: withChanges,
    campaigns,
    slots,
    waits,
    at,
    keepsMoves: options.moves,
    watchReads: watchRule?.reads ?? [],
  });
  const keptIn = (table: readonly Uint8Array[]) =>
    table.map((needed) => slots.all.map((_, k) => k).filter((k) => needed[k] === 1));
  const cuts = slots.all.map((_, k) => cutOf(setup, slots, k));
  return {
    setup,
    options,
    slots,
    cuts,
    caps: Float64Array.from(slots.all, (_, k) => capOf(setup, slots, k, campaigns)),
    spots: withChanges,
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
    passes: slots.all
      .map(({ kind }, k) => (kind === 'passVisits' || kind === 'passTaken' ? k : -1))
      .filter((k) => k >= 0),
    fixedSegments,
    watchRule,
    at,
  };
}

function sumsOf({ costItems, revenue }: Touchpoint['economics'] | Transition['economics']): Booked {
  const costs = COST_KINDS.map(() => 0);
  for (const [, { kind, amount }] of inOrder(costItems)) costs[COST_KINDS.indexOf(kind)]! += amount;
  return { costs, revenue };
}
