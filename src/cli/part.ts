import * as z from 'zod';
import type { JourneyMap } from '../map/schema';
import { Scenario } from '../map/schema';
import type { TallyData } from '../simulation';

/** An array of numbers, most of them 0: where the others are, and what. */
const Sparse = z.object({
  length: z.number().int().min(0).max(100_000_000),
  at: z.array(z.number().int().min(0)),
  values: z.array(z.number()),
});

/** One range of a run's customers with all that another machine needs to go on from it. */
export const Part = z.object({
  /** The map itself, as its file has it. */
  map: z.record(z.string(), z.unknown()),
  scenario: Scenario,
  scenarioId: z.string().nullable(),
  revision: z.string(),
  tally: z.object({
    from: z.number().int().min(0),
    to: z.number().int().min(0),
    numbers: z.array(Sparse),
    compared: z.number().int().min(0),
    paths: z.array(z.tuple([z.string(), z.number()])),
    walks: z.array(z.tuple([z.number().int(), z.array(z.number())])),
  }),
});
export type Part = z.infer<typeof Part>;

/** `scenario`: with the customers and the seed the run was made with. */
export function partOf(
  map: JourneyMap,
  scenario: Scenario,
  scenarioId: string | null,
  revision: string,
  { from, to, numbers, compared, paths, walks }: TallyData,
): Part {
  return {
    map: { ...map },
    scenario,
    scenarioId,
    revision,
    tally: {
      from,
      to,
      numbers: numbers.map(sparse),
      compared,
      paths: paths.map(([path, count]) => [path, count]),
      walks: walks.map(([customer, walk]) => [customer, [...walk]]),
    },
  };
}

export function tallyDataOf({ tally }: Part): TallyData {
  const { from, to, numbers, compared, paths, walks } = tally;
  return {
    format: 'desire-path-tally',
    version: 1,
    from,
    to,
    numbers: numbers.map(dense),
    compared,
    paths,
    walks: walks.map(([customer, walk]) => [customer, Float64Array.from(walk)]),
  };
}

function sparse(array: Float64Array): z.infer<typeof Sparse> {
  const at: number[] = [];
  array.forEach((value, index) => {
    if (value !== 0) at.push(index);
  });
  return { length: array.length, at, values: at.map((index) => array[index] ?? 0) };
}

function dense({ length, at, values }: z.infer<typeof Sparse>): Float64Array {
  const array = new Float64Array(length);
  at.forEach((index, k) => {
    if (index < length) array[index] = values[k] ?? 0;
  });
  return array;
}
