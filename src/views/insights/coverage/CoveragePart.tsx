import { useMemo } from 'react';
import { useLanguage } from '../../../controls/LanguageProvider';
import { hasNone } from '../../../map/records';
import { unseenRecords } from '../../../insight';
import { useFiltered } from '../../map/filter';
import styles from '../Insights.module.css';
import { Part } from '../Part';
import type { PartProps } from '../VerdictPart';
import { CoverTable, type FoundProps } from './CoverTable';
import { ImpossibleTable } from './ImpossibleTable';
import { RecordButton } from './RecordButton';
import { useCoverage } from './useCoverage';

/** What nobody can take and why, what nobody in the sample took, and the fewest customers who show the rest. */
export function CoveragePart({ run, map }: PartProps) {
  const { t, number } = useLanguage();
  const found = useCoverage(map, run.walks);
  const sampled = number(run.walks.customer.length);
  return (
    <Part
      title={t('insights.coverage.title')}
      text={t('insights.coverage.text', { customers: sampled })}
    >
      {found === null && <p className={styles.sub}>{t('insights.coverage.working')}</p>}
      {found === 'failed' && <p role="alert">{t('insights.coverage.failed')}</p>}
      {found !== null && found !== 'failed' && <Found found={found} run={run} map={map} />}
    </Part>
  );
}

function Found({ found, run, map }: FoundProps) {
  const { t, number } = useLanguage();
  const { met } = useFiltered(run);
  const isMet = ({ id }: { readonly id: string }) =>
    !met || met.items.has(id) || met.transitions.has(id);
  const { impossible, walks, atLeast } = found;
  const listed = {
    ...impossible,
    touchpoints: impossible.touchpoints.filter(isMet),
    transitions: impossible.transitions.filter(isMet),
  };
  const unseen = useMemo(() => unseenRecords(found, map), [found, map]).filter(isMet);
  const isClean = impossible.touchpoints.length + impossible.transitions.length === 0;
  return (
    <>
      <p className={styles.lead}>
        {isClean
          ? t('insights.coverage.allPossible')
          : t(hasNone(map.personas) ? 'insights.coverage.impossible.nobody' : 'insights.coverage.impossible', {
              touchpoints: impossible.touchpoints.length,
              transitions: impossible.transitions.length,
            })}{' '}
        {walks.length > 0 &&
          t(
            atLeast === walks.length
              ? 'insights.coverage.fewest'
              : 'insights.coverage.fewestBetween',
            { count: walks.length, least: number(atLeast) },
          )}
      </p>
      {listed.touchpoints.length + listed.transitions.length > 0 && (
        <ImpossibleTable impossible={listed} map={map} />
      )}
      {unseen.length > 0 && (
        <details className={styles.details}>
          <summary>{t('insights.coverage.unseen', { count: unseen.length })}</summary>
          <ul className={styles.records}>
            {unseen.map(({ collection, id }) => (
              <li key={id}>
                <RecordButton map={map} collection={collection} id={id} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {walks.length > 0 && <CoverTable found={found} run={run} map={map} />}
    </>
  );
}
