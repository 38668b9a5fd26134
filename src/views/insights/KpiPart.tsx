import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { latestActual, type KpiState, unitOf } from '../../kpis';
import type { MessageId } from '../../language';
import { inOrder, nameOf, nameOfRecord } from '../../map/records';
import type { JourneyMap, Kpi } from '../../map/schema';
import { Chip, type Tone } from '../../controls/Chip';
import { useLanguage } from '../../controls/LanguageProvider';
import { Cell, HeadCell, Table } from '../../controls/Table';
import { figure, intervalText } from '../../insight';
import styles from './Insights.module.css';
import { inMonths, standingOf } from '../../insight/kpis';
import { Part } from './Part';
import type { PartProps } from './VerdictPart';

const TONES: Readonly<Record<KpiState, Tone>> = {
  met: 'met',
  watch: 'watch',
  missed: 'missed',
  'no-target': 'grey',
  'no-value': 'grey',
};

/** Every KPI of the map: what the run says, what was measured, what is wanted. */
export function KpiPart({ run, map }: PartProps) {
  const { t } = useLanguage();
  const kpis = inOrder(map.kpis);
  if (kpis.length === 0) return null;
  return (
    <Part title={t('insights.kpis.title')} text={t('insights.kpis.text')}>
      <Table label={t('insights.kpis.title')}>
        <thead>
          <tr>
            <HeadCell>{t('insights.kpis.name')}</HeadCell>
            <HeadCell numeric>{t('insights.kpis.value')}</HeadCell>
            <HeadCell numeric>{t('compare.interval')}</HeadCell>
            <HeadCell numeric>{t('insights.kpis.target')}</HeadCell>
            <HeadCell>{t('insights.kpis.state')}</HeadCell>
            <HeadCell numeric>{t('insights.kpis.actual')}</HeadCell>
          </tr>
        </thead>
        {kpis.map(([id, kpi]) => (
          <KpiLine key={id} id={id} kpi={kpi} run={run} map={map} />
        ))}
      </Table>
    </Part>
  );
}

interface KpiLineProps extends PartProps {
  readonly id: string;
  readonly kpi: Kpi;
}

function KpiLine({ id, kpi, run, map }: KpiLineProps) {
  const language = useLanguage();
  const { t, date, number } = language;
  const [isOpen, setOpen] = useState(false);
  const unit = unitOf(kpi);
  const { currency } = map;
  const measured = run.kpis[id] ?? null;
  const actual = latestActual(kpi);
  const { horizon } = run.settings;
  const { state, why } = standingOf(kpi, map, measured, run.settings);
  const write = (value: number | null | undefined) =>
    value == null ? '–' : figure(value, unit, currency, language);
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  return (
    <tbody>
      <tr>
        <HeadCell scope="row">
          <button
            type="button"
            className={styles.unfold}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <Arrow aria-hidden="true" />
            {nameOfRecord('kpis', kpi, t)}
          </button>
        </HeadCell>
        <Cell numeric className={styles.strong}>
          {write(measured?.value)}
        </Cell>
        <Cell numeric>
          {intervalText(measured?.interval ?? null, unit, currency, language) ?? '–'}
        </Cell>
        <Cell numeric>
          {kpi.target === null
            ? '–'
            : t(kpi.direction === 'up' ? 'insights.kpis.atLeast' : 'insights.kpis.atMost', {
                value: write(kpi.target),
              })}
        </Cell>
        <Cell>
          <Chip tone={TONES[state]} size="sm">
            {t(`kpi.state.${state}`)}
          </Chip>
          {why && (
            <span className={styles.sub}>
              {t(`insights.kpis.why.${why}`, {
                covered: number(inMonths(horizon ?? 0)),
                wanted: number(inMonths(kpi.params.period ?? 0)),
              })}
            </span>
          )}
        </Cell>
        <Cell numeric>
          {write(actual?.value)}
          {actual && <span className={styles.sub}>{date(actual.date, 'short')}</span>}
        </Cell>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={6} className={styles.formula}>
            <Formula kpi={kpi} map={map} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

function Formula({ kpi: { metric }, map }: { readonly kpi: Kpi; readonly map: JourneyMap }) {
  const { t } = useLanguage();
  if (metric.kind === 'catalogue') return <>{t(`kpi.${metric.id}.formula` as MessageId)}</>;
  // Ids mean nothing to people: names stand in their place.
  const words = metric.expression.replaceAll(/["']([^"']+)["']/g, (_, id: string) => {
    const collection = (['transitions', 'touchpoints', 'segments'] as const).find((each) =>
      Object.hasOwn(map[each], id),
    );
    return `“${collection ? nameOf(map, collection, id, t) : id}”`;
  });
  return <code>{words}</code>;
}
