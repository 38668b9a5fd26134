import { useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../controls/Button';
import { ComboBox } from '../../controls/ComboBox';
import { useLanguage } from '../../controls/LanguageProvider';
import { Cell, HeadCell, Table } from '../../controls/Table';
import { isLever, type Lever } from '../../insight/levers';
import { nameOf } from '../../map/records';
import type { JourneyMap } from '../../map/schema';
import type { Analysis } from '../../runs/analysis';
import { useOptions } from '../session';
import { Asking } from './Asking';
import styles from './Insights.module.css';

/** A number that is said of each lever; the first column is the answer itself. */
export interface LeverColumn<Answer> {
  readonly head: string;
  readonly write: (lever: Answer) => string;
}

interface LeverTableProps<Answer> {
  readonly label: string;
  readonly map: JourneyMap;
  readonly levers: readonly Answer[];
  readonly columns: readonly LeverColumn<Answer>[];
}

/** One lever a line: which transition, why it is asked about, and what was found. */
export function LeverTable<Answer extends Lever>({
  label,
  map,
  levers,
  columns,
}: LeverTableProps<Answer>) {
  const { t } = useLanguage();
  return (
    <Table label={label}>
      <thead>
        <tr>
          <HeadCell>{t('insights.levers.lever')}</HeadCell>
          {columns.map(({ head }) => (
            <HeadCell key={head} numeric>
              {head}
            </HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {levers.map((lever) => (
          <tr key={lever.transition}>
            <HeadCell scope="row">
              {nameOf(map, 'transitions', lever.transition, t)}
              {lever.kpi !== null && (
                <span className={styles.sub}>
                  {t('insights.levers.watched', { kpi: nameOf(map, 'kpis', lever.kpi, t) })}
                </span>
              )}
            </HeadCell>
            {columns.map(({ head, write }, index) => (
              <Cell key={head} numeric {...(index === 0 && { className: styles.strong })}>
                {write(lever)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

interface LeverQuestionProps {
  readonly analysis: Analysis;
  readonly map: JourneyMap;
  /** What the button says that finds the levers worth asking about. */
  readonly find: string;
  readonly isAsked: boolean;
}

/** Asks about the levers worth it, or about any transition that is chosen. */
export function LeverQuestion({ analysis, map, find, isAsked }: LeverQuestionProps) {
  const { t } = useLanguage();
  const isAsking = useStore(analysis.store, (state) => state.progress !== null);
  const [chosen, setChosen] = useState<string | null>(null);
  const options = useOptions('transitions').filter(({ id }) => isLever(map, id));
  return (
    <>
      <Asking analysis={analysis} question="levers" />
      <div className={styles.ask}>
        <Button
          variant={isAsked ? 'secondary' : 'primary'}
          disabled={isAsking}
          onClick={() => void analysis.findLevers()}
        >
          {find}
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
    </>
  );
}
