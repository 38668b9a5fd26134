import { goalOf } from '../kpis';
import type { Language } from '../language';
import { nameOf } from '../map/records';
import type { JourneyMap } from '../map/schema';

/** Who reaches the goal of a map without money, in one sentence. `share`: 0 … 1. */
export function goalSentence(share: number, map: JourneyMap, { t, percent }: Language): string {
  const goal = goalOf(map);
  const said = percent(share, { digits: 1 });
  if (goal === null) return t('insights.verdict.noGoal');
  if (goal.kind === 'acquired') return t('insights.verdict.acquire', { share: said });
  const [only] = goal.ids;
  return only !== undefined && goal.ids.length === 1
    ? t('insights.verdict.reach', { share: said, outcome: nameOf(map, 'touchpoints', only, t) })
    : t('insights.verdict.reachAny', { share: said });
}
