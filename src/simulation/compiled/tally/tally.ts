import { ExactSums } from './exactSums';
import { type Layout, layoutOf } from './layout';
import { addInto, SeriesTally } from './seriesTally';
import type { Tables } from '../tables';
import { WalkSample } from './walkSample';

/** Customers whose paths are compared. */
export const MOST_PATHS = 100_000;

/**
 * Sums over the customers `from` ≤ i < `to`. Every number is exact, so merging the tallies of any
 * parts, in any order, gives the bits of the whole.
 */
export class Tally {
  readonly layout: Layout;
  from: number;
  to: number;
  readonly counts: Float64Array;
  readonly sums: ExactSums;
  readonly series: SeriesTally;
  /** Path → how often; see `keyOfPath`. */
  readonly paths = new Map<string, number>();
  /** Walks compared in `paths`. */
  compared = 0;
  /** Walks kept for replay. */
  readonly walks: WalkSample;

  constructor(tables: Tables, from: number, to: number) {
    this.layout = layoutOf(tables);
    this.from = from;
    this.to = to;
    this.counts = new Float64Array(this.layout.counts.size);
    this.sums = new ExactSums(this.layout.sums.size);
    this.series = new SeriesTally(tables.setup.settings);
    this.walks = new WalkSample(tables.setup.scenario.customers);
  }

  /** Takes in the tally of the customers next to these, on either side. */
  merge(other: Tally): this {
    if (other.from !== this.to && other.to !== this.from) {
      throw new RangeError(
        `customers ${this.from}–${this.to} and ${other.from}–${other.to} do not adjoin`,
      );
    }
    this.from = Math.min(this.from, other.from);
    this.to = Math.max(this.to, other.to);
    addInto(this.counts, other.counts);
    this.sums.merge(other.sums);
    this.series.merge(other.series);
    this.compared += other.compared;
    for (const [path, count] of other.paths) {
      this.paths.set(path, (this.paths.get(path) ?? 0) + count);
    }
    this.walks.merge(other.walks, other.walks.stride);
    return this;
  }
}

/** A tally as plain data, for messages between threads and for files. */
export interface TallyData {
  readonly format: 'desire-path-tally';
  readonly version: 1;
  readonly from: number;
  readonly to: number;
  readonly numbers: readonly Float64Array[];
  readonly compared: number;
  readonly paths: readonly (readonly [string, number])[];
  readonly walks: readonly (readonly [number, Float64Array])[];
  /** One walk in `walks` stands for so many customers; data written before walks were bounded in steps has none. */
  readonly stride?: number | undefined;
}

/** The arrays of a tally in a fixed order. */
export function numbersOf({ counts, sums, series }: Tally): Float64Array[] {
  return [
    counts,
    sums.top,
    sums.high,
    sums.low,
    series.counts,
    series.sums.top,
    series.sums.high,
    series.sums.low,
    series.observedAt,
    series.payingAt,
  ];
}

/** A tally as plain data, to be written or sent. */
export function dataOfTally(tally: Tally): TallyData {
  const { from, to, compared, paths, walks } = tally;
  return {
    format: 'desire-path-tally',
    version: 1,
    from,
    to,
    numbers: numbersOf(tally),
    compared,
    paths: [...paths],
    walks: [...walks],
    stride: walks.stride,
  };
}

/** Throws a RangeError where the data is of another map, scenario or version. */
export function tallyOfData(tables: Tables, data: TallyData): Tally {
  const tally = new Tally(tables, data.from, data.to);
  const arrays = numbersOf(tally);
  const fits =
    data.numbers.length === arrays.length &&
    arrays.every((array, index) => array.length === data.numbers[index]!.length);
  if (!fits) throw new RangeError('the tally is of another map or scenario');
  arrays.forEach((array, index) => {
    array.set(data.numbers[index]!);
  });
  tally.compared = data.compared;
  for (const [path, count] of data.paths) tally.paths.set(path, count);
  tally.walks.merge(
    data.walks.map(([customer, walk]) => [customer, Float64Array.from(walk)] as const),
    data.stride ?? 1,
  );
  return tally;
}
