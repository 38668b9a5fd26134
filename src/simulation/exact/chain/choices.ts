import { restOf } from '../../../map/records';
import type {
  CampaignModel,
  CompiledRule,
  Lift,
  Memory,
  Situation,
  TouchpointModel,
  TransitionModel,
} from '../model';
import { CLOCK_TOLERANCE } from '../../clock';

/** A transition with its final chance, and where that comes from. */
export interface Option {
  readonly transition: TransitionModel;
  readonly chance: number;
  /** Row of the written chance; −1 = the base. */
  readonly row: number;
  readonly factor: number;
}

/** How customers in one situation go on. */
export interface Choice {
  /** Written chances first, in their order. */
  readonly options: readonly Option[];
  /** Takes what is left of 1; null where that drops off. */
  readonly otherwise: TransitionModel | null;
  readonly rest: number;
  readonly noRule: boolean;
  readonly isDecision: boolean;
  /** Sums before scaling, of lifted and unlifted chances, as the gradient needs them. */
  readonly lifted: number;
  readonly unlifted: number;
}

const holds = (rule: CompiledRule | null, situation: Situation) =>
  rule === null || rule.test(situation);

/** Step 3 of the semantics, *Choose*, as chances rather than a draw. */
export function choose(
  touchpoint: TouchpointModel,
  memory: Memory,
  campaigns: readonly CampaignModel[],
): Choice {
  const situation = { memory };
  const otherwise = touchpoint.otherwise.find(({ when }) => holds(when, situation)) ?? null;
  if (touchpoint.kind === 'decision') {
    const transition =
      touchpoint.transitions.find(({ when }) => holds(when, situation)) ?? otherwise;
    return {
      options: transition ? [{ transition, chance: 1, row: -1, factor: 1 }] : [],
      otherwise: null,
      rest: transition ? 0 : 1,
      noRule: transition === null,
      isDecision: true,
      lifted: 0,
      unlifted: 0,
    };
  }
  let lifted = 0;
  let unlifted = 0;
  const open = touchpoint.transitions
    .filter(({ when }) => holds(when, situation))
    .map((transition) => {
      const row = transition.rows.findIndex(({ test }) => test(situation));
      const written = row < 0 ? transition.base : transition.rows[row]!.value;
      const factor = factorOf(transition.lifts, memory, campaigns);
      if (factor === 1) unlifted += written;
      else lifted += written * factor;
      return { transition, row, factor, written };
    });
  const isOver = lifted + unlifted > 1;
  const liftedScale = isOver && lifted > 1 ? 1 / lifted : 1;
  const unliftedScale = isOver ? (lifted >= 1 ? 0 : (1 - lifted) / unlifted) : 1;
  let sum = 0;
  const options = open.map(({ transition, row, factor, written }): Option => {
    const share = factor === 1 ? written * unliftedScale : written * factor * liftedScale;
    const before = Math.min(1, sum);
    sum += share;
    return { transition, row, factor, chance: Math.min(1, sum) - before };
  });
  const left = 1 - Math.min(1, sum);
  const keeps = otherwise !== null ? left > 0 : restOf(sum) > 0;
  if (!keeps && left > 0) {
    // A rounding error belongs to the last transition with a chance.
    const last = options.findLastIndex(({ chance }) => chance > 0);
    if (last >= 0) options[last] = { ...options[last]!, chance: options[last]!.chance + left };
  }
  return {
    options,
    otherwise,
    rest: keeps || options.every(({ chance }) => chance === 0) ? left : 0,
    noRule: false,
    isDecision: false,
    lifted,
    unlifted,
  };
}

function factorOf(
  lifts: readonly Lift[],
  memory: Memory,
  campaigns: readonly CampaignModel[],
): number {
  let factor = 1;
  for (const lift of lifts) {
    const { contacts, age, arm, lastsDays } = campaigns[lift.campaign]!;
    if (!(memory[contacts]! > 0)) continue;
    if (age >= 0 && memory[age]! > lastsDays + CLOCK_TOLERANCE) continue;
    if (lift.arm >= 0 && memory[arm] !== lift.arm) continue;
    factor *= lift.factor;
  }
  return factor;
}
