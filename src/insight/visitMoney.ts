import { contributionOf, costOfVisit, planRevenueOf } from '../map/records';
import type { JourneyMap } from '../map/schema';

/** The plan price once a touchpoint has been entered. */
export function priceAfter(map: JourneyMap, touchpoint: string, price: number): number {
  return map.touchpoints[touchpoint]?.economics.monthlyPrice ?? price;
}

/** What a visit brings: margin on revenue and on the plan price during the wait, less its costs. */
export function contributionOfVisit(
  map: JourneyMap,
  touchpoint: string,
  price: number,
  days: number,
): number {
  const economics = map.touchpoints[touchpoint]?.economics;
  if (!economics) return 0;
  const planRevenue = planRevenueOf(price, days);
  const { grossMargin } = map.market;
  return contributionOf(economics.revenue, planRevenue, costOfVisit(economics), grossMargin);
}
