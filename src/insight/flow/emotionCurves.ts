import { inOrder } from '../../map/records';
import type { JourneyMap } from '../../map/schema';
import type { RunResult } from '../../simulation/results';

/** A persona's feeling along the journey, −2 … 2, stage by stage; null where nothing is felt or nobody came. */
export interface EmotionCurve {
  readonly persona: string;
  readonly stages: readonly (number | null)[];
}

/** The map's emotions, weighted by how often each persona really came by. */
export function emotionCurves(map: JourneyMap, run: RunResult): readonly EmotionCurve[] {
  const stages = inOrder(map.stages).map(([id]) => id);
  return inOrder(map.personas).flatMap(([persona]) => {
    const group = run.personas[persona];
    if (!group || group.customers === 0) return [];
    const curve = stages.map((stage) => {
      let felt = 0;
      let sum = 0;
      for (const [id, { visits }] of Object.entries(group.touchpoints)) {
        const touchpoint = map.touchpoints[id];
        if (touchpoint?.stage !== stage) continue;
        const { default: usual, byPersona } = touchpoint.experience;
        const now = byPersona[persona]?.emotion.now ?? usual.emotion.now;
        if (now === null) continue;
        felt += visits;
        sum += visits * now;
      }
      return felt > 0 ? sum / felt : null;
    });
    return [{ persona, stages: curve }];
  });
}
