import * as z from 'zod';
import type { JourneyMap } from '../map/schema';
import { Scenario } from '../map/schema';
import type { TallyData } from '../simulation';

const Count = z.int().min(0);

/** An array of numbers, most of them 0: where the others are, and what. */
const sparseOf = (value: z.ZodType<number>) =>
  z
    .object({
      length: Count.max(100_000_000),
      at: z.array(Count),
      values: z.array(value),
    })
    .superRefine(({ length, at, values }, context) => {
      const refuse = (message: string) =>
        context.addIssue({ code: 'custom', message, path: ['at'] });
      if (at.length !== values.length) refuse('there are more places than values, or fewer');
      else if (at.some((place, k) => place >= length || place <= (at[k - 1] ?? -1)))
        refuse('the places do not rise, or go beyond the length');
    });

/** The parts of an exact sum, see `ExactSums`: multiples of `unit` below `most`. */
const limb = (unit: number, least: number, most: number) =>
  z.number().refine((value) => value >= least && value < most && value % unit === 0, {
    error: 'it is no part of an exact sum',
  });
const EXACT_SUMS = [
  sparseOf(limb(2 ** 50, -(2 ** 100), 2 ** 100)),
  sparseOf(limb(2 ** 12, -(2 ** 60), 2 ** 60)),
  sparseOf(limb(2 ** -40, 0, 2 ** 12)),
] as const;

/** The sums over a range of customers, in the order of `numbersOf`. */
const PartTally = z
  .object({
    from: Count,
    to: Count,
    numbers: z.tuple([
      sparseOf(Count),
      ...EXACT_SUMS,
      sparseOf(Count),
      ...EXACT_SUMS,
      // How a number changes from one period to the next: it may fall.
      sparseOf(z.int()),
      sparseOf(z.int()),
    ]),
    compared: Count,
    paths: z.array(z.tuple([z.string(), Count.min(1)])),
    walks: z.array(z.tuple([Count, z.array(z.number())])),
    stride: Count.min(1).optional(),
  })
  .superRefine(({ from, to, compared, paths, walks }, context) => {
    const refuse = (message: string, ...path: (string | number)[]) =>
      context.addIssue({ code: 'custom', message, path });
    if (from >= to) refuse('the range holds no customer', 'to');
    if (compared > to - from)
      refuse('more walks are compared than there are customers', 'compared');
    if (new Set(paths.map(([path]) => path)).size < paths.length)
      refuse('a path is there twice', 'paths');
    if (paths.reduce((sum, [, count]) => sum + count, 0) !== compared)
      refuse('the counts of the paths are not the number of walks compared', 'paths');
    const outside = walks.findIndex(([customer]) => customer < from || customer >= to);
    if (outside >= 0) refuse('the customer is not of the range', 'walks', outside, 0);
    if (new Set(walks.map(([customer]) => customer)).size < walks.length)
      refuse('a customer is there twice', 'walks');
  });

/** One range of a run's customers with all that another machine needs to go on from it. */
export const RunPart = z
  .object({
    /** The map itself, as its file has it. */
    map: z.record(z.string(), z.unknown()),
    scenario: Scenario,
    scenarioId: z.string().nullable(),
    revision: z.string(),
    tally: PartTally,
  })
  .refine(({ scenario, tally }) => tally.to <= scenario.customers, {
    path: ['tally', 'to'],
    error: 'the run has fewer customers',
  });
export type RunPart = z.infer<typeof RunPart>;

/** `scenario`: with the customers and the seed the run was made with. */
export function partOf(
  map: JourneyMap,
  scenario: Scenario,
  scenarioId: string | null,
  revision: string,
  { from, to, numbers, compared, paths, walks, stride }: TallyData,
): RunPart {
  return {
    map: { ...map },
    scenario,
    scenarioId,
    revision,
    tally: {
      from,
      to,
      numbers: numbers.map(sparse) as RunPart['tally']['numbers'],
      compared,
      paths: paths.map(([path, count]) => [path, count]),
      walks: walks.map(([customer, walk]) => [customer, [...walk]]),
      stride,
    },
  };
}

/** The inverse of what `partOf` does with a tally: sparse arrays become dense ones. */
export function tallyDataOf({ tally }: RunPart): TallyData {
  const { from, to, numbers, compared, paths, walks, stride } = tally;
  return {
    format: 'desire-path-tally',
    version: 1,
    from,
    to,
    numbers: numbers.map(dense),
    compared,
    paths,
    walks: walks.map(([customer, walk]) => [customer, Float64Array.from(walk)]),
    stride,
  };
}

interface Sparse {
  length: number;
  at: number[];
  values: number[];
}

function sparse(array: Float64Array): Sparse {
  const at: number[] = [];
  array.forEach((value, index) => {
    if (value !== 0) at.push(index);
  });
  return { length: array.length, at, values: at.map((index) => array[index] ?? 0) };
}

function dense({ length, at, values }: Sparse): Float64Array {
  const array = new Float64Array(length);
  at.forEach((index, k) => {
    if (index < length) array[index] = values[k] ?? 0;
  });
  return array;
}
