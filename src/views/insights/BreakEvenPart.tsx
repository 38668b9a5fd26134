import { useStore } from 'zustand';
import type { JourneyMap } from '../../map/schema';
import { useLanguage } from '../../controls/LanguageProvider';
import { breakEvenRange, type LeverAnswer } from '../../insight/levers';
import type { Analysis } from '../../runs/analysis';
import { Known } from './Known';
import { type LeverColumn, LeverQuestion, LeverTable } from './LeverTable';
import { Part } from './Part';

/** A part that asks more of the map than the run answers. */
export interface AnalysisProps {
  readonly analysis: Analysis;
  readonly map: JourneyMap;
}

/** How far each lever would have to move until nothing is lost, or could fall until nothing is earned. */
export function BreakEvenPart({ analysis, map }: AnalysisProps) {
  const { t, number } = useLanguage();
  const levers = useStore(analysis.store, (state) => state.levers);
  const computed = useStore(analysis.store, (state) => state.computed);
  const loses = (computed ?? analysis.profit).value < 0;
  const columns = useColumns(loses);
  return (
    <Part
      title={t(loses ? 'insights.levers.title' : 'insights.levers.titleEarns')}
      text={t('insights.levers.text', { customers: number(analysis.customers) })}
    >
      <Known answers={levers} />
      {levers && levers.length > 0 && (
        <LeverTable
          label={t('insights.levers.title')}
          map={map}
          levers={levers}
          columns={columns}
        />
      )}
      <LeverQuestion
        analysis={analysis}
        map={map}
        find={t(loses ? 'insights.levers.find' : 'insights.levers.findEarns')}
        isAsked={levers !== null}
      />
    </Part>
  );
}

function useColumns(loses: boolean): readonly LeverColumn<LeverAnswer>[] {
  const { t, percent } = useLanguage();
  const share = (value: number) => percent(value, { digits: 1 });
  const change = (value: number) => percent(value, { digits: 1, signed: true });
  return [
    {
      head: t(loses ? 'insights.levers.rise' : 'insights.levers.fall'),
      write: ({ breakEven, profit }) =>
        breakEven.kind === 'found'
          ? change(breakEven.factor - 1)
          : t(profit.value < 0 ? 'insights.levers.cannot' : 'insights.levers.safe'),
    },
    { head: t('insights.levers.now'), write: (lever) => share(lever.share) },
    {
      head: t('insights.levers.then'),
      write: ({ breakEven, shareThen }) => (breakEven.kind === 'found' ? share(shareThen) : '–'),
    },
    {
      head: t('insights.levers.range'),
      write: (lever) => {
        const range = breakEvenRange(lever);
        if (range === null) return '–';
        return t('run.interval', { low: change(range[0]), high: change(range[1]) });
      },
    },
  ];
}
