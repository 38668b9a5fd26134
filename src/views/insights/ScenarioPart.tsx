import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { pairedKpis } from '../../kpis';
import { hasMoney, inOrder, nameOf, nameOfRecord } from '../../map/records';
import type { JourneyMap } from '../../map/schema';
import type { ScenarioComparison } from '../../simulation/results';
import { Button } from '../../controls/Button';
import { useLanguage } from '../../controls/LanguageProvider';
import { ProgressBar } from '../../controls/ProgressBar';
import { Select } from '../../controls/Select';
import { Cell, HeadCell, Table } from '../../controls/Table';
import { figure, intervalText, sureSign } from '../../insight';
import {
  betterAndWorse,
  comparedRows,
  firstPair,
  type ScenarioRow,
  settingsOf,
  unlike,
} from '../../insight/comparison';
import styles from './Insights.module.css';
import { Part } from './Part';
import { compareInWorkers, createScenarioQuestion } from '../../runs/analysis';

/** The map as it stands: a value no id can have. */
const AS_IT_IS = '';
const MOVES = 6;

interface ScenarioPartProps {
  readonly map: JourneyMap;
  /** The luck to walk with. */
  readonly seed: number;
}

/** Two scenarios, walked by the very same customers. */
export function ScenarioPart({ map, seed }: ScenarioPartProps) {
  const { t, percent, list } = useLanguage();
  const question = useMemo(() => createScenarioQuestion(map, seed, compareInWorkers), [map, seed]);
  useEffect(() => () => question.cancel(), [question]);
  const { progress, failed, answer } = useStore(question.store);
  const scenarios = inOrder(map.scenarios);
  const [first] = useState(() => firstPair(map));
  const [before, setBefore] = useState<string>(first[0] ?? AS_IT_IS);
  const [after, setAfter] = useState<string>(first[1] ?? AS_IT_IS);
  const differ = unlike(settingsOf(map, before || null), settingsOf(map, after || null));
  const settingName = (id: string | null) =>
    id === null ? t('run.asItIs') : nameOf(map, 'scenarios', id, t);
  if (scenarios.length === 0) return null;
  const options = [
    { value: AS_IT_IS, label: t('run.asItIs') },
    ...scenarios.map(([id]) => ({ value: id, label: settingName(id) })),
  ];
  const text = percent(progress ?? 0, { digits: 0 });
  return (
    <Part title={t('insights.scenarios.title')} text={t('insights.scenarios.text')}>
      <div className={styles.ask}>
        <Select
          label={t('insights.scenarios.before')}
          value={before}
          onChange={setBefore}
          options={options}
        />
        <Select
          label={t('insights.scenarios.after')}
          value={after}
          onChange={setAfter}
          options={options}
        />
        <Button
          disabled={before === after || progress !== null}
          onClick={() => void question.ask(before || null, after || null)}
        >
          {t('insights.scenarios.compare')}
        </Button>
      </div>
      {differ.length > 0 && (
        <p className={styles.lead}>
          {t('compare.unlike', { what: list(differ.map((part) => t(`compare.unlike.${part}`))) })}
        </p>
      )}
      {progress !== null && (
        <div className={styles.asking}>
          <ProgressBar label={t('run.running')} value={progress} text={text} />
          <span>{text}</span>
          <Button size="sm" onClick={() => question.cancel()}>
            {t('control.cancel')}
          </Button>
        </div>
      )}
      {failed && <p role="alert">{t('run.failure.worker')}</p>}
      {answer && (
        <Answer
          comparison={answer.comparison}
          map={map}
          names={[settingName(answer.before), settingName(answer.after)]}
        />
      )}
    </Part>
  );
}

interface AnswerProps {
  readonly comparison: ScenarioComparison;
  readonly map: JourneyMap;
  readonly names: readonly [before: string, after: string];
}

function Answer({ comparison, map, names }: AnswerProps) {
  const language = useLanguage();
  const { t, number, percent } = language;
  const { customers, changed, moves } = comparison;
  const who = betterAndWorse(comparison, map);
  const share = (value: number) => percent(value, { digits: 1 });
  const endName = (end: string) =>
    map.touchpoints[end]
      ? nameOf(map, 'touchpoints', end, t)
      : t(`run.end.${end as 'drop-off' | 'in-journey' | 'cut-off'}`);
  const largest = [...moves].sort((a, b) => b.customers - a.customers).slice(0, MOVES);
  return (
    <>
      <p className={styles.lead}>
        {t('insights.scenarios.changed', {
          by: who === null ? 'none' : hasMoney(map) ? 'money' : 'goal',
          customers: number(customers),
          changed: share(changed.value),
          better: share(who?.better ?? 0),
          worse: share(who?.worse ?? 0),
        })}
      </p>
      <Table label={t('insights.scenarios.title')}>
        <thead>
          <tr>
            <HeadCell>{t('compare.what')}</HeadCell>
            <HeadCell numeric>{names[0]}</HeadCell>
            <HeadCell numeric>{names[1]}</HeadCell>
            <HeadCell numeric>{t('compare.change')}</HeadCell>
            <HeadCell numeric>{t('compare.interval')}</HeadCell>
            <HeadCell>{t('compare.reading')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {comparedRows(comparison, map, t).map((row) => (
            <Line key={row.key} row={row} currency={map.currency} />
          ))}
        </tbody>
      </Table>
      <UnpairedKpis map={map} />
      {largest.length > 0 && (
        <ul className={styles.records}>
          {largest.map(({ from, to, customers: count }) => (
            <li key={`${from}>${to}`}>
              {t('insights.scenarios.move', {
                share: percent(count / customers, { digits: 1 }),
                from: endName(from),
                to: endName(to),
              })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const REASONS = ['whole', 'group', 'formula'] as const;

/** The map's KPIs that are not in the table, and why. */
function UnpairedKpis({ map }: { readonly map: JourneyMap }) {
  const { t, list } = useLanguage();
  const { unpaired } = pairedKpis(map);
  return REASONS.map((why) => {
    const names = inOrder(map.kpis)
      .filter(([id]) => unpaired[id] === why)
      .map(([, kpi]) => nameOfRecord('kpis', kpi, t));
    return (
      names.length > 0 && (
        <p key={why} className={styles.lead}>
          {t(`insights.scenarios.unpaired.${why}`, { kpis: list(names) })}
        </p>
      )
    );
  });
}

function Line({ row, currency }: { readonly row: ScenarioRow; readonly currency: string }) {
  const language = useLanguage();
  const { name, unit, direction, before, after, change } = row;
  const sign = sureSign(change);
  const reading =
    change.value === 0
      ? 'same'
      : sign === null
        ? 'unsure'
        : sign === direction
          ? 'better'
          : 'worse';
  return (
    <tr>
      <HeadCell scope="row">{name}</HeadCell>
      <Cell numeric>{figure(before, unit, currency, language)}</Cell>
      <Cell numeric>{figure(after, unit, currency, language)}</Cell>
      <Cell numeric className={styles.strong}>
        {figure(change.value, unit, currency, language, true)}
      </Cell>
      <Cell numeric>{intervalText(change.interval, unit, currency, language, true) ?? '–'}</Cell>
      <Cell>
        <span
          className={styles.reading}
          data-reading={reading === 'better' ? 'pays' : reading === 'worse' ? 'costs' : reading}
        >
          {language.t(`compare.reading.${reading}`)}
        </span>
      </Cell>
    </tr>
  );
}
