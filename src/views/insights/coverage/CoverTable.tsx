import { useLanguage } from '../../../controls/LanguageProvider';
import { Cell, HeadCell, Table } from '../../../controls/Table';
import { nameOf } from '../../../map/records';
import { walkAt } from '../../../simulation';
import type { MapCoverage } from '../../../simulation/cover';
import styles from '../Insights.module.css';
import type { PartProps } from '../VerdictPart';

/** A part about what the sampled walks cover of the map. */
export interface FoundProps extends PartProps {
  readonly found: MapCoverage;
}

/** The fewest customers of the sample who show everything that anybody met. */
export function CoverTable({ found, run, map }: FoundProps) {
  const { t, number } = useLanguage();
  return (
    <details className={styles.details}>
      <summary>{t('insights.coverage.walks', { count: found.walks.length })}</summary>
      <Table label={t('insights.coverage.walks', { count: found.walks.length })}>
        <thead>
          <tr>
            <HeadCell>{t('insights.coverage.customer')}</HeadCell>
            <HeadCell>{t('walk.persona')}</HeadCell>
            <HeadCell numeric>{t('insights.coverage.steps')}</HeadCell>
            <HeadCell>{t('insights.coverage.first')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {found.walks.map(({ walk, touchpoints, transitions }) => {
            const { customer, persona, steps } = walkAt(run.walks, walk);
            return (
              <tr key={walk}>
                <HeadCell scope="row">{number(customer + 1)}</HeadCell>
                <Cell>{persona === null ? '–' : nameOf(map, 'personas', persona, t)}</Cell>
                <Cell numeric>{number(steps.length)}</Cell>
                <Cell>
                  {t('insights.coverage.news', {
                    touchpoints: touchpoints.length,
                    transitions: transitions.length,
                  })}
                </Cell>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </details>
  );
}
