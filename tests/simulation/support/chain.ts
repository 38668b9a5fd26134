import { JourneyMap, type JourneyMapInput } from '../../../src/map/schema';

/** An id made of a name: readable in a failure. */
export const idOf = (name: string) => name.padEnd(12, '_');

const orderOf = (index: number) => `a${String(index).padStart(4, '0')}`;

/**
 * A Markov chain as a map: one touchpoint per state, named transitions for every chance above 0, an
 * absorbing state is one with chance 1 of itself (it becomes an outcome).
 */
export function chainMap(
  names: readonly string[],
  rows: readonly (readonly number[])[],
  {
    days = 1,
    start = names[0]!,
    economics = {},
    market = {},
  }: {
    days?: number;
    start?: string;
    economics?: Record<string, { cost?: number; revenue?: number }>;
    market?: JourneyMapInput['market'];
  } = {},
): JourneyMap {
  const isAbsorbing = (i: number) => rows[i]![i] === 1;
  const touchpoints = Object.fromEntries(
    names.map((name, i) => [
      idOf(name),
      {
        name,
        kind: isAbsorbing(i)
          ? ('outcome' as const)
          : name === start
            ? ('entry' as const)
            : ('touchpoint' as const),
        economics: {
          revenue: economics[name]?.revenue ?? 0,
          costItems: { [idOf('cost')]: { amount: economics[name]?.cost ?? 0 } },
        },
      },
    ]),
  );
  const transitions = Object.fromEntries(
    rows.flatMap((row, i) =>
      isAbsorbing(i)
        ? []
        : row.flatMap((base, j) =>
            base === 0
              ? []
              : [
                  [
                    idOf(`${names[i]!}-${names[j]!}`),
                    {
                      from: idOf(names[i]!),
                      to: idOf(names[j]!),
                      order: orderOf(j),
                      chance: { base },
                      delay: { family: 'constant' as const, value: days },
                    },
                  ],
                ],
          ),
    ),
  );
  return JourneyMap.parse({
    format: 'journey-map',
    version: 1,
    id: idOf('chain'),
    market,
    touchpoints,
    transitions,
  });
}
