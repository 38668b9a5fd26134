import { contributionMetric, goalMetric, PROFIT_ARRIVALS } from '../../kpis';
import { hasMoney } from '../../map/records';
import type { Estimate } from '../../simulation';
import { difference } from '../../simulation';
import { sureSign } from '../figures';
import { type Inquiry, type Method, methodOf } from '../inquiry';
import { goalChange } from '../levers';
import type { Computed } from '../live';
import { type Yardstick, yardstickOf } from '../yardstick';

/**
 * What a campaign brings, per `PROFIT_ARRIVALS` arrivals; for one that acts already, what it brought. On a map without
 * money it costs nothing, and what it brings is a share of all customers: those it leads to the goal.
 */
export interface CampaignAnswer {
  readonly campaign: string;
  readonly method: Method;
  /** It acts in the run itself. */
  readonly isOn: boolean;
  /** What it adds before its own cost. */
  readonly gain: number;
  /** Contacts and fixed cost. */
  readonly cost: number;
  /** Gain − cost, with its interval. */
  readonly net: Estimate;
}

/** Compares the map with a campaign switched on and off. Rejects with the signal's reason. */
export async function weighCampaign(
  inquiry: Inquiry,
  campaign: string,
  signal: AbortSignal,
): Promise<CampaignAnswer> {
  const { map, run, scenario } = inquiry;
  const isOn = run.settings.campaigns.includes(campaign);
  const switched = { ...scenario, campaigns: { ...scenario.campaigns, [campaign]: !isOn } };
  const asIs = await inquiry.computed();
  const other = asIs && (await inquiry.compute(map, switched));
  if (asIs && other) {
    const pair: readonly [Computed, Computed] = isOn ? [other, asIs] : [asIs, other];
    return { campaign, isOn, ...solvedWorth(yardstickOf(map), ...pair) };
  }
  signal.throwIfAborted();
  return { campaign, isOn, ...(await sampledWorth(inquiry, switched, isOn, signal)) };
}

/** What costs nothing is worth what it brings. */
const free = (net: Estimate) => ({ gain: net.value, cost: 0, net });

type Worth = Pick<CampaignAnswer, 'method' | 'gain' | 'cost' | 'net'>;

function solvedWorth(yardstick: Yardstick, without: Computed, having: Computed): Worth {
  const method = methodOf(without) === 'exact' && methodOf(having) === 'exact' ? 'exact' : 'grid';
  if (yardstick === 'goal') return { method, ...free(goalChange(without, having)) };
  const value = having.profit.value - without.profit.value;
  const cost = having.contacts - without.contacts + having.fixed - without.fixed;
  // The two are off in the same way: what is left is twice what a finer grid changed in the difference.
  const error = 2 * Math.abs(having.drift - without.drift);
  return {
    method,
    gain: value + cost,
    cost,
    net: { value, interval: [value - error, value + error] },
  };
}

async function sampledWorth(
  inquiry: Inquiry,
  switched: Inquiry['scenario'],
  isOn: boolean,
  signal: AbortSignal,
): Promise<Worth> {
  const { map, customers } = inquiry;
  const asIs = await inquiry.baseline(signal);
  const other = await inquiry.sample(map, switched, signal);
  const [without, having] = isOn ? [other, asIs] : [asIs, other];
  if (!hasMoney(map)) {
    return { method: 'sampled', ...free(difference(without, having, goalMetric(map))) };
  }
  const metric = contributionMetric(map.market.grossMargin, true);
  const { value, interval } = difference(without, having, metric);
  const fixed = having.campaignFixedCost - without.campaignFixedCost;
  const campaignCost = ({ total }: typeof having) => total.money.discounted.cost.campaign;
  const contacts = ((campaignCost(having) - campaignCost(without)) / customers) * PROFIT_ARRIVALS;
  const net = (each: number) => each * PROFIT_ARRIVALS - fixed;
  return {
    method: 'sampled',
    gain: value * PROFIT_ARRIVALS + contacts,
    cost: contacts + fixed,
    net: { value: net(value), interval: interval && [net(interval[0]), net(interval[1])] },
  };
}

/** The campaign that brings most first. */
export const byNet = (a: CampaignAnswer, b: CampaignAnswer): number => b.net.value - a.net.value;

/** What a campaign's figures come to, in one word. */
export type CampaignReading = 'nothing' | 'unsure' | 'costs' | 'buys' | 'pays';

/** `buys` = it makes good the whole `loss` (≥ 0, per `PROFIT_ARRIVALS` arrivals). */
export function campaignReading({ net, cost }: CampaignAnswer, loss: number): CampaignReading {
  if (net.value === 0 && cost === 0) return 'nothing';
  const sign = sureSign(net);
  if (sign === null) return 'unsure';
  if (sign < 0) return 'costs';
  return loss > 0 && net.value >= loss ? 'buys' : 'pays';
}
