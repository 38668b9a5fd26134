import { ExactSums } from './exactSums';
import { BINS } from './layout';
import type { Tables } from '../tables';
import type { Tally } from './tally';
import type { VisitLog } from '../engine';

/** Steps after which 32 bits are emptied for certain. */
const MOST_STEPS = 0x40000000;

/**
 * What every step of a walk adds to several counts at once, kept once while the customers of one batch
 * are walked and added to the tally when the next batch begins: the transitions taken say who was
 * where, and how many left a touchpoint says how many did so at once. All is whole numbers and exact
 * sums, so nothing depends on when it is added.
 */
export class BatchCounts {
  /** By transition: how often it was taken. */
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

  constructor({ branches }: Tables, tally: Tally) {
    this.tally = tally;
    const { touchpoints, transitions } = tally.layout;
    this.taken = new Int32Array(transitions);
    this.arrived = new Int32Array(touchpoints);
    this.reached = new Int32Array(touchpoints);
    this.stayed = new Int32Array(touchpoints);
    this.timed = new Int32Array(touchpoints);
    this.dwell = new ExactSums(2 * touchpoints);
    this.to = new Int32Array(transitions).fill(-1);
    for (const transition of branches.transitions)
      if (transition) this.to[transition.index] = transition.to;
  }

  /** The walk that comes is of this batch. */
  begin(batch: number, { length, weights, touchpoints }: VisitLog): void {
    this.steps += length;
    if (batch !== this.batch || this.steps > MOST_STEPS) {
      this.settle();
      this.batch = batch;
      this.steps = length;
    }
    this.arrived[touchpoints[0]!]! += 1;
    // Only the first entry and those at the horizon, which are the last, count otherwise than in full.
    if (weights[0] !== 1) this.correct(touchpoints[0]!, weights[0]! - 1);
    for (let k = length - 1; k > 0 && weights[k] !== 1; k -= 1) {
      this.correct(touchpoints[k]!, weights[k]! - 1);
    }
  }

  private correct(touchpoint: number, by: number): void {
    const { counts, layout } = this.tally;
    counts[
      layout.counts.groups + this.batch * layout.group.size + layout.group.visits + touchpoint
    ]! += by;
  }

  /** Adds what was kept to the tally; at any time, and as often as one likes. */
  settle(): void {
    const { taken, arrived, reached, stayed, timed, to, tally, dwell } = this;
    const { counts, sums, layout } = tally;
    const { entries, left, arrivals, flows, flowArrivals, dwell: bins } = layout.counts;
    const base = layout.counts.groups + this.batch * layout.group.size;
    const visits = base + layout.group.visits;
    this.steps = 0;
    for (let transition = 0; transition < taken.length; transition += 1) {
      const times = taken[transition]!;
      if (times === 0) continue;
      const touchpoint = to[transition]!;
      counts[base + layout.group.taken + transition]! += times;
      counts[flows + transition]! += times;
      counts[visits + touchpoint]! += times;
      counts[entries + touchpoint]! += times;
      counts[left + touchpoint]! += times;
      counts[bins + touchpoint * BINS]! += times;
      taken[transition] = 0;
    }
    for (let touchpoint = 0; touchpoint < arrived.length; touchpoint += 1) {
      if (reached[touchpoint] === 0) continue;
      const came = arrived[touchpoint]!;
      const leaving = came - stayed[touchpoint]!;
      counts[base + layout.group.reached + touchpoint]! += reached[touchpoint]!;
      counts[visits + touchpoint]! += came;
      counts[arrivals + touchpoint]! += came;
      counts[flowArrivals + touchpoint]! += came;
      counts[entries + touchpoint]! += came;
      counts[left + touchpoint]! += leaving;
      counts[bins + touchpoint * BINS]! += leaving - timed[touchpoint]!;
      arrived[touchpoint] = reached[touchpoint] = stayed[touchpoint] = timed[touchpoint] = 0;
      sums.take(layout.sums.days + touchpoint, dwell, 2 * touchpoint);
      sums.take(layout.sums.dwell + 2 * touchpoint, dwell, 2 * touchpoint);
      sums.take(layout.sums.dwell + 2 * touchpoint + 1, dwell, 2 * touchpoint + 1);
      dwell.clear(2 * touchpoint);
      dwell.clear(2 * touchpoint + 1);
    }
  }
}
