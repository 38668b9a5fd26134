import { ExactSums } from './exactSums';
import { BINS } from './layout';
import type { Tables } from './tables';
import type { Tally } from './tally';
import type { Log } from './walker';

/** Steps after which 32 bits are emptied for certain. */
const MOST_STEPS = 0x40000000;

/**
 * What every step of a walk adds to several counts at once, kept once while the customers of one batch
 * are walked and added to the tally when the next batch begins: who came by which way says who was
 * where, and how many left a touchpoint says how many did so at once. All is whole numbers and exact
 * sums, so nothing depends on when it is added.
 */
export class BatchCounts {
  /** By way: how often it was taken. */
  readonly taken: Int32Array;
  /** By touchpoint: customers who arrived there, who were ever there, and entries that nobody left. */
  readonly arrived: Int32Array;
  readonly reached: Int32Array;
  readonly stayed: Int32Array;
  /** By touchpoint: departures after some time, their days and the squares of these, in turns. */
  readonly timed: Int32Array;
  readonly dwell: ExactSums;
  private batch = 0;
  private steps = 0;
  private readonly tally: Tally;
  private readonly to: Int32Array;

  constructor({ slots }: Tables, tally: Tally) {
    this.tally = tally;
    const { touchpoints, transitions } = tally.layout;
    this.taken = new Int32Array(transitions);
    this.arrived = new Int32Array(touchpoints);
    this.reached = new Int32Array(touchpoints);
    this.stayed = new Int32Array(touchpoints);
    this.timed = new Int32Array(touchpoints);
    this.dwell = new ExactSums(2 * touchpoints);
    this.to = new Int32Array(transitions).fill(-1);
    for (const way of slots.ways) if (way) this.to[way.index] = way.to;
  }

  /** The walk that comes is of this batch. */
  begin(batch: number, { length, weights, spots }: Log): void {
    this.steps += length;
    if (batch !== this.batch || this.steps > MOST_STEPS) {
      this.settle();
      this.batch = batch;
      this.steps = length;
    }
    this.arrived[spots[0]!]! += 1;
    // Only the first entry and those at the horizon, which are the last, count otherwise than in full.
    if (weights[0] !== 1) this.correct(spots[0]!, weights[0]! - 1);
    for (let k = length - 1; k > 0 && weights[k] !== 1; k -= 1) {
      this.correct(spots[k]!, weights[k]! - 1);
    }
  }

  private correct(spot: number, by: number): void {
    const { counts, layout } = this.tally;
    counts[layout.counts.groups + this.batch * layout.group.size + layout.group.visits + spot]! +=
      by;
  }

  /** Adds what was kept to the tally; at any time, and as often as one likes. */
  settle(): void {
    const { taken, arrived, reached, stayed, timed, to, tally, dwell } = this;
    const { counts, sums, layout } = tally;
    const { entries, left, arrivals, flows, flowArrivals, dwell: bins } = layout.counts;
    const base = layout.counts.groups + this.batch * layout.group.size;
    const visits = base + layout.group.visits;
    this.steps = 0;
    for (let way = 0; way < taken.length; way += 1) {
      const times = taken[way]!;
      if (times === 0) continue;
      const spot = to[way]!;
      counts[base + layout.group.taken + way]! += times;
      counts[flows + way]! += times;
      counts[visits + spot]! += times;
      counts[entries + spot]! += times;
      counts[left + spot]! += times;
      counts[bins + spot * BINS]! += times;
      taken[way] = 0;
    }
    for (let spot = 0; spot < arrived.length; spot += 1) {
      if (reached[spot] === 0) continue;
      const came = arrived[spot]!;
      const leaving = came - stayed[spot]!;
      counts[base + layout.group.reached + spot]! += reached[spot]!;
      counts[visits + spot]! += came;
      counts[arrivals + spot]! += came;
      counts[flowArrivals + spot]! += came;
      counts[entries + spot]! += came;
      counts[left + spot]! += leaving;
      counts[bins + spot * BINS]! += leaving - timed[spot]!;
      arrived[spot] = reached[spot] = stayed[spot] = timed[spot] = 0;
      sums.take(layout.sums.days + spot, dwell, 2 * spot);
      sums.take(layout.sums.dwell + 2 * spot, dwell, 2 * spot);
      sums.take(layout.sums.dwell + 2 * spot + 1, dwell, 2 * spot + 1);
      dwell.clear(2 * spot);
      dwell.clear(2 * spot + 1);
    }
  }
}
