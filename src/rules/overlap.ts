import type { JourneyMap, Rule } from '../map/schema';
import { anything, type Domains, domainsOfPersona } from './overlapDomains';
import { type Budget, search, type OverlapVerdict, type Wanted } from './overlapSearch';

export type { Budget, OverlapVerdict, Wanted } from './overlapSearch';

type Scope = Pick<JourneyMap, 'segments' | 'attributes'>;
type PersonaScope = Scope & Pick<JourneyMap, 'personas' | 'touchpoints'>;

/**
 * Can a customer be thought of for whom every one of these rules holds, or fails, as wanted?
 *
 * Each attribute, count and draw is looked at by itself: a finite set of values that stands for all
 * of them is tried on every clause about it, with the very tests the engines use. `no` is a proof, as
 * long as attributes hold values of their declared type. `yes` names a customer who exists on
 * paper: whether a journey makes one (two counts that exclude each other, say) is not asked.
 * `unknown` where no finite set distinguishes the values, or the search grew too long.
 */
export function canHoldTogether(
  wanted: readonly Wanted[],
  map: Scope,
  budget?: Budget,
): OverlapVerdict {
  return search(wanted, map, anything, budget);
}

/** Is there anybody for whom the rule holds? */
export function satisfiable(rule: Rule, map: Scope, budget?: Budget): OverlapVerdict {
  return canHoldTogether([{ rule, holds: true }], map, budget);
}

/** Is there anybody for whom both rules hold? */
export function canBothHold(a: Rule, b: Rule, map: Scope, budget?: Budget): OverlapVerdict {
  return canHoldTogether(
    [
      { rule: a, holds: true },
      { rule: b, holds: true },
    ],
    map,
    budget,
  );
}

/** As `personaCanSatisfy`, for several rules, with what effects can change read only once. */
export function personaJudge(
  persona: string,
  map: PersonaScope,
): (rule: Rule, budget?: Budget) => OverlapVerdict {
  const domains: Domains = domainsOfPersona(persona, map);
  return (rule, budget) => search([{ rule, holds: true }], map, domains, budget);
}

/**
 * Can a customer of the persona come to satisfy the rule, at some time of some walk? Their attributes
 * begin in the support of the persona's distributions; effects of touchpoints may change them.
 */
export function personaCanSatisfy(
  persona: string,
  rule: Rule,
  map: PersonaScope,
  budget?: Budget,
): OverlapVerdict {
  return personaJudge(persona, map)(rule, budget);
}
