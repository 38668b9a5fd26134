import { compareText, inOrder, restOf } from '../../map/records';
import {
  type AttributeValue,
  COST_KINDS,
  type Effect,
  type JourneyMap,
  MILESTONES,
  type Touchpoint,
  type Transition,
} from '../../map/schema';
import { compileRule } from '../../rules';
import { type IdKey, keyOfId } from '../chance/draws';
import { attributeQuantile, delayQuantile, pickBy, type Quantile } from '../chance/quantiles';
import { waysOf } from '../reference/chances';
import { type IsScheduled, scheduleOf } from '../setup/schedule';
import { afterEffect } from '../setup/effects';
import type { RunSetup } from '../setup/setUp';
import { accessTo, type Needs, type Places } from './access';
import { type Readings, readingsOf } from './readings';
import { type Slots, slotsOf } from './slots';
import type { AttributeEffect, Change, Row, Spot, Sums, Test, Touch, Way } from './spot';

type Economics = Touchpoint['economics'] | Transition['economics'];

export interface CampaignTable {
  readonly id: string;
  readonly key: IdKey;
  readonly controlShare: number;
  /** `control`, then the variants or `treated`. */
  readonly arms: readonly string[];
  readonly pick: Quantile<number>;
  readonly perContact: number;
  readonly fixed: number;
  readonly maxContacts: number;
  readonly lastsDays: number;
  readonly isScheduled: IsScheduled;
  /** Segments whose answer may change with a contact. */
  readonly stirs: readonly number[];
}

export interface AttributeTable {
  readonly key: IdKey;
  readonly byDefault: AttributeValue | null;
  /** By persona, the last for none. */
  readonly byPersona: readonly (Quantile<AttributeValue> | null)[];
}

/** A segment's rule and when its answer may change. */
export interface SegmentTable {
  readonly holds: Test;
  /** Never during one walk. */
  readonly isFixed: boolean;
  /** At any time: with the clock, the calendar or the money. */
  readonly isVolatile: boolean;
}

/** A map compiled for one run. Records stand in their canonical order and are known by index. */
export interface Tables {
  readonly setup: RunSetup;
  readonly touchpointIds: readonly string[];
  readonly transitionIds: readonly string[];
  readonly stageIds: readonly string[];
  readonly segmentIds: readonly string[];
  readonly personaIds: readonly string[];
  readonly attributeIds: readonly string[];
  readonly spots: readonly Spot[];
  readonly slots: Slots;
  readonly entries: readonly {
    readonly spot: number;
    readonly base: number;
    readonly rows: readonly Row[];
  }[];
  readonly pickPersona: Quantile<number> | null;
  /** Set where no entry weight depends on the customer. */
  readonly pickEntry: Quantile<number> | null;
  readonly segments: readonly SegmentTable[];
  readonly campaigns: readonly CampaignTable[];
  readonly attributes: readonly AttributeTable[];
  /** Some touchpoint says how it feels. */
  readonly feels: boolean;
  /** Which counts are read at all. */
  readonly needs: Readonly<Needs>;
  /** Segments whose rules lead back to themselves. */
  readonly cyclic: ReadonlySet<string>;
}

const indexOf = (ids: readonly string[]) => new Map(ids.map((id, index) => [id, index]));
const sortedIds = (table: object) => Object.keys(table).sort(compareText);

