import { memo, useMemo } from 'react';
import { useLanguage } from '../../../controls/LanguageProvider';
import { busyness, type Player, type Score, timeMarks } from '../../../runs/replay';
import styles from './Replay.module.css';
import { usePlayer } from './ReplayContext';
import { useTimes } from './useTimes';

const STEPS = 1_000;
const BINS = 120;

/** The time, to be dragged: busy hours have more room on it than quiet months. */
export function TimeAxis({ player }: { readonly player: Player }) {
  const { t } = useLanguage();
  const times = useTimes(player);
  const place = usePlayer(player, (state) => state.place);
  const checkpoints = usePlayer(player, (state) => state.checkpoints);
  return (
    <div className={styles.axis}>
      <Busyness score={player.score} />
      <input
        type="range"
        className={styles.range}
        min={0}
        max={STEPS}
        step={1}
        value={Math.round(place * STEPS)}
        aria-label={t(player.score.unit === 'days' ? 'replay.time' : 'replay.steps')}
        aria-valuetext={times.when(place)}
        onChange={(event) => player.seek(Number(event.target.value) / STEPS)}
      />
      {checkpoints.map((each) => (
        <i
          key={each.id}
          className={styles.flag}
          style={{ insetInlineStart: at(each.place) }}
          aria-hidden="true"
        />
      ))}
      <Marks score={player.score} />
    </div>
  );
}

/** The thumb's middle never reaches the ends of its track: what belongs to a place keeps to the same line. */
const at = (place: number) => `calc(8px + (100% - 16px) * ${place})`;

/** How much happens when. */
const Busyness = memo(function Busyness({ score }: { readonly score: Score }) {
  const path = useMemo(() => {
    const tops = busyness(score, BINS).map(
      (part, bin) => `L${bin} ${(1 - part).toFixed(3)}H${bin + 1}`,
    );
    return `M0 1${tops.join('')}V1Z`;
  }, [score]);
  return (
    <svg
      className={styles.busyness}
      viewBox={`0 0 ${BINS} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
});

const Marks = memo(function Marks({ score }: { readonly score: Score }) {
  const { t, duration, number } = useLanguage();
  const write = score.unit === 'days' ? duration : number;
  const marks = useMemo(
    () => timeMarks(score).map(({ days, place }) => ({ place, text: write(days) })),
    [score, write],
  );
  return (
    <div className={styles.marks} aria-hidden="true">
      <span style={{ insetInlineStart: at(0) }}>{t('replay.start')}</span>
      {marks.map(({ place, text }) => (
        <span key={text} style={{ insetInlineStart: at(place) }}>
          {text}
        </span>
      ))}
      <span style={{ insetInlineStart: at(1) }}>{write(score.span)}</span>
    </div>
  );
});
