import { contributionOf, dailyPrice } from '../../../map/records';
import { stream } from '../model';
import type { Endless } from './endless';
import type { Objective } from './objective';
import { CAMPAIGN_COST } from '../../setup';

/** One linear KPI on the chain: rewards on arcs, on dropping off, and on the first entry. */
export interface Functional {
  readonly discounted: boolean;
  readonly arc: (state: number, arc: number) => number;
  readonly drop: (state: number) => number;
  readonly start: (state: number, entryEvent: number) => number;
  /** What 1 of revenue, of acquisition cost and of other cost adds. */
  readonly revenue: number;
  readonly acquisition: number;
  readonly other: number;
}

/** The linear KPI of an objective; CLV is a quotient of two. */
export function functionalOf(
  endless: Endless,
  target: Exclude<Objective, { kind: 'clv' }>,
): Functional {
  const { chain } = endless;
  const { touchpoints, waits, setup } = chain.model;
  const nothing = {
    discounted: false,
    drop: () => 0,
    revenue: 0,
    acquisition: 0,
    other: 0,
  };
  switch (target.kind) {
    case 'outcome':
    case 'visits': {
      const isThere = (state: number) =>
        Number(touchpoints[chain.touchpoint[state]!]!.id === target.id);
      const { counting } = setup.settings;
      const begins =
        target.kind === 'outcome' || counting === 'start' ? 1 : counting === 'end' ? 0 : 0.5;
      return {
        ...nothing,
        arc: (_, a) => isThere(chain.target[a]!),
        start: (state) => begins * isThere(state),
      };
    }
    case 'acquired': {
      const isFirst = (entryEvent: number) => Number(chain.entryEvents[entryEvent]!.acquired);
      return {
        ...nothing,
        arc: (_, a) => isFirst(chain.entryEvent[a]!),
        start: (_, entryEvent) => isFirst(entryEvent),
      };
    }
    case 'time':
      return {
        ...nothing,
        arc: (_, a) => waits[chain.wait[a]!]!.mean,
        drop: (s) => touchpoints[chain.touchpoint[s]!]!.dropOffAfter,
        start: () => 0,
      };
    case 'contribution':
      return valueOf(endless, target.discounted, true);
  }
}

/** Contribution, with or without what acquisition costs. */
export function valueOf(
  endless: Endless,
  discounted: boolean,
  withAcquisition: boolean,
): Functional {
  const { chain } = endless;
  const { touchpoints, moneyOf, setup } = chain.model;
  const { grossMargin: margin, counting } = setup.settings;
  const force = discounted ? endless.force : 0;
  const valued = ({
    costs,
    revenue,
  }: {
    readonly costs: readonly number[];
    readonly revenue: number;
  }) => {
    let spent = 0;
    for (let kind = withAcquisition ? 0 : 1; kind < CAMPAIGN_COST; kind += 1) spent += costs[kind]!;
    return contributionOf(revenue, 0, spent, margin);
  };
  const daily = (s: number) => margin * dailyPrice(chain.price[s]!);
  const contact = (entryEvent: number) => chain.entryEvents[entryEvent]!.contactCost;
  const begins = counting === 'start' ? 1 : counting === 'end' ? 0 : 0.5;
  return {
    discounted: force !== 0,
    revenue: margin,
    acquisition: withAcquisition ? -1 : 0,
    other: -1,
    arc: (s, a) => {
      const w = chain.wait[a]!;
      const booked =
        valued(moneyOf[chain.transition[a]!]!) +
        valued(touchpoints[chain.touchpoint[chain.target[a]!]!]!.money) -
        contact(chain.entryEvent[a]!);
      return daily(s) * waitWorth(endless, w, force) + shrunk(endless, w, force) * booked;
    },
    drop: (s) => daily(s) * stream(force, touchpoints[chain.touchpoint[s]!]!.dropOffAfter),
    start: (state, entryEvent) =>
      begins * valued(touchpoints[chain.touchpoint[state]!]!.money) - contact(entryEvent),
  };
}

const shrunk = ({ laplace }: Endless, wait: number, force: number) =>
  force === 0 ? 1 : laplace[wait]!;

/** Days of a wait, discounted to its beginning. */
export function waitWorth(endless: Endless, wait: number, force: number): number {
  return force === 0 ? endless.chain.model.waits[wait]!.mean : (1 - endless.laplace[wait]!) / force;
}
