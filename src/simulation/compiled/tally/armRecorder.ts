import { MILESTONES } from '../../../map/schema';
import type { CompiledEngine } from '../engine';
import { ARM_HEAD } from './layout';
import type { Tally } from './tally';

/** Counts the customers of each campaign's arms and what they did from their targeting on. */
export class ArmRecorder {
  private readonly campaigns: number;
  private readonly engine: CompiledEngine;
  private readonly tally: Tally;

  constructor(campaigns: number, engine: CompiledEngine, tally: Tally) {
    this.campaigns = campaigns;
    this.engine = engine;
    this.tally = tally;
  }

  record(contribution: number): void {
    const { counts, sums, layout } = this.tally;
    const { state, log } = this.engine;
    const size = ARM_HEAD + layout.outcomes.length;
    for (let c = 0; c < this.campaigns; c += 1) {
      const arm = layout.firstArm[c]! + state.armOf(c);
      const base = layout.counts.arms + arm * size;
      counts[base]! += 1;
      const since = log.targetedAt[c]!;
      if (since < 0) continue;
      counts[base + 1]! += 1;
      const contacts = state.contacts[c]!;
      if (contacts > 0) counts[base + 2]! += 1;
      counts[base + 3]! += contacts;
      for (let m = 0; m < MILESTONES.length; m += 1) {
        if (log.milestones[m]! >= since) counts[base + 4 + m]! += 1;
      }
      if (log.end === 'outcome') {
        const outcome = layout.outcomes.indexOf(log.touchpoints[log.length - 1]!);
        counts[base + ARM_HEAD + outcome]! += 1;
      }
      sums.add(layout.sums.arms + 2 * arm, contribution);
      sums.add(layout.sums.arms + 2 * arm + 1, contribution * contribution);
    }
  }
}