export function compileTables(setup: RunSetup): Tables {
  const { map, settings } = setup;
  const touchpointIds = sortedIds(map.touchpoints);
  const transitionIds = sortedIds(map.transitions);
  const attributeIds = sortedIds(map.attributes);
  const stageIds = inOrder(map.stages).map(([id]) => id);
  const segmentIds = inOrder(map.segments).map(([id]) => id);
  const personaIds = inOrder(map.personas).map(([id]) => id);
  const places: Places = {
    touchpoints: indexOf(touchpointIds),
    transitions: indexOf(transitionIds),
    attributes: indexOf(attributeIds),
    campaigns: indexOf(settings.campaigns),
  };
  const segmentAt = indexOf(segmentIds);
  const stageAt = indexOf(stageIds);
  const needs: Needs = { pass: false, taken: false };
  const access = accessTo(places, needs);
  const readings = segmentIds.map((id) => map.segments[id]!.rule).map(readingsOf(map));
  const indicesOf = (test: (reading: (typeof readings)[number]) => boolean) =>
    readings.flatMap((reading, index) => (test(reading) ? [index] : []));
  const cyclic = new Set<string>();
  const compile = (rule: Parameters<typeof compileRule>[0]) =>
    compileRule(rule, map, access, (id) => cyclic.add(id));

  const campaigns = settings.campaigns.map((id) => ({
    ...campaignTable(map, id),
    stirs: indicesOf((reading) => reading.campaigns.has(id)),
  }));
  const armAt = (campaign: number, variant: string | null) =>
    variant === null ? -1 : campaigns[campaign]!.arms.indexOf(variant);
  const changesOn = (kind: 'lift' | 'emotion', target: string): Change[] =>
    settings.campaigns.flatMap((id, campaign) =>
      inOrder(map.campaigns[id]!.effects).flatMap(([, effect]) => {
        if (effect.kind !== kind) return [];
        const [aim, by] =
          effect.kind === 'lift'
            ? [effect.transition, effect.factor]
            : [effect.touchpoint, effect.change];
        const arm = armAt(campaign, effect.variant);
        // A variant that does not exist has nobody.
        return aim === target && !(effect.variant !== null && arm < 0)
          ? [{ campaign, arm, by }]
          : [];
      }),
    );
  const rowsOf = (bySegment: Readonly<Record<string, { order: string; value: number }>>): Row[] =>
    inOrder(bySegment).flatMap(([id, { value }]) => {
      const segment = segmentAt.get(id);
      return segment === undefined ? [] : [{ segment, value }];
    });
  const wayOf = (id: string, transition: Transition, slot: number): Way => {
    const { delay, when, chance, economics, to } = transition;
    const days = delay.family === 'constant' ? Math.max(0, delay.value) : 0;
    return {
      index: places.transitions.get(id)!,
      slot,
      to: places.touchpoints.get(to)!,
      when: when && compile(when),
      base: chance.base,
      rows: rowsOf(chance.bySegment),
      lifts: changesOn('lift', id),
      delay: delay.family === 'constant' ? null : delayQuantile(delay),
      days,
      mean: delay.family === 'exponential' ? delay.mean : 0,
      money: sumsOf(economics),
    };
  };

  const ways = waysOf(map);
  let slots = 0;
  const spots = touchpointIds.map((id, index): Spot => {
    const touchpoint = map.touchpoints[id]!;
    const isOutcome = touchpoint.kind === 'outcome';
    const all = isOutcome ? [] : (ways.get(id) ?? []);
    const first = slots;
    const [drawn, takers] = [false, true].map((last) =>
      all.filter(([, t]) => t.otherwise === last).map(([key, t]) => wayOf(key, t, slots++)),
    ) as [Way[], Way[]];
    slots += 1;
    const limits = touchpoint.kind === 'decision' ? null : limitsOf(drawn, takers);
    const effects = inOrder(touchpoint.effects).map(([, effect]) => effectOn(map, places, effect));
    const emotions = emotionsOf(map, id, personaIds);
    const touches = settings.campaigns.flatMap((campaignId, campaign): Touch[] => {
      const { touchpoints, segment } = map.campaigns[campaignId]!;
      if (!Object.hasOwn(touchpoints, id)) return [];
      if (segment === null) return [{ campaign, segment: -1 }];
      const at = segmentAt.get(segment);
      return at === undefined ? [] : [{ campaign, segment: at }];
    });
    const money = sumsOf(touchpoint.economics);
    const price = touchpoint.economics.monthlyPrice;
    return {
      index,
      key: keyOfId(id),
      kind: touchpoint.kind,
      stage: touchpoint.stage === null ? -1 : (stageAt.get(touchpoint.stage) ?? -1),
      milestone: touchpoint.milestone === null ? -1 : MILESTONES.indexOf(touchpoint.milestone),
      money,
      effects,
      emotions,
      emotionChanges: emotions ? changesOn('emotion', id) : [],
      touches,
      price,
      stirs: indicesOf((reading) => reading.touchpoints.has(id)),
      // Whoever arrives here is asked for all, as far as they can change.
      watches: indicesOf(
        (reading) =>
          reading.always ||
          reading.touchpoints.has(id) ||
          touches.some(({ campaign }) => reading.campaigns.has(settings.campaigns[campaign]!)) ||
          (touchpoint.kind === 'entry' && !isFixed(reading)),
      ),
      dropOffAfter: touchpoint.dropOffAfter,
      ways: drawn,
      takers,
      first,
      limits,
      rest: limits ? otherwiseOf(limits, drawn, takers) : 0,
      isPlain:
        !money && effects.length === 0 && !emotions && touches.length === 0 && price === null,
    };
  });

  const segments = segmentIds.map((id, index) => ({
    holds: compile({ kind: 'segment', not: false, segment: id }),
    isFixed: isFixed(readings[index]!),
    isVolatile: readings[index]!.always,
  }));
  const isWatchful = needs.pass || needs.taken;
  const personas = personaIds.map((id) => map.personas[id]!);
  const entries = touchpointIds.flatMap((id, spot) => {
    const { kind, weight } = map.touchpoints[id]!;
    return kind === 'entry' ? [{ spot, base: weight.base, rows: rowsOf(weight.bySegment) }] : [];
  });
  return {
    setup,
    touchpointIds,
    transitionIds,
    stageIds,
    segmentIds,
    personaIds,
    attributeIds,
    spots,
    slots: slotsOf(spots, isWatchful),
    entries,
    pickPersona: personas.length > 0 ? pickBy(personas.map(({ share }) => share)) : null,
    pickEntry: entries.every(({ rows }) => rows.length === 0)
      ? pickBy(entries.map(({ base }) => base))
      : null,
    segments,
    campaigns,
    attributes: attributeIds.map((id) => ({
      key: keyOfId(id),
      byDefault: map.attributes[id]!.default,
      byPersona: [...personas, null].map((persona) => {
        const distribution =
          persona && Object.hasOwn(persona.attributes, id) ? persona.attributes[id] : undefined;
        return distribution ? attributeQuantile(distribution) : null;
      }),
    })),
    feels: spots.some(({ emotions }) => emotions !== null),
    needs,
    cyclic,
  };
}

