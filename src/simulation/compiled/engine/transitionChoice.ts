import { exceedsOne, restOf } from '../../../map/records';
import type { Tables, TouchpointTable, TransitionTable } from '../tables';
import type { Anomalies } from './anomalies';
import type { CustomerState } from './customerState';

/** Chooses the next transition where the choice depends on the customer. */
export class TransitionChoice {
  private readonly tables: Tables;
  private readonly state: CustomerState;
  private readonly anomalies: Anomalies | null;
  private readonly chances: Float64Array;
  private readonly open: Uint8Array;
  private readonly factors: Float64Array;

  constructor(tables: Tables, state: CustomerState, anomalies: Anomalies | null) {
    this.tables = tables;
    this.state = state;
    this.anomalies = anomalies;
    const most = Math.max(0, ...tables.touchpoints.map(({ transitions }) => transitions.length));
    this.chances = new Float64Array(most);
    this.open = new Uint8Array(most);
    this.factors = new Float64Array(most);
  }

  /** The branch to take next, where it depends on the customer. */
  choose(touchpoint: TouchpointTable): number {
    const { state } = this;
    state.changed();
    if (touchpoint.kind === 'decision') {
      for (const transition of touchpoint.transitions)
        if (this.isOpen(transition)) return transition.branch;
      return this.otherwiseOf(touchpoint);
    }
    const { transitions } = touchpoint;
    this.weigh(touchpoint);
    state.draws.visit(state.customer, touchpoint.key, state.visits[touchpoint.index]!);
    const u = state.draws.choice();
    let sum = 0;
    for (let j = 0; j < transitions.length; j += 1) {
      if (this.open[j] === 0) continue;
      sum += this.chances[j]!;
      if (u < sum) return transitions[j]!.branch;
    }
    const rest = this.otherwiseOf(touchpoint);
    if (restOf(sum) > 0 || this.tables.branches.ends[2 * rest]! >= 0) return rest;
    // A rounding error belongs to the last transition with a chance.
    for (let j = transitions.length - 1; j >= 0; j -= 1) {
      if (this.open[j] === 1 && this.chances[j]! > 0) return transitions[j]!.branch;
    }
    return rest;
  }

  /** The first *otherwise* whose rule holds, or dropping off. */
  private otherwiseOf({ otherwise, first, transitions }: TouchpointTable): number {
    for (const transition of otherwise) if (this.isOpen(transition)) return transition.branch;
    return first + transitions.length + otherwise.length;
  }

  private isOpen({ when }: TransitionTable): boolean {
    return when === null || when(this.state);
  }

  /** Fills `open` and `chances`: see `chancesAt` of the reference engine for the same in plain words. */
  private weigh(touchpoint: TouchpointTable): void {
    const { transitions } = touchpoint;
    const { chances, open, factors, state } = this;
    let lifted = 0;
    let unlifted = 0;
    let written = 0;
    for (let j = 0; j < transitions.length; j += 1) {
      const transition = transitions[j]!;
      open[j] = this.isOpen(transition) ? 1 : 0;
      if (open[j] === 0) continue;
      let value = transition.base;
      for (const row of transition.rows) {
        if (!state.isMember(row.segment)) continue;
        value = row.value;
        break;
      }
      let factor = 1;
      for (const lift of transition.lifts) if (state.isActing(lift)) factor *= lift.by;
      written += value;
      chances[j] = value * factor;
      factors[j] = factor;
      if (factor === 1) unlifted += value;
      else lifted += value * factor;
    }
    if (exceedsOne(written)) this.anomalies?.chancesOverOne(touchpoint.index);
    if (!(lifted + unlifted > 1)) return;
    const liftedScale = lifted > 1 ? 1 / lifted : 1;
    const unliftedScale = lifted >= 1 ? 0 : (1 - lifted) / unlifted;
    for (let j = 0; j < transitions.length; j += 1) {
      chances[j]! *= factors[j] === 1 ? unliftedScale : liftedScale;
    }
  }
}
