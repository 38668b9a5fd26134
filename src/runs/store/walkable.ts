import type { JourneyMap } from '../../map/schema';

/** Is there somewhere to arrive, and somewhere to end? Without both a run says nothing. */
export function canBeWalked({ touchpoints }: Pick<JourneyMap, 'touchpoints'>): boolean {
  const kinds = new Set<string>();
  for (const id in touchpoints) kinds.add(touchpoints[id]?.kind ?? '');
  return kinds.has('entry') && kinds.has('outcome');
}
