import type { JourneyMap } from '../../src/map/schema';
import { chainMap, idOf } from '../simulation/support/chain';
import { BENCHMARK } from '../simulation/support/oracleMaps';

export const ROWS = BENCHMARK.rows;

export const CHAIN = chainMap(BENCHMARK.names, ROWS, { days: 0 });

/** The same with an exponential wait on every transition and a cost at every state. */
export const PAID_CHAIN = withWaits(
  chainMap(BENCHMARK.names, ROWS, {
    economics: Object.fromEntries(BENCHMARK.names.map((name) => [name, { cost: 1.5 }])),
  }),
);

function withWaits(map: JourneyMap): JourneyMap {
  const transitions = Object.entries(map.transitions).map(([id, transition]) => [
    id,
    { ...transition, delay: { family: 'exponential' as const, mean: 2 } },
  ]);
  return { ...map, transitions: Object.fromEntries(transitions) as JourneyMap['transitions'] };
}

/**
 * A long journey of `size` touchpoints with the chain's habits: on, stay, back, or give up. Walks are
 * as long whatever the size, for every touchpoint is an entry.
 */
export function wideChain(size: number): JourneyMap {
  const names = Array.from({ length: size }, (_, i) => `n${String(i)}`);
  const rows = names.map((_, i) => {
    const row = Array.from({ length: size }, () => 0);
    if (i === size - 1) row[i] = 1;
    else {
      row[(i + 1) % (size - 1)]! += 0.45;
      row[i]! += 0.2;
      row[(i * 7 + 3) % (size - 1)]! += 0.25;
      row[size - 1]! += 0.1;
    }
    return row;
  });
  const map = chainMap(names, rows, { days: 0 });
  for (const [id, touchpoint] of Object.entries(map.touchpoints)) {
    if (id !== idOf(names[size - 1]!)) touchpoint.kind = 'entry';
  }
  return map;
}
