import type { CompiledEngine } from '../engine';
import { binOf } from './histogram';
import { BINS } from './layout';
import type { Tally } from './tally';

/** Counts who came from one touchpoint to another, as KPIs ask, and the days it took. */
export class SpanRecorder {
  private readonly engine: CompiledEngine;
  private readonly tally: Tally;

  constructor(engine: CompiledEngine, tally: Tally) {
    this.engine = engine;
    this.tally = tally;
  }

  record(): void {
    const { counts, sums, layout } = this.tally;
    const { log, state } = this.engine;
    layout.spans.forEach(({ from, to, within }, index) => {
      const base = layout.counts.spans + index * (2 + BINS);
      const start = from < 0 ? 0 : this.firstAt(from, 0);
      if (start < 0) return;
      counts[base]! += 1;
      const end =
        to >= 0
          ? this.firstAt(to, from < 0 ? 0 : start + 1)
          : log.end === 'outcome'
            ? log.length - 1
            : -1;
      if (end < 0) return;
      const days = log.clocks[end]! - (from < 0 ? state.arrival : log.clocks[start]!);
      if (days > within) return;
      counts[base + 1]! += 1;
      counts[base + 2 + binOf(days)]! += 1;
      sums.add(layout.sums.spans + 2 * index, days);
      sums.add(layout.sums.spans + 2 * index + 1, days * days);
    });
  }

  /** The first entry of the walk at a touchpoint, from entry `since` on; −1 = none. */
  private firstAt(touchpoint: number, since: number): number {
    const { log, state } = this.engine;
    if (state.visits[touchpoint] === 0) return -1;
    for (let k = since; k < log.length; k += 1) if (log.touchpoints[k] === touchpoint) return k;
    return -1;
  }
}
