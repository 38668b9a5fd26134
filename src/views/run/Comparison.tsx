import { useMemo } from 'react';
import { isPaired } from '../../simulation/statistics';
import { Dialog } from '../../controls/Dialog';
import { useLanguage } from '../../controls/LanguageProvider';
import { Cell, HeadCell, Table } from '../../controls/Table';
import { useMap } from '../session';
import styles from './Comparison.module.css';
import {
  changeReadingOf,
  type ComparedRow,
  compareRuns,
  unlikeRuns,
} from '../../insight/comparison';
import { figure, intervalText } from '../../insight';
import type { OpenRun } from '../../runs/store';

interface ComparisonProps {
  readonly before: OpenRun;
  readonly after: OpenRun;
  readonly onClose: () => void;
}

/** Two runs side by side, and what of their difference is more than luck. */
export function Comparison({ before, after, onClose }: ComparisonProps) {
  const { t, list } = useLanguage();
  const map = useMap((whole) => whole);
  const parts = useMemo(
    () => compareRuns(before.result, after.result, map, t),
    [before, after, map, t],
  );
  const paired = isPaired(before.result, after.result);
  const differ = unlikeRuns(before.result, after.result);
  const sameScenario = before.summary.title === after.summary.title;
  const nameOf = ({ summary }: OpenRun) =>
    sameScenario
      ? t('compare.run', { title: summary.title, seed: String(summary.seed) })
      : summary.title;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="lg"
      title={t('compare.title')}
      description={t(paired ? 'compare.paired' : 'compare.unpaired')}
    >
      {differ.length > 0 && (
        <p className={styles.unlike}>
          {t('compare.unlike', { what: list(differ.map((part) => t(`compare.unlike.${part}`))) })}
        </p>
      )}
      <Table label={t('compare.title')}>
        <thead>
          <tr>
            <HeadCell>{t('compare.what')}</HeadCell>
            <HeadCell numeric>{nameOf(before)}</HeadCell>
            <HeadCell numeric>{nameOf(after)}</HeadCell>
            <HeadCell numeric>{t('compare.change')}</HeadCell>
            <HeadCell numeric>{t('compare.interval')}</HeadCell>
            <HeadCell>{t('compare.reading')}</HeadCell>
          </tr>
        </thead>
        {parts.map(({ key, rows }) => (
          <tbody key={key}>
            <tr>
              <th colSpan={6} scope="rowgroup" className={styles.group}>
                {t(`compare.part.${key}`)}
              </th>
            </tr>
            {rows.map((row) => (
              <ComparedLine key={row.key} row={row} currency={map.currency} />
            ))}
          </tbody>
        ))}
      </Table>
    </Dialog>
  );
}

function ComparedLine({ row, currency }: { readonly row: ComparedRow; readonly currency: string }) {
  const language = useLanguage();
  const { name, unit, before, after, change } = row;
  const write = (value: number | null) =>
    value === null ? '–' : figure(value, unit, currency, language);
  const reading = changeReadingOf(row);
  return (
    <tr>
      <HeadCell scope="row">{name}</HeadCell>
      <Cell numeric>{write(before)}</Cell>
      <Cell numeric>{write(after)}</Cell>
      <Cell numeric>{change ? figure(change.value, unit, currency, language, true) : '–'}</Cell>
      <Cell numeric className={styles.interval}>
        {(change && intervalText(change.interval, unit, currency, language, true)) ?? '–'}
      </Cell>
      <Cell>
        <span className={styles.reading} data-reading={reading}>
          {language.t(`compare.reading.${reading}`)}
        </span>
      </Cell>
    </tr>
  );
}
