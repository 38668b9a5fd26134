import { inOrder, nameOfRecord } from '../../map/records';
import type { GroupResult, StageReached } from '../../simulation/results';
import { useLanguage } from '../../controls/LanguageProvider';
import { Cell, HeadCell, Table } from '../../controls/Table';
import { figure, intervalText } from '../../insight';
import { stagesThatGoOn } from '../../insight/flow';
import styles from './Insights.module.css';
import type { PartProps } from './VerdictPart';

interface StageGroupsProps extends PartProps {
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly group: GroupResult;
  }[];
}

/** Of those of each group who came to a stage, who went on to a later one. */
export function StageGroups({ run, map, groups }: StageGroupsProps) {
  const language = useLanguage();
  const { t } = language;
  // A share that cannot be other than 0 says nothing; runs kept by earlier builds do not distinguish groups.
  const goOn = stagesThatGoOn(map);
  const stages = inOrder(map.stages).filter(
    ([id]) => goOn.has(id) && conversionOf(run.total, id) !== null,
  );
  if (stages.length === 0) return null;
  return (
    <>
      <p>{t('insights.groups.stages')}</p>
      <Table label={t('insights.groups.stages')}>
        <thead>
          <tr>
            <HeadCell>{t('insights.groups.group')}</HeadCell>
            {stages.map(([id, stage]) => (
              <HeadCell key={id} numeric>
                {nameOfRecord('stages', stage, t)}
              </HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ id, name, group }) => (
            <tr key={id}>
              <HeadCell scope="row">{name}</HeadCell>
              {stages.map(([stage]) => {
                const reached = conversionOf(group, stage);
                if (!reached || reached.customers === 0) {
                  return (
                    <Cell key={stage} numeric>
                      –
                    </Cell>
                  );
                }
                const { value, interval } = reached.conversion;
                return (
                  <Cell key={stage} numeric>
                    {figure(value, 'share', map.currency, language)}
                    <span className={styles.sub}>
                      {intervalText(interval, 'share', map.currency, language) ?? '–'}
                    </span>
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

function conversionOf({ stages }: GroupResult, id: string): StageReached | null {
  const reached = stages[id];
  return reached && 'conversion' in reached ? reached : null;
}
