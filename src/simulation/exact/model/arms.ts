import { sumOf } from '../../../map/basics';
import { inOrder } from '../../../map/records';
import type { JourneyMap, Rule } from '../../../map/schema';
import type { CampaignModel, Lift } from './types';

/** `control`, then the variants or `treated`: as rules name them. */
export function namesOfArms(
  map: JourneyMap,
  campaigns: readonly string[],
): Map<string, readonly string[]> {
  return new Map(
    campaigns.map((id) => {
      const variants = inOrder(map.campaigns[id]!.variants).map(([variant]) => variant);
      return [id, ['control', ...(variants.length > 0 ? variants : ['treated'])]];
    }),
  );
}

/** By transition id; transitions that nothing lifts are absent. */
export function liftsByTransition(
  map: JourneyMap,
  campaigns: readonly string[],
  armNames: ReadonlyMap<string, readonly string[]>,
): Map<string, Lift[]> {
  const found = new Map<string, Lift[]>();
  campaigns.forEach((id, campaign) => {
    for (const [, effect] of inOrder(map.campaigns[id]!.effects)) {
      if (effect.kind !== 'lift') continue;
      const arm = effect.variant === null ? -1 : armNames.get(id)!.indexOf(effect.variant);
      // A variant that does not exist has nobody.
      if (effect.variant !== null && arm < 0) continue;
      const list = found.get(effect.transition) ?? [];
      list.push({ campaign, arm, factor: effect.factor });
      found.set(effect.transition, list);
    }
  });
  return found;
}

/** Chances of the arms. Variants that no effect and no rule distinguishes are one arm. */
export function armsOf(
  map: JourneyMap,
  id: string,
  names: readonly string[],
): CampaignModel['arms'] {
  const { controlShare, variants, effects } = map.campaigns[id]!;
  const shares = inOrder(variants).map(([, { share }]) => share);
  const total = sumOf(shares);
  const chanceOf = (k: number) =>
    shares.length === 0 ? 1 : total > 0 ? shares[k]! / total : 1 / shares.length;
  const isToldApart =
    Object.values(effects).some(({ variant }) => variant !== null) || readsVariant(map, id);
  const treated = names.slice(1).map((name, k) => ({
    name,
    chance: (1 - controlShare) * chanceOf(k),
  }));
  const control = { name: 'control', chance: controlShare };
  return isToldApart
    ? [control, ...treated]
    : [control, { name: treated[0]!.name, chance: 1 - controlShare }];
}

function readsVariant(map: JourneyMap, campaign: string): boolean {
  const reads = (rule: Rule): boolean =>
    rule.kind === 'group'
      ? rule.rules.some(reads)
      : rule.kind === 'arm' &&
        rule.campaign === campaign &&
        rule.arm !== 'control' &&
        rule.arm !== 'treated';
  return (
    Object.values(map.segments).some(({ rule }) => reads(rule)) ||
    Object.values(map.transitions).some(({ when }) => when !== null && reads(when))
  );
}
