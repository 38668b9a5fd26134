import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { RetentionPoint, RunResult } from '../../simulation/results';
import {
  Axes,
  Chart,
  Curve,
  Dot,
  frameOf,
  Legend,
  placeMarks,
  valueMarks,
} from '../../controls/charts';
import { useLanguage } from '../../controls/LanguageProvider';
import styles from './Insights.module.css';

const FRAME = frameOf(240, { right: 12 });
const SEEN = 'var(--accent)';
const FITTED = 'var(--line-strong)';

interface RetentionChartProps {
  /** One for each renewal. */
  readonly points: readonly RetentionPoint[];
  readonly fit: RunResult['series']['retentionFit'];
}

/** The shares as dots with their intervals as a band, and the fitted curve. */
export function RetentionChart({ points, fit }: RetentionChartProps) {
  const { t, percent, number } = useLanguage();
  const x = scaleLinear([0, points.length - 1], [FRAME.left, FRAME.right]);
  const y = scaleLinear([0, 1], [FRAME.bottom, FRAME.top]);
  const band = area<RetentionPoint>()
    .x((_, index) => x(index))
    .y0(({ share }) => y(share.interval?.[0] ?? share.value))
    .y1(({ share }) => y(share.interval?.[1] ?? share.value));
  const fitted = line<number>()
    .x((_, index) => x(index))
    .y((share) => y(share));
  const seen = { key: 'seen', label: t('insights.retention.seen'), color: SEEN };
  const curve = { key: 'curve', label: t('insights.retention.curve'), color: FITTED };
  return (
    <>
      <Legend entries={fit ? [seen, curve] : [seen]} />
      <Chart label={t('insights.retention.title')} frame={FRAME}>
        <Axes
          frame={FRAME}
          values={valueMarks(y, 4, (share) => percent(share, { digits: 0 }))}
          places={placeMarks(points, x, (_, index) => number(index))}
        />
        <path className={styles.band} d={band([...points]) ?? ''} />
        {fit && <Curve color={FITTED} path={fitted([...fit.shares])} />}
        {points.map(({ age, share }, index) => (
          <Dot
            key={age}
            x={x(index)}
            y={y(share.value)}
            color={SEEN}
            title={`${number(index)}: ${percent(share.value, { digits: 1 })}`}
          />
        ))}
      </Chart>
    </>
  );
}
