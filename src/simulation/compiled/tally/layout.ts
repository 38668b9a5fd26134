import { inOrder } from '../../../map/records';
import { MILESTONES } from '../../../map/schema';
import { END_KINDS } from '../../results';
import type { Tables } from '../tables';
import { MONEY_KINDS } from '../../setup';

export { END_KINDS as ENDS };

/** Bins of a histogram of times: 1/8 of an octave wide from 21 seconds to 2,000 years; bin 0 = less. */
export const BINS = 256;

/** Batches of a run (docs/simulation.md, "Intervals"); fewer where a map is very large. */
const BATCHES = 40;
const FEW_BATCHES = 10;
const LARGE_MAP = 5_000;

/**
 * Sums every group has besides its money: days paid, squares of the contribution, and the value (the
 * contribution before acquisition costs) of everybody and of the acquired.
 */
export const GROUP_EXTRAS = [
  'payingDays',
  'contributionSquares',
  'discountedSquares',
  'clv',
  'clvSquares',
  'clvAcquired',
  'clvAcquiredSquares',
  'clvDiscounted',
  'clvDiscountedSquares',
  'clvDiscountedAcquired',
  'clvDiscountedAcquiredSquares',
] as const;

/** A KPI's span from one touchpoint to another; −1 = from arrival, to any outcome. */
export interface Span {
  readonly kpi: string;
  readonly from: number;
  readonly to: number;
  /** Days the customer has for it. */
  readonly within: number;
}

/** Where each number stands in a tally's arrays. */
export interface Layout {
  readonly batches: number;
  readonly personas: number;
  readonly segments: number;
  readonly touchpoints: number;
  readonly transitions: number;
  readonly stages: number;
  /** First arm of each campaign among all arms. */
  readonly firstArm: readonly number[];
  readonly arms: number;
  readonly outcomes: readonly number[];
  readonly spans: readonly Span[];
  /** Counts of one group: customers, ends, milestones, then per touchpoint, transition, stage reached and gone on from. */
  readonly group: Readonly<
    Record<
      | 'customers'
      | 'ends'
      | 'milestones'
      | 'visits'
      | 'reached'
      | 'dropOffs'
      | 'taken'
      | 'stages'
      | 'advanced'
      | 'size',
      number
    >
  >;
  readonly counts: Readonly<Record<CountBlock | 'size', number>>;
  readonly groupSums: number;
  readonly sums: Readonly<Record<SumBlock | 'size', number>>;
}

/** Blocks of exact counts. */
type CountBlock =
  | 'groups'
  | 'entries'
  | 'arrivals'
  | 'left'
  | 'noRule'
  | 'waiting'
  | 'felt'
  | 'dwell'
  | 'stageTimes'
  | 'arms'
  | 'flows'
  | 'flowArrivals'
  | 'convertedAt'
  | 'contactChain'
  | 'spans'
  | 'effectRefused'
  | 'chancesOverOne'
  | 'noEntryWeight';

/** Blocks of exact sums of money and days. */
type SumBlock = 'groups' | 'dwell' | 'days' | 'emotion' | 'stageTimes' | 'arms' | 'spans';

/** Counts of one arm before its outcomes: customers, targeted, contacted, contacts, milestones. */
export const ARM_HEAD = 4 + MILESTONES.length;

/** Depends on the map and the scenario alone, so that tallies of different ranges have the same layout. */
export function layoutOf(tables: Tables): Layout {
  const { map, scenario } = tables.setup;
  const T = tables.touchpointIds.length;
  const R = tables.transitionIds.length;
  const S = tables.stageIds.length;
  const C = tables.campaigns.length;
  const isLarge = T + R > LARGE_MAP;
  const batches = Math.min(isLarge ? FEW_BATCHES : BATCHES, scenario.customers);
  const personas = tables.personaIds.length;
  const segments = tables.segmentIds.length;
  const groups = batches + personas + segments;
  const firstArm: number[] = [];
  let arms = 0;
  for (const campaign of tables.campaigns) {
    firstArm.push(arms);
    arms += campaign.arms.length;
  }
  const outcomes = tables.touchpoints
    .filter(({ kind }) => kind === 'outcome')
    .map(({ index }) => index);
  const spans = spansOf(tables);
  const group = offsets({
    customers: 1,
    ends: END_KINDS.length,
    milestones: MILESTONES.length,
    visits: T,
    reached: T,
    dropOffs: T,
    taken: R,
    stages: S,
    advanced: S,
  });
  const groupSums = 2 * MONEY_KINDS + GROUP_EXTRAS.length;
  return {
    batches,
    personas,
    segments,
    touchpoints: T,
    transitions: R,
    stages: S,
    firstArm,
    arms,
    outcomes,
    spans,
    group,
    counts: offsets({
      groups: groups * group.size,
      entries: T,
      arrivals: T,
      left: T,
      noRule: T,
      waiting: T,
      felt: T,
      dwell: T * BINS,
      stageTimes: S * BINS,
      arms: arms * (ARM_HEAD + outcomes.length),
      flows: R,
      flowArrivals: T,
      convertedAt: T,
      contactChain: (C + 1) * (C + 2),
      spans: spans.length * (2 + BINS),
      effectRefused: T,
      chancesOverOne: T,
      noEntryWeight: 1,
    }),
    groupSums,
    sums: offsets({
      groups: groups * groupSums,
      dwell: 2 * T,
      days: T,
      emotion: T,
      stageTimes: 2 * S,
      arms: 2 * arms,
      spans: 2 * spans.length,
    }),
  };

  function spansOf({ touchpointIds }: Tables): Span[] {
    const at = (id: string | null) => (id === null ? -1 : touchpointIds.indexOf(id));
    return inOrder(map.kpis).flatMap(([kpi, { params }]) => {
      const { from, to, period } = params;
      const isMissing = [from, to].some((id) => id !== null && !Object.hasOwn(map.touchpoints, id));
      if ((from === null && to === null) || isMissing) return [];
      return [{ kpi, from: at(from), to: at(to), within: period ?? Infinity }];
    });
  }
}

/** Blocks one after another: where each begins, and the size of all. */
function offsets<Name extends string>(
  sizes: Record<Name, number>,
): Readonly<Record<Name | 'size', number>> {
  let size = 0;
  const starts = Object.entries<number>(sizes).map(([name, length]): [string, number] => {
    const start = size;
    size += length;
    return [name, start];
  });
  // The names are those of `sizes`.
  return Object.fromEntries([...starts, ['size', size]]) as Record<Name | 'size', number>;
}
