import { type CanTake, loops } from '../machine';
import type { CheckContext } from './context';

/** Groups of touchpoints one can come back to, everything in journey order. */
export function cyclesInOrder({ map, touchpoints }: CheckContext, canTake?: CanTake): string[][] {
  const order = new Map(touchpoints.map(([id], index) => [id, index]));
  const place = (id: string | undefined) => order.get(id ?? '') ?? 0;
  return loops(map, canTake)
    .map((members) => members.sort((a, b) => place(a) - place(b)))
    .sort(([a], [b]) => place(a) - place(b));
}
