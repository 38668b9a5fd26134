import type { JourneyMap } from '../map/schema';

/** The plan price once a touchpoint has been entered. */
export function priceAfter(map: JourneyMap, touchpoint: string, price: number): number {
  return map.touchpoints[touchpoint]?.economics.monthlyPrice ?? price;
}

/** What a visit brings: margin on revenue and on the plan price while she waits, less its costs. */
export function contributionOfVisit(
  map: JourneyMap,
  touchpoint: string,
  price: number,
  days: number,
): number {
  const economics = map.touchpoints[touchpoint]?.economics;
  if (!economics) return 0;
  const cost = Object.values(economics.costItems).reduce((sum, { amount }) => sum + amount, 0);
  const accrued = (price * 12 * days) / 365;
  return map.market.grossMargin * (economics.revenue + accrued) - cost;
}