const isFixed = ({ touchpoints, campaigns, always }: Readings) =>
  touchpoints.size === 0 && campaigns.size === 0 && !always;

function campaignTable(map: JourneyMap, id: string): Omit<CampaignTable, 'stirs'> {
  const { controlShare, variants, cost, maxContacts, lastsDays, schedule } = map.campaigns[id]!;
  const arms = inOrder(variants);
  return {
    id,
    key: keyOfId(id),
    controlShare,
    arms: ['control', ...(arms.length > 0 ? arms.map(([variant]) => variant) : ['treated'])],
    pick: pickBy(arms.length > 0 ? arms.map(([, { share }]) => share) : [1]),
    perContact: cost.perContact,
    fixed: cost.fixed,
    maxContacts: maxContacts ?? Infinity,
    lastsDays: lastsDays ?? Infinity,
    isScheduled: scheduleOf({ schedule }),
  };
}

function effectOn(map: JourneyMap, places: Places, effect: Effect): AttributeEffect {
  const attribute = places.attributes.get(effect.attribute);
  if (attribute === undefined) return { attribute: -1, apply: () => undefined };
  const { type } = map.attributes[effect.attribute]!;
  return { attribute, apply: (now) => afterEffect(now, effect, type) };
}

function sumsOf({ costItems, revenue }: Economics): Sums | null {
  const costs = COST_KINDS.map(() => 0);
  for (const [, { kind, amount }] of inOrder(costItems)) costs[COST_KINDS.indexOf(kind)]! += amount;
  const all = [...costs, 0, revenue];
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
function limitsOf(ways: readonly Way[], takers: readonly Way[]): Float64Array | null {
  const isPlain = ways.every(
    ({ when, rows, lifts }) => !when && rows.length === 0 && lifts.length === 0,
  );
  if (!isPlain || (takers[0]?.when ?? null) !== null) return null;
  let sum = 0;
  const limits = Float64Array.from(ways, ({ base }) => (sum += base));
  return sum > 1 ? null : limits;
}

/** Where the rest of 1 goes: *otherwise*, else dropping off; rounding leaves nobody over. */
function otherwiseOf(limits: Float64Array, ways: readonly Way[], takers: readonly Way[]): number {
  if (takers.length > 0) return ways.length;
  const sum = limits[limits.length - 1] ?? 0;
  return restOf(sum) > 0 ? ways.length : ways.findLastIndex(({ base }) => base > 0);
}
