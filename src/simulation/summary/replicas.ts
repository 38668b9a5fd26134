import { fraction, sumOf } from '../../map/basics';
import { addInto, numbersOf, Recorder, type Tally } from '../compiled/tally';
import type { Tables } from '../compiled/tables';
import type { Estimate, Interval } from '../results';
import { jackknife } from '../statistics';

/** Customers walked a second time, evenly spread, and the parts they are dealt into. */
const SAMPLE = 2_000;
const PARTS = 40;
/** Parts on a very large map, whose tallies take much room. */
const FEW_PARTS = 10;
const LARGE_TALLY = 200_000;
/** Customers a part has at least, where there are enough for two parts. */
const SMALLEST_PART = 10;
/** Replicas that differ by less, relatively, do not differ. */
const ROUNDING = 1e-9;

/** A number read from a run, with the interval that reading its replicas gives. */
export type Estimator<Source> = (read: (source: Source) => number) => Estimate;

/** Returns numbers of a replica itself: without intervals. */
export function estimatorOf<Source>(source: Source): Estimator<Source> {
  return (read) => ({ value: read(source), interval: null });
}

/**
 * Intervals for any number of a run: some of its customers are walked once more and dealt out
 * in turn into parts with a tally each. A replica is the run as it would be without one part, blown
 * up to the size of the run; the spread of the replicas gives the interval of a number.
 */
export class Replicas {
  readonly run: Tally;
  readonly tallies: readonly Tally[];
  /** The part of the run's customers that replicas are made of. */
  readonly share: number;

  /** Makes the replicas of a run from the parts of its sample, which are used up. */
  constructor(run: Tally, parts: readonly Tally[]) {
    const size = customersOf(run);
    const whole = parts.map(numbersOf).reduce<Float64Array[]>((sums, numbers) => {
      if (sums.length === 0) return numbers.map((array) => array.slice());
      sums.forEach((sum, index) => {
        addInto(sum, numbers[index]!);
      });
      return sums;
    }, []);
    const sizes = parts.map(customersOf);
    const sampled = sumOf(sizes);
    this.run = run;
    this.share = fraction(sampled, size);
    this.tallies = parts.map((part, index) => {
      const rest = sampled - sizes[index]!;
      const weight = fraction(size, rest);
      // The limbs of a sum need not be normal to be read: what counts is the two together.
      numbersOf(part).forEach((numbers, array) => {
        const all = whole[array]!;
        for (let k = 0; k < numbers.length; k += 1) numbers[k] = (all[k]! - numbers[k]!) * weight;
      });
      return part;
    });
  }

  /** Reads numbers from something made of a tally: made once for the run and each replica. */
  estimate<Source>(make: (tally: Tally) => Source): Estimator<Source> {
    const run = make(this.run);
    const replicas = this.tallies.map(make);
    return (read) => {
      const value = read(run);
      return { value, interval: this.interval(value, replicas.map(read)) };
    };
  }

  /** What cannot be negative in any replica is not negative; null where the sample saw nothing of it. */
  interval(value: number, replicas: readonly number[]): Interval | null {
    const interval = jackknife(value, replicas, this.share);
    if (!interval) return null;
    const [low, high] = interval;
    const isSteady = high - low <= ROUNDING * Math.abs(value);
    if (isSteady) {
      const isSeen = value !== 0 && Math.abs(replicas[0]! - value) <= ROUNDING * Math.abs(value);
      return isSeen ? [value, value] : null;
    }
    return value >= 0 && replicas.every((each) => each >= 0) ? [Math.max(0, low), high] : interval;
  }
}

/** Walks the sample of a range part by part; `next` may be called when there is time. */
export function* walkParts(
  tables: Tables,
  { from, to }: { readonly from: number; readonly to: number },
): Generator<undefined, Tally[]> {
  const stride = Math.max(1, Math.ceil(tables.setup.scenario.customers / SAMPLE));
  const first = Math.ceil(from / stride) * stride;
  const sample = Math.max(0, Math.ceil((to - first) / stride));
  const parts: Tally[] = [];
  let most = Math.min(PARTS, sample, Math.max(2, Math.floor(sample / SMALLEST_PART)));
  for (let part = 0; part < most; part += 1) {
    const recorder = new Recorder(tables, from, to);
    if (part === 0 && recorder.tally.counts.length > LARGE_TALLY) most = Math.min(FEW_PARTS, most);
    for (let index = part; index < sample; index += most) recorder.walk(first + index * stride);
    parts.push(recorder.tally);
    yield;
  }
  return parts;
}

/** Walks the sample at once. */
export function walkPartsAtOnce(tables: Tables, range: { from: number; to: number }): Tally[] {
  const walking = walkParts(tables, range);
  for (;;) {
    const step = walking.next();
    if (step.done) return step.value;
  }
}

function customersOf({ counts, layout }: Tally): number {
  let sum = 0;
  for (let batch = 0; batch < layout.batches; batch += 1) {
    sum += counts[layout.counts.groups + batch * layout.group.size + layout.group.customers]!;
  }
  return sum;
}
