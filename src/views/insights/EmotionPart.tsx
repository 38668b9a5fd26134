import { elided } from '../../language';
import { curveMonotoneX, line } from 'd3-shape';
import { useMemo } from 'react';
import { inOrder, nameOf, nameOfRecord } from '../../map/records';
import { Axes, Chart, Curve, Dot, frameOf, Legend } from '../../controls/charts';
import { colorVar } from '../../controls/colors';
import { useLanguage } from '../../controls/LanguageProvider';
import { Cell, HeadCell } from '../../controls/Table';
import { useFiltered } from '../map/filter';
import { emotionCurves } from '../../insight/flow';
import { AsTable } from './AsTable';
import { Part } from './Part';
import type { PartProps } from './VerdictPart';

const FRAME = frameOf(250, { left: 40 });
const LEVELS = [2, 1, 0, -1, -2] as const;
/** Units a letter of a stage's name takes. */
const LETTER = 7.5;

const y = (level: number) => FRAME.top + ((2 - level) / 4) * (FRAME.bottom - FRAME.top);

interface FeltProps {
  readonly curves: readonly {
    readonly persona: string;
    readonly name: string;
    readonly color: string;
    /** By stage; null where they never came. */
    readonly stages: readonly (number | null)[];
  }[];
  /** Names in journey order. */
  readonly stages: readonly string[];
}

/** How each persona feels from stage to stage. */
export function EmotionPart({ run, map }: PartProps) {
  const { t } = useLanguage();
  const { asksFor } = useFiltered(run);
  const curves = useMemo(
    () =>
      emotionCurves(map, run)
        .filter(({ persona }) => asksFor('personas', persona))
        .map((curve) => {
          const { color = 'grey' } = map.personas[curve.persona] ?? {};
          const name = nameOf(map, 'personas', curve.persona, t);
          return { ...curve, name, color: colorVar(color) };
        }),
    [map, run, asksFor, t],
  );
  const stages = inOrder(map.stages).map(([, stage]) => nameOfRecord('stages', stage, t));
  if (curves.length === 0 || stages.length < 2) return null;
  return (
    <Part title={t('insights.emotion.title')} text={t('insights.emotion.text')}>
      <Legend
        entries={curves.map(({ persona, name, color }) => ({ key: persona, label: name, color }))}
      />
      <EmotionChart curves={curves} stages={stages} />
      <EmotionTable curves={curves} stages={stages} />
    </Part>
  );
}

function EmotionChart({ curves, stages }: FeltProps) {
  const { t, number } = useLanguage();
  const gap = (FRAME.right - FRAME.left) / stages.length;
  const x = (index: number) => FRAME.left + gap * (index + 0.5);
  const draw = line<readonly [number, number]>()
    .x(([index]) => x(index))
    .y(([, level]) => y(level))
    .curve(curveMonotoneX);
  const values = LEVELS.map((level) => ({
    at: y(level),
    text: number(level, { signed: true }),
    isStrong: level === 0,
  }));
  const places = stages.map((name, index) => ({
    at: x(index),
    text: elided(name, Math.floor(gap / LETTER)),
  }));
  return (
    <Chart label={t('insights.emotion.title')} frame={FRAME}>
      <Axes frame={FRAME} values={values} places={places} />
      {curves.map(({ persona, name, color, stages: felt }) => {
        const said = felt.flatMap((level, index) =>
          level === null ? [] : [[index, level] as const],
        );
        return (
          <g key={persona}>
            <Curve color={color} path={draw(said)} />
            {said.map(([index, level]) => (
              <Dot
                key={index}
                x={x(index)}
                y={y(level)}
                color={color}
                title={`${name}: ${number(level, { digits: 1, signed: true })}`}
              />
            ))}
          </g>
        );
      })}
    </Chart>
  );
}

function EmotionTable({ curves, stages }: FeltProps) {
  const { t, number } = useLanguage();
  return (
    <AsTable label={t('insights.emotion.title')}>
      <thead>
        <tr>
          <HeadCell>{t('walk.persona')}</HeadCell>
          {stages.map((name, index) => (
            <HeadCell key={index} numeric>
              {name}
            </HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {curves.map(({ persona, name, stages: felt }) => (
          <tr key={persona}>
            <HeadCell scope="row">{name}</HeadCell>
            {felt.map((level, index) => (
              <Cell key={index} numeric>
                {level === null ? '–' : number(level, { digits: 1, signed: true })}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </AsTable>
  );
}
