import { useLanguage } from '../../../controls/LanguageProvider';
import type { ObstacleOf } from '../../../machine';
import type { JourneyMap } from '../../../map/schema';
import { nameOf } from '../../../map/records';
import { describeRule } from '../../../rules';

/** Why a customer cannot take a transition, in words. */
export function ObstacleText({
  obstacle,
  map,
}: {
  readonly obstacle: ObstacleOf['obstacle'];
  readonly map: JourneyMap;
}) {
  const { t, date, list, number } = useLanguage();
  if (obstacle.kind === 'earlier') {
    const names = obstacle.transitions.map((id) => nameOf(map, 'transitions', id, t));
    return t('insights.coverage.earlier', { transitions: list(names, 'or') });
  }
  if (obstacle.kind !== 'rule') return t(`insights.coverage.${obstacle.kind}`);
  const { clause, range } = obstacle;
  if (!clause) return t('insights.coverage.contradiction');
  const rule = describeRule(clause, map, t, date);
  if (!range) return t('insights.coverage.rule', { rule });
  const values = range.values.map((value) =>
    value === null ? t('insights.coverage.unset') : String(value),
  );
  const { interval } = range;
  const span =
    interval && Number.isFinite(interval.min) && Number.isFinite(interval.max)
      ? [t('run.interval', { low: number(interval.min), high: number(interval.max) })]
      : [];
  return t('insights.coverage.range', { rule, range: list([...span, ...values], 'or') });
}
