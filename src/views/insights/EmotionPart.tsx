import { curveMonotoneX, line } from 'd3-shape';
import { useMemo } from 'react';
import { inOrder } from '../../map/records';
import { useLanguage } from '../../controls/LanguageProvider';
import { Cell, HeadCell, Table } from '../../controls/Table';
import { useFiltered } from '../map/filter/useFiltered';
import { emotionCurves } from '../../insight/flow';
import styles from './Insights.module.css';
import { Part } from './Part';
import type { PartProps } from './VerdictPart';

const WIDTH = 1000;
const HEIGHT = 260;
const TOP = 16;
const BOTTOM = 208;
const y = (value: number) => TOP + ((2 - value) / 4) * (BOTTOM - TOP);
const LEVELS = [2, 1, 0, -1, -2] as const;

/** How each persona feels from stage to stage. */
export function EmotionPart({ run, map }: PartProps) {
  const { t, number } = useLanguage();
  const { asksFor } = useFiltered(run);
  const curves = useMemo(
    () => emotionCurves(map, run).filter(({ persona }) => asksFor('personas', persona)),
    [map, run, asksFor],
  );
  const stages = inOrder(map.stages);
  if (curves.length === 0 || stages.length < 2) return null;
  const gap = WIDTH / stages.length;
  const x = (index: number) => gap * (index + 0.5);
  const draw = line<readonly [number, number]>()
    .x(([index]) => x(index))
    .y(([, value]) => y(value))
    .curve(curveMonotoneX);
  const personaOf = (id: string) => map.personas[id]?.name ?? '';
  return (
    <Part title={t('insights.emotion.title')} text={t('insights.emotion.text')}>
      <ul className={styles.legend}>
        {curves.map(({ persona }) => (
          <li key={persona}>
            <i style={{ background: colorOf(persona) }} />
            {personaOf(persona)}
          </li>
        ))}
      </ul>
      <div className={styles.wide}>
        <svg
          className={styles.chart}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={t('insights.emotion.title')}
        >
          {LEVELS.map((level) => (
            <line
              key={level}
              x1={0}
              x2={WIDTH}
              y1={y(level)}
              y2={y(level)}
              data-zero={level === 0 || undefined}
            />
          ))}
          {curves.map(({ persona, stages: felt }) => (
            <g key={persona} style={{ color: colorOf(persona) }}>
              <path
                className={styles.curve}
                d={
                  draw(
                    felt.flatMap((value, index) =>
                      value === null ? [] : [[index, value] as const],
                    ),
                  ) ?? ''
                }
              />
              {felt.map(
                (value, index) =>
                  value !== null && (
                    <circle key={index} cx={x(index)} cy={y(value)} r={4} fill="currentColor">
                      <title>{`${personaOf(persona)}: ${number(value, { digits: 1, signed: true })}`}</title>
                    </circle>
                  ),
              )}
            </g>
          ))}
          {stages.map(([id, { name }], index) => (
            <text key={id} x={x(index)} y={HEIGHT - 22} textAnchor="middle">
              {shortened(name, Math.floor(gap / 7.5))}
            </text>
          ))}
        </svg>
      </div>
      <details className={styles.details}>
        <summary>{t('insights.asTable')}</summary>
        <Table label={t('insights.emotion.title')}>
          <thead>
            <tr>
              <HeadCell>{t('walk.persona')}</HeadCell>
              {stages.map(([id, { name }]) => (
                <HeadCell key={id} numeric>
                  {name}
                </HeadCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {curves.map(({ persona, stages: felt }) => (
              <tr key={persona}>
                <HeadCell scope="row">{personaOf(persona)}</HeadCell>
                {felt.map((value, index) => (
                  <Cell key={index} numeric>
                    {value === null ? '–' : number(value, { digits: 1, signed: true })}
                  </Cell>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </Part>
  );

  function colorOf(persona: string): string {
    return `var(--color-${map.personas[persona]?.color ?? 'grey'}-solid)`;
  }
}

function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, Math.max(1, length - 1)).trimEnd()}…`;
}
