import { useState } from 'react';
import { useStore } from 'zustand';
import type { JourneyMap } from '../../map/schema';
import { Button } from '../../controls/Button';
import { ComboBox } from '../../controls/ComboBox';
import { useLanguage } from '../../controls/LanguageProvider';
import { Cell, HeadCell, Table } from '../../controls/Table';
import { nameOf } from '../../map/records';
import { useOptions } from '../session';
import { breakEvenRange, isLever, type LeverAnswer } from '../../insight/levers';
import type { Analysis } from '../../runs/analysis';
import { Asking } from './Asking';
import { Known } from './Known';
import styles from './Insights.module.css';
import { Part } from './Part';

export interface AnalysisProps {
  readonly analysis: Analysis;
  readonly map: JourneyMap;
}

/** How far each lever would have to move until nothing is lost, or could fall until nothing is earned. */
export function BreakEvenPart({ analysis, map }: AnalysisProps) {
  const language = useLanguage();
  const { t, number } = language;
  const levers = useStore(analysis.store, (state) => state.levers);
  const isAsking = useStore(analysis.store, (state) => state.progress !== null);
  const [chosen, setChosen] = useState<string | null>(null);
  const options = useOptions('transitions').filter(({ id }) => isLever(map, id));
  const computed = useStore(analysis.store, (state) => state.computed);
  const loses = (computed ?? analysis.profit).value < 0;
  return (
    <Part
      title={t(loses ? 'insights.levers.title' : 'insights.levers.titleEarns')}
      text={t('insights.levers.text', { customers: number(analysis.customers) })}
    >
      <Known answers={levers} />
      {levers && levers.length > 0 && (
        <Table label={t('insights.levers.title')}>
          <thead>
            <tr>
              <HeadCell>{t('insights.levers.lever')}</HeadCell>
              <HeadCell numeric>
                {t(loses ? 'insights.levers.rise' : 'insights.levers.fall')}
              </HeadCell>
              <HeadCell numeric>{t('insights.levers.now')}</HeadCell>
              <HeadCell numeric>{t('insights.levers.then')}</HeadCell>
              <HeadCell numeric>{t('insights.levers.range')}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {levers.map((lever) => (
              <LeverLine key={lever.transition} lever={lever} map={map} />
            ))}
          </tbody>
        </Table>
      )}
      <Asking analysis={analysis} question="levers" />
      <div className={styles.ask}>
        <Button
          variant={levers ? 'secondary' : 'primary'}
          disabled={isAsking}
          onClick={() => void analysis.findLevers()}
        >
          {t(loses ? 'insights.levers.find' : 'insights.levers.findEarns')}
        </Button>
        <div className={styles.pick}>
          <ComboBox
            label={t('insights.levers.any')}
            hideLabel
            placeholder={t('insights.levers.any')}
            options={options}
            value={chosen}
            disabled={isAsking}
            onChange={(id) => {
              setChosen(id);
              if (id !== null) void analysis.addLever(id);
            }}
          />
        </div>
      </div>
    </Part>
  );
}

interface LeverLineProps {
  readonly lever: LeverAnswer;
  readonly map: JourneyMap;
}

function LeverLine({ lever, map }: LeverLineProps) {
  const { t, percent } = useLanguage();
  const { transition, kpi, breakEven, share, shareThen } = lever;
  const name = nameOf(map, 'transitions', transition, t);
  const watched = kpi === null ? null : nameOf(map, 'kpis', kpi, t);
  const isFound = breakEven.kind === 'found';
  const range = breakEvenRange(lever);
  return (
    <tr>
      <HeadCell scope="row">
        {name}
        {watched !== null && (
          <span className={styles.sub}>{t('insights.levers.watched', { kpi: watched })}</span>
        )}
      </HeadCell>
      <Cell numeric className={styles.strong}>
        {isFound
          ? percent(breakEven.factor - 1, { digits: 1, signed: true })
          : t(lever.profit.value < 0 ? 'insights.levers.cannot' : 'insights.levers.safe')}
      </Cell>
      <Cell numeric>{percent(share, { digits: 1 })}</Cell>
      <Cell numeric>{isFound ? percent(shareThen, { digits: 1 }) : '–'}</Cell>
      <Cell numeric>
        {range === null
          ? '–'
          : t('run.interval', {
              low: percent(range[0], { digits: 1, signed: true }),
              high: percent(range[1], { digits: 1, signed: true }),
            })}
      </Cell>
    </tr>
  );
}
