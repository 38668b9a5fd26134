import { restOf } from '../../../map/records';
import { CLOCK_TOLERANCE } from '../../setup/setUp';
import type { CampaignModel, Lift, Spot, Way } from '../model/types';
import type { Memory, Readable, Situation } from '../model/slots';

/** A way with the chance it really has, and where that comes from. */
export interface Option {
  readonly way: Way;
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
  readonly taker: Way | null;
  readonly rest: number;
  readonly noRule: boolean;
  readonly isDecision: boolean;
  /** Sums before scaling, of lifted and unlifted chances, as the gradient needs them. */
  readonly lifted: number;
  readonly unlifted: number;
}

const holds = (rule: Readable | null, situation: Situation) =>
  rule === null || rule.test(situation);

/** Step 3 of the semantics, *Choose*, as chances rather than a draw. */
export function choose(spot: Spot, memory: Memory, campaigns: readonly CampaignModel[]): Choice {
  const situation = { memory };
  const taker = spot.takers.find(({ when }) => holds(when, situation)) ?? null;
  if (spot.kind === 'decision') {
    const way = spot.ways.find(({ when }) => holds(when, situation)) ?? taker;
    return {
      options: way ? [{ way, chance: 1, row: -1, factor: 1 }] : [],
      taker: null,
      rest: way ? 0 : 1,
      noRule: way === null,
      isDecision: true,
      lifted: 0,
      unlifted: 0,
    };
  }
  let lifted = 0;
  let unlifted = 0;
  const open = spot.ways
    .filter(({ when }) => holds(when, situation))
    .map((way) => {
      const row = way.rows.findIndex(({ test }) => test(situation));
      const written = row < 0 ? way.base : way.rows[row]!.value;
      const factor = factorOf(way.lifts, memory, campaigns);
      if (factor === 1) unlifted += written;
      else lifted += written * factor;
      return { way, row, factor, written };
    });
  const isOver = lifted + unlifted > 1;
  const liftedScale = isOver && lifted > 1 ? 1 / lifted : 1;
  const unliftedScale = isOver ? (lifted >= 1 ? 0 : (1 - lifted) / unlifted) : 1;
  let sum = 0;
  const options = open.map(({ way, row, factor, written }): Option => {
    const share = factor === 1 ? written * unliftedScale : written * factor * liftedScale;
    const before = Math.min(1, sum);
    sum += share;
    return { way, row, factor, chance: Math.min(1, sum) - before };
  });
  const left = 1 - Math.min(1, sum);
  const keeps = taker !== null ? left > 0 : restOf(sum) > 0;
  if (!keeps && left > 0) {
    // Rounding leaves nobody over.
    const last = options.findLastIndex(({ chance }) => chance > 0);
    if (last >= 0) options[last] = { ...options[last]!, chance: options[last]!.chance + left };
  }
  return {
    options,
    taker,
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
