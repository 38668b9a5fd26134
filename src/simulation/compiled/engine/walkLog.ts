import { MILESTONES } from '../../../map/schema';
import type { EndKind } from '../../results';

/**
 * The walk of the customer last simulated: entry k happened at `clocks[k]`, by `transitions[k]` (−1 = arrived),
 * and counts `weights[k]`.
 */
export interface VisitLog {
  length: number;
  readonly touchpoints: Int32Array;
  readonly transitions: Int32Array;
  readonly clocks: Float64Array;
  readonly weights: Float64Array;
  /** NaN = no emotion. */
  readonly emotions: Float64Array;
  end: EndKind;
  endClock: number;
  noRule: boolean;
  /** Index of the entry that first passed each milestone; −1 = never. */
  readonly milestones: Int32Array;
  /** Index of the entry that made the customer a target of each campaign; −1 = never. */
  readonly targetedAt: Int32Array;
}

/** An empty log for walks of at most `maxSteps` entries. */
export function walkLogOf(maxSteps: number, campaigns: number): VisitLog {
  return {
    length: 0,
    touchpoints: new Int32Array(maxSteps),
    transitions: new Int32Array(maxSteps),
    clocks: new Float64Array(maxSteps),
    weights: new Float64Array(maxSteps).fill(1),
    emotions: new Float64Array(maxSteps).fill(NaN),
    end: 'in-journey',
    endClock: 0,
    noRule: false,
    milestones: new Int32Array(MILESTONES.length).fill(-1),
    targetedAt: new Int32Array(campaigns).fill(-1),
  };
}
