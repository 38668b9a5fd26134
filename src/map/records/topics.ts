import { perObject } from '../memo';
import type { JourneyMap, Transition } from '../schema';

/** The parts of a map that say what it speaks of. */
type Spoken = Pick<
  JourneyMap,
  'touchpoints' | 'transitions' | 'campaigns' | 'market' | 'scenarios'
>;

/**
 * Does anything on the map, or in one of its scenarios, cost or earn? Where nothing does, a figure in money
 * is 0 whatever happens and says nothing: no screen and no command shows one.
 */
export function hasMoney({
  touchpoints,
  transitions,
  campaigns,
  market,
  scenarios,
}: Spoken): boolean {
  return (
    market.fixedCostPerMonth !== 0 ||
    Object.values(campaigns).some(({ cost }) => cost.fixed !== 0 || cost.perContact !== 0) ||
    isPaidFor(touchpoints) ||
    isPaidFor(transitions) ||
    overridesOf(scenarios, MONEY)
  );
}

/**
 * Does anything on the map, or in one of its scenarios, take time? Where nothing does, every walk is over
 * on the day it begins: durations, dates and months say nothing.
 */
export function hasTime({
  touchpoints,
  transitions,
  scenarios,
}: Pick<Spoken, 'touchpoints' | 'transitions' | 'scenarios'>): boolean {
  return takesTime(transitions) || isLeftLate(touchpoints) || overridesOf(scenarios, TIME);
}

type Paid = JourneyMap['touchpoints'] | JourneyMap['transitions'];

/** Asked of all records at every letter typed, so computed once per state of the table. */
const isPaidFor = perObject((table: Paid): boolean => {
  for (const id in table) {
    const economics = table[id]?.economics;
    if (!economics) continue;
    if (economics.revenue !== 0) return true;
    if ('monthlyPrice' in economics && economics.monthlyPrice) return true;
    for (const item in economics.costItems) {
      if (economics.costItems[item]?.amount !== 0) return true;
    }
  }
  return false;
});

const takesTime = perObject((transitions: JourneyMap['transitions']): boolean => {
  for (const id in transitions) {
    const delay = transitions[id]?.delay;
    if (delay && !isNothing(delay)) return true;
  }
  return false;
});

/** A delay that is always 0. */
function isNothing(delay: Transition['delay']): boolean {
  if (delay.family === 'constant') return delay.value === 0;
  return delay.family === 'empirical' && delay.values.every((value) => value === 0);
}

const isLeftLate = perObject((touchpoints: JourneyMap['touchpoints']): boolean => {
  for (const id in touchpoints) if (touchpoints[id]?.dropOffAfter) return true;
  return false;
});

/** Where a scenario can write an amount, and where a duration. */
const MONEY = /^\/(economics|cost)\//;
const TIME = /^\/(delay\/|dropOffAfter$)/;

function overridesOf(scenarios: JourneyMap['scenarios'], path: RegExp): boolean {
  return Object.values(scenarios).some(({ overrides }) =>
    Object.values(overrides).some((each) => each.value !== 0 && path.test(each.path)),
  );
}
