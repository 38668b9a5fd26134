import { useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../controls/Button';
import { ComboBox } from '../../controls/ComboBox';
import { useLanguage } from '../../controls/LanguageProvider';
import { Cell, HeadCell, Table } from '../../controls/Table';
import { figure, intervalText } from '../../insight';
import { GOAL_LIFT, type GoalLever, isLever } from '../../insight/levers';
import { nameOf } from '../../map/records';
import { useOptions } from '../session';
import { Asking } from './Asking';
import type { AnalysisProps } from './BreakEvenPart';
import styles from './Insights.module.css';
import { Known } from './Known';
import { Part } from './Part';

/** How many more reach the goal where a transition is taken a tenth more often, the most first. */
export function GoalLeversPart({ analysis, map }: AnalysisProps) {
  const { t, number, percent } = useLanguage();
  const levers = useStore(analysis.store, (state) => state.goalLevers);
  const isAsking = useStore(analysis.store, (state) => state.progress !== null);
  const [chosen, setChosen] = useState<string | null>(null);
  const options = useOptions('transitions').filter(({ id }) => isLever(map, id));
  const lift = percent(GOAL_LIFT - 1, { digits: 0 });
  return (
    <Part
      title={t('insights.goalLevers.title')}
      text={t('insights.goalLevers.text', { lift, customers: number(analysis.customers) })}
    >
      <Known answers={levers} />
      {levers && levers.length > 0 && (
        <Table label={t('insights.goalLevers.title')}>
          <thead>
            <tr>
              <HeadCell>{t('insights.levers.lever')}</HeadCell>
              <HeadCell numeric>{t('insights.goal.more')}</HeadCell>
              <HeadCell numeric>{t('compare.interval')}</HeadCell>
              <HeadCell numeric>{t('insights.levers.now')}</HeadCell>
              <HeadCell numeric>{t('insights.goalLevers.then')}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {levers.map((lever) => (
              <LeverLine key={lever.transition} lever={lever} map={map} />
            ))}
          </tbody>
        </Table>
      )}
      {levers?.length === 0 && !isAsking && <p>{t('insights.goalLevers.none')}</p>}
      <Asking analysis={analysis} question="levers" />
      <div className={styles.ask}>
        <Button
          variant={levers ? 'secondary' : 'primary'}
          disabled={isAsking}
          onClick={() => void analysis.findLevers()}
        >
          {t('insights.goalLevers.find')}
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
  readonly lever: GoalLever;
  readonly map: AnalysisProps['map'];
}

function LeverLine({ lever, map }: LeverLineProps) {
  const language = useLanguage();
  const { t } = language;
  const { transition, kpi, method, share, shareThen, change } = lever;
  const written = (value: number, signed = false) =>
    figure(value, 'share', map.currency, language, signed);
  return (
    <tr>
      <HeadCell scope="row">
        {nameOf(map, 'transitions', transition, t)}
        {kpi !== null && (
          <span className={styles.sub}>
            {t('insights.levers.watched', { kpi: nameOf(map, 'kpis', kpi, t) })}
          </span>
        )}
      </HeadCell>
      <Cell numeric className={styles.strong}>
        {written(change.value, true)}
      </Cell>
      <Cell numeric>
        {method === 'exact'
          ? t('run.live.exact')
          : (intervalText(change.interval, 'share', map.currency, language, true) ?? '–')}
      </Cell>
      <Cell numeric>{written(share)}</Cell>
      <Cell numeric>{written(shareThen)}</Cell>
    </tr>
  );
}
