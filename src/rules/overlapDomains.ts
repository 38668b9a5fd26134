import type { AttributeDistribution, JourneyMap } from '../map/schema';
import type { Actual } from './actual';

/** Numbers between two bounds, both included; infinite where there is none. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
}

/** What an attribute can be: listed values, and for a continuous one an interval besides. */
export interface Domain {
  readonly values: readonly Actual[];
  readonly interval: NumberRange | null;
}

/** Where the values of a search come from. */
export interface Domains {
  /** null = anything of the attribute's type. */
  readonly attribute: (id: string) => Domain | null;
  /** null = any persona, or none. */
  readonly persona: string | null;
}

/** Domains that restrict nothing. */
export const anything: Domains = { attribute: () => null, persona: null };

const listed = (...values: readonly Actual[]): Domain => ({ values, interval: null });
const between = (min: number, max: number): Domain => ({ values: [], interval: { min, max } });

/** The values a distribution can give (its support). */
function supportOf(distribution: AttributeDistribution): Domain {
  switch (distribution.family) {
    case 'fixed':
      return listed(distribution.value);
    case 'choice':
      return listed(
        ...distribution.options.filter(({ share }) => share > 0).map(({ value }) => value),
      );
    case 'flag':
      if (distribution.share === 0) return listed(false);
      return distribution.share === 1 ? listed(true) : listed(true, false);
    case 'empirical':
      return listed(...new Set(distribution.values));
    case 'uniform':
    case 'triangular':
    case 'pert':
    case 'beta':
      return between(distribution.min, distribution.max);
    case 'exponential':
    case 'gamma':
    case 'weibull':
    case 'lognormal':
      return between(0, Infinity);
    case 'normal':
      return between(-Infinity, Infinity);
    case 'truncated-normal':
      return between(distribution.min ?? -Infinity, distribution.max ?? Infinity);
  }
}

/**
 * What the attributes of a persona's customers can ever be: what the persona says, else the
 * attribute's default, and whatever an effect sets. Effects that calculate make it anything.
 */
export function domainsOfPersona(
  persona: string,
  map: Pick<JourneyMap, 'attributes' | 'personas' | 'touchpoints'>,
): Domains {
  const set = new Map<string, Set<Actual>>();
  const calculated = new Set<string>();
  for (const { effects } of Object.values(map.touchpoints)) {
    for (const { attribute, operation, value } of Object.values(effects)) {
      if (operation !== 'set') calculated.add(attribute);
      else set.set(attribute, (set.get(attribute) ?? new Set()).add(value));
    }
  }
  const said = Object.hasOwn(map.personas, persona) ? map.personas[persona]?.attributes : {};
  return {
    persona,
    attribute: (id) => {
      if (calculated.has(id)) return null;
      const distribution = said && Object.hasOwn(said, id) ? said[id] : undefined;
      const start = distribution
        ? supportOf(distribution)
        : listed(map.attributes[id]?.default ?? null);
      return { ...start, values: [...start.values, ...(set.get(id) ?? [])] };
    },
  };
}
