import type { CompiledEngine } from '../engine';
import type { Tables } from '../tables';
import type { BatchCounts } from './batchCounts';
import { binOf } from './histogram';
import { BINS } from './layout';
import type { Tally } from './tally';

/** Counts the visits of a walk: transitions taken, dwell times and emotions. */
export class VisitRecorder {
  /** The first `distinct` of these are the touchpoints of the walk, each once. */
  readonly touched: Int32Array;
  distinct = 0;
  /** Days the walk spent in each stage. */
  readonly stageDays: Float64Array;
  /** Number of the walk that last visited a touchpoint. */
  private readonly lastSeen: Float64Array;
  private walks = 0;
  private readonly stageOf: Int32Array;
  private readonly hasEmotions: boolean;
  private readonly engine: CompiledEngine;
  private readonly tally: Tally;
  private readonly batch: BatchCounts;

  constructor(tables: Tables, engine: CompiledEngine, tally: Tally, batch: BatchCounts) {
    const { layout } = tally;
    this.engine = engine;
    this.tally = tally;
    this.batch = batch;
    this.touched = new Int32Array(layout.touchpoints);
    this.lastSeen = new Float64Array(layout.touchpoints);
    this.stageDays = new Float64Array(layout.stages);
    this.stageOf = Int32Array.from(tables.touchpoints, ({ stage }) => stage);
    this.hasEmotions = tables.hasEmotions;
  }

  record(): void {
    const { touched, lastSeen, stageDays, stageOf, tally } = this;
    const { counts, sums, layout } = tally;
    const { taken, reached, timed, stayed, dwell } = this.batch;
    const bins = layout.counts.dwell;
    const hasStages = layout.stages > 0;
    const { log } = this.engine;
    const { touchpoints, transitions, clocks, length, endClock, end } = log;
    const walk = (this.walks += 1);
    const last = length - 1;
    // The last entry is left by dropping off alone.
    const departures = end === 'drop-off' ? length : last;
    let distinct = 0;
    if (hasStages) stageDays.fill(0);
    let clock = clocks[0]!;
    for (let k = 0; k < length; k += 1) {
      const touchpoint = touchpoints[k]!;
      if (lastSeen[touchpoint] !== walk) {
        lastSeen[touchpoint] = walk;
        touched[distinct++] = touchpoint;
        reached[touchpoint]! += 1;
      }
      if (k > 0) taken[transitions[k]!]! += 1;
      const next = k === last ? endClock : clocks[k + 1]!;
      const days = next - clock;
      clock = next;
      if (!(days > 0)) continue;
      if (hasStages && stageOf[touchpoint]! >= 0) stageDays[stageOf[touchpoint]!]! += days;
      if (k < departures) {
        timed[touchpoint]! += 1;
        counts[bins + touchpoint * BINS + binOf(days)]! += 1;
        dwell.add(2 * touchpoint, days);
        dwell.add(2 * touchpoint + 1, days * days);
      } else sums.add(layout.sums.days + touchpoint, days);
    }
    const touchpoint = touchpoints[last]!;
    if (end !== 'drop-off') stayed[touchpoint]! += 1;
    else if (log.noRule) counts[layout.counts.noRule + touchpoint]! += 1;
    if (end === 'in-journey') counts[layout.counts.waiting + touchpoint]! += 1;
    if (this.hasEmotions) this.recordEmotions();
    this.distinct = distinct;
  }

  private recordEmotions(): void {
    const { counts, sums, layout } = this.tally;
    const { touchpoints, emotions, length } = this.engine.log;
    for (let k = 0; k < length; k += 1) {
      if (Number.isNaN(emotions[k]!)) continue;
      counts[layout.counts.felt + touchpoints[k]!]! += 1;
      sums.add(layout.sums.emotion + touchpoints[k]!, emotions[k]!);
    }
  }
}
