import { inOrder, restOf } from '../../map/records';
import type { JourneyMap, Transition } from '../../map/schema';
import type { Customer } from './customer';
import { CLOCK_TOLERANCE } from '../clock';

/** A chance with everything it was computed from. */
export interface ExplainedChance {
  readonly transition: string;
  /** Does its rule hold now? */
  readonly isOpen: boolean;
  readonly otherwise: boolean;
  /** From the row of `segment`, or the base where no row matched. */
  readonly written: number;
  readonly segment: string | null;
  readonly factors: readonly { readonly campaign: string; readonly factor: number }[];
  /** The chance after campaigns and scaling; 0 where the rule does not hold. */
  readonly chance: number;
}

/** The chances out of a touchpoint as they are for one customer. */
export interface Chances {
  /** In the order they are tried, *otherwise* last. */
  readonly transitions: readonly ExplainedChance[];
  /** What is left of 1 for dropping off here. */
  readonly dropOff: number;
}

type Entry = readonly [string, Transition];

/** Transitions out of each touchpoint in their order, those marked *otherwise* last. */
export function transitionsFromEach(map: JourneyMap): ReadonlyMap<string, readonly Entry[]> {
  const transitions = new Map(
    Object.keys(map.touchpoints).map((id): [string, Entry[]] => [id, []]),
  );
  const all = inOrder(map.transitions);
  for (const isLast of [false, true]) {
    for (const entry of all) {
      const { from, to, otherwise } = entry[1];
      if (otherwise === isLast && Object.hasOwn(map.touchpoints, to))
        transitions.get(from)?.push(entry);
    }
  }
  return transitions;
}

/** Those out of one touchpoint. */
export function transitionsFrom(map: JourneyMap, touchpoint: string): readonly Entry[] {
  return transitionsFromEach(map).get(touchpoint) ?? [];
}

/**
 * The chances at a touchpoint that is no decision: written ones, times the factors of lifting
 * campaigns. Growth comes first from what is left of 1, then in proportion from the unlifted; only
 * lifted chances that alone exceed 1 are scaled.
 */
export function chancesAt(
  customer: Customer,
  transitions: readonly Entry[],
  isOpen: (transition: string) => boolean,
): Chances {
  const rows = transitions.map(([id, transition]) => {
    const open = isOpen(id);
    const { value, segment } = written(customer, transition);
    const factors = factorsOn(customer, id);
    const factor = factors.reduce((product, each) => product * each.factor, 1);
    return { id, open, otherwise: transition.otherwise, value, segment, factors, factor };
  });
  const shared = rows.filter(({ open, otherwise }) => open && !otherwise);
  let lifted = 0;
  let unlifted = 0;
  for (const { factor, value } of shared) {
    if (factor === 1) unlifted += value;
    else lifted += value * factor;
  }
  const isOver = lifted + unlifted > 1;
  const liftedScale = isOver && lifted > 1 ? 1 / lifted : 1;
  const unliftedScale = isOver ? (lifted >= 1 ? 0 : (1 - lifted) / unlifted) : 1;
  const chanceOf = ({ factor, value }: (typeof rows)[number]) =>
    factor === 1 ? value * unliftedScale : value * factor * liftedScale;

  const left = restOf(shared.reduce((sum, row) => sum + chanceOf(row), 0));
  const fallback = rows.find(({ open, otherwise }) => open && otherwise);
  return {
    transitions: rows.map((row) => ({
      transition: row.id,
      isOpen: row.open,
      otherwise: row.otherwise,
      written: row.otherwise ? 0 : row.value,
      segment: row.otherwise ? null : row.segment,
      factors: row.otherwise ? [] : row.factors,
      chance: row === fallback ? left : row.open && !row.otherwise ? chanceOf(row) : 0,
    })),
    dropOff: fallback ? 0 : left,
  };
}

/** The first transition whose share of 1 the draw falls into, cumulative in order; null = the rest. */
export function pickTransition({ transitions }: Chances, u: number): string | null {
  let sum = 0;
  for (const { transition, chance, isOpen, otherwise } of transitions) {
    if (!isOpen || otherwise) continue;
    sum += chance;
    if (u < sum) return transition;
  }
  const fallback = transitions.find(({ isOpen, otherwise }) => isOpen && otherwise);
  if (fallback) return fallback.transition;
  // A rounding error belongs to the last transition with a chance.
  if (restOf(sum) > 0) return null;
  return transitions.findLast(({ chance }) => chance > 0)?.transition ?? null;
}

function written(
  customer: Customer,
  { chance }: Transition,
): { value: number; segment: string | null } {
  for (const [segment, { value }] of inOrder(chance.bySegment)) {
    if (customer.isMember(segment)) return { value, segment };
  }
  return { value: chance.base, segment: null };
}

/** Is a contact of the campaign at work now? */
export function isActing(customer: Customer, campaign: string): boolean {
  const contact = customer.campaigns.get(campaign);
  if (!contact || contact.contacts === 0) return false;
  const { lastsDays } = customer.map.campaigns[campaign]!;
  return lastsDays === null || customer.clock - contact.last <= lastsDays + CLOCK_TOLERANCE;
}

function factorsOn(customer: Customer, transition: string): { campaign: string; factor: number }[] {
  return customer.setup.settings.campaigns.flatMap((campaign) => {
    if (!isActing(customer, campaign)) return [];
    const arm = customer.arm(campaign);
    return inOrder(customer.map.campaigns[campaign]!.effects).flatMap(([, effect]) =>
      effect.kind === 'lift' &&
      effect.transition === transition &&
      (effect.variant === null || effect.variant === arm)
        ? [{ campaign, factor: effect.factor }]
        : [],
    );
  });
}
