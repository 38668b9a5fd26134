import { useMemo } from 'react';
import type { Impossibilities, ObstacleOf } from '../../machine';
import type { JourneyMap } from '../../map/schema';
import { describeRule } from '../../rules';
import type { MapCoverage } from '../../simulation/cover';
import { walkAt } from '../../simulation';
import { Button } from '../../controls/Button';
import { useLanguage } from '../../controls/LanguageProvider';
import { Cell, HeadCell, Table } from '../../controls/Table';
import { useFiltered } from '../map/filter';
import { nameOf } from '../../map/records';
import styles from './Insights.module.css';
import { Part } from './Part';
import { useCoverage } from './useCoverage';
import { useGoTo } from './useGoTo';
import type { PartProps } from './VerdictPart';

type Kind = 'touchpoints' | 'transitions';

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

interface FoundProps extends PartProps {
  readonly found: MapCoverage;
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
  const unseen = useMemo(() => unseenOf(found, map), [found, map]).filter(isMet);
  const isClean = impossible.touchpoints.length + impossible.transitions.length === 0;
  return (
    <>
      <p className={styles.lead}>
        {isClean
          ? t('insights.coverage.allPossible')
          : t('insights.coverage.impossible', {
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

/** Possible as far as anybody can prove, and yet nobody in the sample took it. */
function unseenOf({ impossible, touchpoints, transitions }: MapCoverage, map: JourneyMap) {
  const gone = new Set([...impossible.touchpoints, ...impossible.transitions].map(({ id }) => id));
  const missing = (collection: Kind, seen: ReadonlySet<string>) =>
    Object.keys(map[collection])
      .filter((id) => !seen.has(id) && !gone.has(id))
      .map((id) => ({ collection, id }));
  return [...missing('touchpoints', touchpoints), ...missing('transitions', transitions)];
}

function ImpossibleTable({
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
                : together(because).map(({ obstacle, personas }) => (
                    <span key={personas.join()} className={styles.proof}>
                      {personas.length < because.length &&
                        `${list(personas.map((persona) => (persona === null ? '–' : nameOf(map, 'personas', persona, t))))}: `}
                      <Why obstacle={obstacle} map={map} />
                    </span>
                  ))}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Personas with the very same obstacle in one line. */
function together(because: readonly ObstacleOf[]) {
  const groups = new Map<
    string,
    { obstacle: ObstacleOf['obstacle']; personas: (string | null)[] }
  >();
  for (const { persona, obstacle } of because) {
    const key = JSON.stringify(obstacle);
    const known = groups.get(key) ?? { obstacle, personas: [] };
    known.personas.push(persona);
    groups.set(key, known);
  }
  return [...groups.values()];
}

function Why({
  obstacle,
  map,
}: {
  readonly obstacle: ObstacleOf['obstacle'];
  readonly map: JourneyMap;
}) {
  const { t, date, list, number } = useLanguage();
  if (obstacle.kind === 'earlier') {
    const names = obstacle.transitions.map((id) => nameOf(map, 'transitions', id, t));
    return t('insights.coverage.earlier', { transitions: list(names, 'or') });
  }
  if (obstacle.kind !== 'rule') return t(`insights.coverage.${obstacle.kind}`);
  const { clause, range } = obstacle;
  if (!clause) return t('insights.coverage.contradiction');
  const rule = describeRule(clause, map, t, date);
  if (!range) return t('insights.coverage.rule', { rule });
  const values = range.values.map((value) =>
    value === null ? t('insights.coverage.unset') : String(value),
  );
  const { interval } = range;
  const span =
    interval && Number.isFinite(interval.min) && Number.isFinite(interval.max)
      ? [t('run.interval', { low: number(interval.min), high: number(interval.max) })]
      : [];
  return t('insights.coverage.range', { rule, range: list([...span, ...values], 'or') });
}

function CoverTable({ found, run, map }: FoundProps) {
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

function RecordButton({
  map,
  collection,
  id,
}: {
  readonly map: JourneyMap;
  readonly collection: Kind;
  readonly id: string;
}) {
  const { t } = useLanguage();
  const goTo = useGoTo();
  const name = nameOf(map, collection, id, t);
  return (
    <Button
      variant="ghost"
      size="sm"
      title={t('insights.coverage.show', { name })}
      onClick={() => goTo({ collection, id })}
    >
      {name}
    </Button>
  );
}
