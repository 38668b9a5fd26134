import { useLanguage } from '../../controls/LanguageProvider';
import { Cell, HeadCell, Table } from '../../controls/Table';
import { intervalText } from '../../insight';
import { useFiltered } from '../map/filter';
import { nameOf } from '../../map/records';
import styles from './Insights.module.css';
import { Part } from './Part';
import type { PartProps } from './VerdictPart';

const MOST = 8;

/** What the conversions are owed to: what would be lost without each touchpoint or campaign. */
export function CreditPart({ run, map }: PartProps) {
  const language = useLanguage();
  const { t, percent } = language;
  const { met } = useFiltered(run);
  const isMet = (id: string) => !met || met.items.has(id) || Object.hasOwn(map.campaigns, id);
  const { attribution } = run;
  const rows = (['touchpoints', 'campaigns'] as const).flatMap((collection) =>
    Object.entries(attribution[collection])
      .filter(([id, { removal }]) => removal.value > 0 && isMet(id))
      .sort(([, a], [, b]) => b.removal.value - a.removal.value)
      .slice(0, MOST)
      .map(([id, credit]) => ({ collection, id, ...credit })),
  );
  if (rows.length === 0) return null;
  return (
    <Part
      title={t('insights.credit.title')}
      text={t('insights.credit.text', {
        goal: attribution.goal,
        rate: percent(attribution.rate, { digits: 1 }),
      })}
    >
      <Table label={t('insights.credit.title')}>
        <thead>
          <tr>
            <HeadCell>{t('insights.credit.what')}</HeadCell>
            <HeadCell numeric>{t('insights.credit.removal')}</HeadCell>
            <HeadCell numeric>{t('compare.interval')}</HeadCell>
            <HeadCell numeric>{t('insights.credit.credit')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ collection, id, removal, credit }) => (
            <tr key={id}>
              <HeadCell scope="row">
                {nameOf(map, collection, id, t)}
                {collection === 'campaigns' && (
                  <span className={styles.sub}>{t('record.campaigns.one')}</span>
                )}
              </HeadCell>
              <Cell numeric className={styles.strong}>
                {percent(removal.value, { digits: 1 })}
              </Cell>
              <Cell numeric>
                {intervalText(removal.interval, 'share', map.currency, language) ?? '–'}
              </Cell>
              <Cell numeric>{percent(credit.value, { digits: 1 })}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </Part>
  );
}
