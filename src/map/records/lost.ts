import type { Touchpoint } from '../schema';

/**
 * Is a customer lost who comes to this touchpoint: is it an outcome that is a loss, or where they cancel? Whoever goes
 * there has not gone on, in whichever stage it stands.
 */
export function isLost({
  kind,
  outcome,
  milestone,
}: Pick<Touchpoint, 'kind' | 'outcome' | 'milestone'>): boolean {
  return (kind === 'outcome' && outcome === 'loss') || milestone === 'cancelled';
}
