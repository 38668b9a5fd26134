import { placeById } from '../../../map/basics';
import { sortedIds, inOrder } from '../../../map/records';
import type { AttributeValue, JourneyMap, Rule } from '../../../map/schema';
import { compileRule, segmentGraphOf } from '../../../rules';
import { attributeQuantile, type IdKey, keyOfId, pickBy, type Quantile } from '../../chance';
import { type RunSetup, scheduleOf } from '../../setup';
import { accessTo, type Needs, type Places } from './access';
import { type BranchTables, branchTablesOf } from './branches';
import { dependentsOf, isFixed, ruleDependenciesOf } from './dependencies';
import { touchpointTablesOf } from './touchpointTables';
import type { CampaignTable, SegmentRow, CustomerTest, TouchpointTable } from './types';

/** How an attribute is drawn. */
export interface AttributeTable {
  readonly key: IdKey;
  readonly byDefault: AttributeValue | null;
  /** By persona, the last for none. */
  readonly byPersona: readonly (Quantile<AttributeValue> | null)[];
}

/** A segment's rule and when its answer may change. */
export interface SegmentTable {
  readonly holds: CustomerTest;
  /** Segments that its rule names: they are read before it. */
  readonly reads: readonly number[];
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
  readonly touchpoints: readonly TouchpointTable[];
  readonly branches: BranchTables;
  readonly entries: readonly {
    readonly touchpoint: number;
    readonly base: number;
    readonly rows: readonly SegmentRow[];
  }[];
  readonly pickPersona: Quantile<number> | null;
  /** Set where no entry weight depends on the customer. */
  readonly pickEntry: Quantile<number> | null;
  readonly segments: readonly SegmentTable[];
  /** Segments to read on every arrival; each touchpoint lists the others. */
  readonly alwaysWatched: readonly number[];
  readonly campaigns: readonly CampaignTable[];
  readonly attributes: readonly AttributeTable[];
  /** Some touchpoint says how it feels. */
  readonly hasEmotions: boolean;
  /** Which counts are read at all. */
  readonly needs: Readonly<Needs>;
  /** Segments whose rules lead back to themselves. */
  readonly cyclic: ReadonlySet<string>;
}

/** A set-up run as tables. */
export function compileTables(setup: RunSetup): Tables {
  const { map, settings } = setup;
  const touchpointIds = sortedIds(map.touchpoints);
  const transitionIds = sortedIds(map.transitions);
  const attributeIds = sortedIds(map.attributes);
  const stageIds = inOrder(map.stages).map(([id]) => id);
  const segmentIds = inOrder(map.segments).map(([id]) => id);
  const personaIds = inOrder(map.personas).map(([id]) => id);
  const places: Places = {
    touchpoints: placeById(touchpointIds),
    transitions: placeById(transitionIds),
    attributes: placeById(attributeIds),
    campaigns: placeById(settings.campaigns),
  };
  const segmentAt = placeById(segmentIds);
  const needs: Needs = { pass: false, taken: false };
  const access = accessTo(places, segmentAt, needs);
  const bySegment = segmentIds.map((id) => map.segments[id]!.rule).map(ruleDependenciesOf(map));
  const dependents = dependentsOf(bySegment);
  const compile = (rule: Rule, within: string | null = null) =>
    compileRule(rule, map, access, within);

  const campaigns = settings.campaigns.map((id) => ({
    ...campaignTable(map, id),
    invalidates: dependents.byCampaign.get(id) ?? [],
  }));
  const rowsOf = (
    bySegment: Readonly<Record<string, { order: string; value: number }>>,
  ): SegmentRow[] =>
    inOrder(bySegment).flatMap(([id, { value }]) => {
      const segment = segmentAt.get(id);
      return segment === undefined ? [] : [{ segment, value }];
    });
  const touchpoints = touchpointTablesOf({
    map,
    acting: settings.campaigns,
    places,
    touchpointIds,
    personaIds,
    stageAt: placeById(stageIds),
    segmentAt,
    campaigns,
    dependents,
    rowsOf,
    compile,
  });

  const graph = segmentGraphOf(map);
  const segments = segmentIds.map((id, index) => ({
    holds: compile(map.segments[id]!.rule, id),
    reads: graph.readBy(id).map((other) => segmentAt.get(other)!),
    isFixed: isFixed(bySegment[index]!),
    isVolatile: bySegment[index]!.always,
  }));
  const countsPasses = needs.pass || needs.taken;
  const personas = personaIds.map((id) => map.personas[id]!);
  const entries = touchpointIds.flatMap((id, touchpoint) => {
    const { kind, weight } = map.touchpoints[id]!;
    return kind === 'entry'
      ? [{ touchpoint, base: weight.base, rows: rowsOf(weight.bySegment) }]
      : [];
  });
  return {
    setup,
    touchpointIds,
    transitionIds,
    stageIds,
    segmentIds,
    personaIds,
    attributeIds,
    touchpoints,
    branches: branchTablesOf(touchpoints, countsPasses || dependents.always.length > 0),
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
    hasEmotions: touchpoints.some(({ emotions }) => emotions !== null),
    needs,
    alwaysWatched: dependents.always,
    cyclic: graph.cyclic,
  };
}

function campaignTable(map: JourneyMap, id: string): Omit<CampaignTable, 'invalidates'> {
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
