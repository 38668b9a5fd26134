import type { CompiledEngine } from '../engine';
import type { Tables } from '../tables';
import { binOf } from './histogram';
import { BINS } from './layout';
import type { Tally } from './tally';

/** Counts which stages a walk reached and advanced from, and how long it stayed in each. */
export class StageRecorder {
  /** By stage, of the walk last recorded: 1 = reached; 1 = went on from its first visit to a later stage. */
  readonly reached: Uint8Array;
  readonly advanced: Uint8Array;
  private readonly tables: Tables;
  private readonly engine: CompiledEngine;
  private readonly tally: Tally;

  constructor(tables: Tables, engine: CompiledEngine, tally: Tally) {
    this.tables = tables;
    this.engine = engine;
    this.tally = tally;
    this.reached = new Uint8Array(tally.layout.stages);
    this.advanced = new Uint8Array(tally.layout.stages);
  }

  record(stageDays: Float64Array): void {
    const { tables, advanced, reached } = this;
    const { layout, counts, sums } = this.tally;
    const { log } = this.engine;
    reached.fill(0);
    advanced.fill(0);
    /** The latest stage that is come to from here on, before the customer is lost. */
    let latest = -1;
    for (let k = log.length - 1; k >= 0; k -= 1) {
      const { stage, isLost } = tables.touchpoints[log.touchpoints[k]!]!;
      if (stage >= 0) {
        reached[stage] = 1;
        advanced[stage] = latest > stage ? 1 : 0;
      }
      latest = isLost ? -1 : Math.max(latest, stage);
    }
    const waitingIn =
      log.end === 'in-journey' || log.end === 'cut-off'
        ? tables.touchpoints[log.touchpoints[log.length - 1]!]!.stage
        : -1;
    for (let stage = 0; stage < layout.stages; stage += 1) {
      if (reached[stage] === 0) continue;
      if (stage === waitingIn) continue;
      const days = stageDays[stage]!;
      counts[layout.counts.stageTimes + stage * BINS + binOf(days)]! += 1;
      sums.add(layout.sums.stageTimes + 2 * stage, days);
      sums.add(layout.sums.stageTimes + 2 * stage + 1, days * days);
    }
  }
}
