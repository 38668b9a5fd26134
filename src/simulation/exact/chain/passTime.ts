import { planRevenueOf } from '../../../map/records';
import { type ExactModel, FORGOTTEN, type Memory, NotExact, type TransitionModel } from '../model';

/** Times that differ by less are one time. */
export const rounded = (x: number) => Math.round(x * 1e9) / 1e9;

/** Plan price of a situation; in a model that keeps its source, the source's own. */
export function priceOf(model: ExactModel, memory: Memory): number {
  const { at, options, touchpoints } = model;
  if (at.price < 0) return 0;
  const kept = memory[at.price]!;
  if (!options.priceSource) return kept === FORGOTTEN ? 0 : kept;
  return kept <= 0 ? 0 : touchpoints[kept - 1]!.price!;
}

/** Lets `days` pass (null = a time that varies) on a transition, for what a state remembers. */
export function passTime(
  model: ExactModel,
  memory: Memory,
  days: number | null,
  transition: TransitionModel,
  needed: Uint8Array,
): void {
  if (days === 0) return;
  const { at, caps, variables, campaigns } = model;
  const advance = (k: number, by: number | null) => {
    if (k < 0 || needed[k] === 0 || memory[k] === FORGOTTEN) return;
    const cap = caps[k]!;
    if (memory[k]! >= cap) return;
    if (by === null) {
      const { because } = variables.all[k]!;
      throw new NotExact(
        'wait-before-clock',
        { collection: 'transitions', id: transition.id },
        { because },
      );
    }
    memory[k] = Math.min(cap, rounded(memory[k]! + by));
  };
  advance(at.clock, days);
  advance(at.days, days);
  if (at.revenue >= 0) {
    const price = priceOf(model, memory);
    if (price !== 0) advance(at.revenue, days === null ? null : planRevenueOf(price, days));
  }
  for (const { age, contacts } of campaigns) {
    if (age >= 0 && memory[contacts]! > 0) advance(age, days);
  }
}
