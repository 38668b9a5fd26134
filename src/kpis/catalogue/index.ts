// All KPIs of the product, and the definition that an id names.
import type { KpiDefinition } from '../definition';
import { CONVERSION } from './conversion';
import { EXPERIENCE } from './experience';
import { SUBSCRIPTION } from './subscription';
import { VALUE } from './value';

/** Every KPI of the product, by theme. */
export const CATALOGUE = {
  conversion: CONVERSION,
  subscription: SUBSCRIPTION,
  value: VALUE,
  experience: EXPERIENCE,
} as const satisfies Record<string, readonly KpiDefinition[]>;

const byId = new Map(
  Object.values(CATALOGUE)
    .flat<readonly (readonly KpiDefinition[])[]>()
    .map((definition) => [definition.id, definition]),
);

/** The definition a file names, or null for an id of another build. */
export function definitionOf(id: string): KpiDefinition | null {
  return byId.get(id) ?? null;
}
