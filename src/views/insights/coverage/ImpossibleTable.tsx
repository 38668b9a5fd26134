import { useLanguage } from '../../../controls/LanguageProvider';
import { Cell, HeadCell, Table } from '../../../controls/Table';
import { sharedObstacles } from '../../../insight';
import type { Impossibilities } from '../../../machine';
import { nameOf } from '../../../map/records';
import type { JourneyMap } from '../../../map/schema';
import styles from '../Insights.module.css';
import { ObstacleText } from './ObstacleText';
import { RecordButton } from './RecordButton';

/** What nobody can take, each with the proof. */
export function ImpossibleTable({
  impossible,
  map,
}: {
  readonly impossible: Impossibilities;
  readonly map: JourneyMap;
}) {
  const { t, list } = useLanguage();
  const transitionNames = (ids: readonly string[]) =>
    list(ids.map((id) => nameOf(map, 'transitions', id, t)));
  return (
    <Table label={t('insights.coverage.impossible.label')}>
      <thead>
        <tr>
          <HeadCell>{t('insights.coverage.record')}</HeadCell>
          <HeadCell>{t('insights.coverage.why')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {impossible.touchpoints.map(({ id, isIdleEntry, transitions }) => (
          <tr key={id}>
            <HeadCell scope="row">
              <RecordButton map={map} collection="touchpoints" id={id} />
            </HeadCell>
            <Cell>
              {isIdleEntry && `${t('insights.coverage.idleEntry')} `}
              {transitions.length > 0
                ? t('insights.coverage.transitionsClosed', {
                    transitions: transitionNames(transitions),
                  })
                : !isIdleEntry && t('insights.coverage.noTransitionIn')}
            </Cell>
          </tr>
        ))}
        {impossible.transitions.map(({ id, because }) => (
          <tr key={id}>
            <HeadCell scope="row">
              <RecordButton map={map} collection="transitions" id={id} />
            </HeadCell>
            <Cell>
              {because.length === 0
                ? t('insights.coverage.loose')
                : sharedObstacles(because).map(({ obstacle, personas }) => (
                    <span key={personas.join()} className={styles.proof}>
                      {personas.length < because.length &&
                        `${list(personas.map((persona) => (persona === null ? '–' : nameOf(map, 'personas', persona, t))))}: `}
                      <ObstacleText obstacle={obstacle} map={map} />
                    </span>
                  ))}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
