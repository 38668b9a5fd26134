import { nameOf } from '../../map/records';
import { useLanguage } from '../../controls/LanguageProvider';
import { Cell, HeadCell, Table } from '../../controls/Table';
import { intervalText } from '../../insight';
import { useFiltered } from '../map/filter';
import styles from './Insights.module.css';
import { Part } from './Part';
import type { PartProps } from './VerdictPart';

const PATHS = 8;
const LEAKS = 8;

/** The paths most people really take, and the places where most are lost. */
export function PathsPart({ run, map }: PartProps) {
  const language = useLanguage();
  const { t, percent } = language;
  const placeName = (id: string) => nameOf(map, 'touchpoints', id, t);
  const { met } = useFiltered(run);
  const isMet = (id: string) => met === null || met.items.has(id);
  const paths = run.paths.top.filter(({ touchpoints }) => touchpoints.some(isMet));
  const leaks = Object.entries(run.touchpoints)
    .filter(([id, { dropOffs }]) => dropOffs > 0 && isMet(id))
    .sort(([, a], [, b]) => b.dropOffs - a.dropOffs)
    .slice(0, LEAKS);
  return (
    <>
      <Part
        title={t('insights.paths.title')}
        text={t('insights.paths.text', {
          counted: run.paths.counted,
          distinct: run.paths.distinct,
        })}
      >
        <ol className={styles.paths}>
          {paths.slice(0, PATHS).map(({ touchpoints, share, end, cut }) => (
            <li key={`${touchpoints.join('>')}${end}`}>
              <span className={styles.pathShare}>{percent(share.value, { digits: 1 })}</span>
              <span className={styles.path}>
                {touchpoints.map(placeName).join(' → ')}
                {cut && ' → …'}
                <span className={styles.sub}>{t(`run.end.${end}`)}</span>
              </span>
            </li>
          ))}
        </ol>
      </Part>
      {leaks.length > 0 && (
        <Part title={t('insights.leaks.title')} text={t('insights.leaks.text')}>
          <Table label={t('insights.leaks.title')}>
            <thead>
              <tr>
                <HeadCell>{t('insights.leaks.where')}</HeadCell>
                <HeadCell numeric>{t('insights.leaks.customers')}</HeadCell>
                <HeadCell numeric>{t('insights.leaks.share')}</HeadCell>
                <HeadCell numeric>{t('compare.interval')}</HeadCell>
              </tr>
            </thead>
            <tbody>
              {leaks.map(([id, { dropOffs, dropOffShare }]) => (
                <tr key={id}>
                  <HeadCell scope="row">{placeName(id)}</HeadCell>
                  <Cell numeric className={styles.strong}>
                    {percent(dropOffs / run.total.customers, { digits: 1 })}
                  </Cell>
                  <Cell numeric>{percent(dropOffShare.value, { digits: 1 })}</Cell>
                  <Cell numeric>
                    {intervalText(dropOffShare.interval, 'share', map.currency, language) ?? '–'}
                  </Cell>
                </tr>
              ))}
            </tbody>
          </Table>
        </Part>
      )}
    </>
  );
}
