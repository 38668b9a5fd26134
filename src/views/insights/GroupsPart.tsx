import { useState } from 'react';
import { hasMoney, inOrder, nameOfRecord } from '../../map/records';
import { useLanguage } from '../../controls/LanguageProvider';
import { Segmented } from '../../controls/Segmented';
import { Cell, HeadCell, Table } from '../../controls/Table';
import { useFiltered } from '../map/filter';
import { figure, groupFigures, intervalText } from '../../insight';
import styles from './Insights.module.css';
import { Part } from './Part';
import { StageGroups } from './StageGroups';
import type { PartProps } from './VerdictPart';

/** The same figures for each persona, or each segment. */
export function GroupsPart({ run, map }: PartProps) {
  const language = useLanguage();
  const { t, number, percent } = language;
  const figures = groupFigures(map);
  const title = t(hasMoney(map) ? 'insights.groups.title' : 'insights.groups.title.goal');
  const { asksFor } = useFiltered(run);
  const [by, setBy] = useState<'personas' | 'segments'>('personas');
  const groups = [
    { id: '', name: t('insights.everybody'), group: run.total },
    ...inOrder<{ order: string }>(map[by]).flatMap(([id, record]) => {
      const group = run[by][id];
      return group && group.customers > 0 && asksFor(by, id)
        ? [{ id, name: nameOfRecord(by, record, t), group }]
        : [];
    }),
  ];
  if (Object.keys(run.personas).length + Object.keys(run.segments).length === 0) return null;
  return (
    <Part
      title={title}
      text={t(hasMoney(map) ? 'insights.groups.text' : 'insights.groups.text.goal')}
    >
      <div className={styles.ask}>
        <Segmented
          label={t('insights.groups.by')}
          value={by}
          onChange={setBy}
          options={[
            { value: 'personas', label: t('insights.groups.personas') },
            { value: 'segments', label: t('insights.groups.segments') },
          ]}
        />
      </div>
      <Table label={title}>
        <thead>
          <tr>
            <HeadCell>{t('insights.groups.group')}</HeadCell>
            <HeadCell numeric>{t('insights.groups.share')}</HeadCell>
            {figures.map(({ key }) => (
              <HeadCell key={key} numeric>
                {t(`insights.groups.${key}`)}
              </HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ id, name, group }) => {
            return (
              <tr key={id}>
                <HeadCell scope="row">{name}</HeadCell>
                <Cell numeric>
                  {percent(group.customers / Math.max(1, run.total.customers), { digits: 1 })}
                  <span className={styles.sub}>{number(group.customers)}</span>
                </Cell>
                {figures.map(({ key, unit, of }) => {
                  const { value, interval } = of(group);
                  return (
                    <Cell key={key} numeric>
                      {figure(value, unit, map.currency, language)}
                      <span className={styles.sub}>
                        {intervalText(interval, unit, map.currency, language) ?? '–'}
                      </span>
                    </Cell>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </Table>
      <StageGroups run={run} map={map} groups={groups} />
    </Part>
  );
}
