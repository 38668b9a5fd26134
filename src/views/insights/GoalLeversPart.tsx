import { useStore } from 'zustand';
import { useLanguage } from '../../controls/LanguageProvider';
import { figure, intervalText } from '../../insight';
import { GOAL_LIFT, type GoalLever } from '../../insight/levers';
import type { AnalysisProps } from './BreakEvenPart';
import { Known } from './Known';
import { type LeverColumn, LeverQuestion, LeverTable } from './LeverTable';
import { Part } from './Part';

/** How many more reach the goal where a transition is taken a tenth more often, the most first. */
export function GoalLeversPart({ analysis, map }: AnalysisProps) {
  const language = useLanguage();
  const { t, number, percent } = language;
  const levers = useStore(analysis.store, (state) => state.goalLevers);
  const isAsking = useStore(analysis.store, (state) => state.progress !== null);
  const title = t('insights.goalLevers.title');
  const lift = percent(GOAL_LIFT - 1, { digits: 0 });
  const share = (value: number, signed = false) =>
    figure(value, 'share', map.currency, language, signed);
  const columns: readonly LeverColumn<GoalLever>[] = [
    { head: t('insights.goal.more'), write: ({ change }) => share(change.value, true) },
    {
      head: t('compare.interval'),
      write: ({ method, change }) =>
        method === 'exact'
          ? t('run.live.exact')
          : (intervalText(change.interval, 'share', map.currency, language, true) ?? '–'),
    },
    { head: t('insights.levers.now'), write: (lever) => share(lever.share) },
    { head: t('insights.goalLevers.then'), write: ({ shareThen }) => share(shareThen) },
  ];
  return (
    <Part
      title={title}
      text={t('insights.goalLevers.text', { lift, customers: number(analysis.customers) })}
    >
      <Known answers={levers} />
      {levers && levers.length > 0 && (
        <LeverTable label={title} map={map} levers={levers} columns={columns} />
      )}
      {levers?.length === 0 && !isAsking && <p>{t('insights.goalLevers.none')}</p>}
      <LeverQuestion
        analysis={analysis}
        map={map}
        find={t('insights.goalLevers.find')}
        isAsked={levers !== null}
      />
    </Part>
  );
}
