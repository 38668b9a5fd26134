import { type ExactModel, type Memory, UNDRAWN } from '../model';

/** The first variable among `reads` that is an arm nobody has drawn yet; −1 = none. */
export function undrawnArm(
  { variables }: ExactModel,
  reads: readonly number[],
  memory: Memory,
): number {
  for (const k of reads) if (memory[k] === UNDRAWN && variables.all[k]!.kind === 'arm') return k;
  return -1;
}

/** Every arm that `variable` can become, with its chance. */
export function drawArm(
  { campaigns }: ExactModel,
  variable: number,
  memory: Memory,
  each: (next: Memory, share: number) => void,
): void {
  const { arms } = campaigns.find(({ arm }) => arm === variable)!;
  arms.forEach((arm, index) => {
    if (arm.chance === 0) return;
    const next = [...memory];
    next[variable] = index;
    each(next, arm.chance);
  });
}

/** Draws every arm among `reads` that has not been drawn yet. */
export function drawArms(
  model: ExactModel,
  reads: readonly number[],
  memory: Memory,
): readonly { memory: Memory; chance: number }[] {
  const variable = undrawnArm(model, reads, memory);
  if (variable < 0) return [{ memory, chance: 1 }];
  const drawn: { memory: Memory; chance: number }[] = [];
  drawArm(model, variable, memory, (next, share) => {
    for (const each of drawArms(model, reads, next)) {
      drawn.push({ memory: each.memory, chance: each.chance * share });
    }
  });
  return drawn;
}
