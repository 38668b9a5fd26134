import { DAYS_PER_MONTH } from '../../../language';
import { memo, useMemo } from 'react';
import { useLanguage } from '../../../controls/LanguageProvider';
import type { Player, Score } from '../../../runs/replay';
import styles from './Replay.module.css';
import { usePlayer } from './ReplayContext';
import { useTimes } from './useTimes';

const STEPS = 1_000;
const BINS = 120;
/** Days worth a mark, as far as there is room for them. */
const MARKS = [1 / 24, 1, 7, DAYS_PER_MONTH, 91.25, 182.5, 365, 730, 1_825, 3_650];
/** Least distance of two marks, as a part of the axis. */
const ROOM = 0.11;

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
    const bins = Array.from({ length: BINS }, () => 0);
    // Those who arrive on the first day all at once would flatten everything else.
    for (const place of score.events.place) {
      if (place > 0) bins[Math.min(BINS - 1, Math.floor(place * BINS))]! += 1;
    }
    const most = Math.max(1, ...bins);
    const tops = bins.map(
      (count, bin) => `L${bin} ${(1 - Math.sqrt(count / most)).toFixed(3)}H${bin + 1}`,
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

/** Times, or steps, worth a mark for which there is room. */
function marksOf({ unit, pace, span }: Score) {
  const marks: { days: number; place: number }[] = [];
  const steps = Array.from({ length: Math.ceil(span) }, (_, step) => step + 1);
  for (const days of unit === 'days' ? MARKS : steps) {
    const place = pace.placeOf(days);
    const before = marks.at(-1)?.place ?? 0;
    const hasRoom = place - before >= ROOM && place <= 1 - ROOM / 2;
    if (days < span && hasRoom) marks.push({ days, place });
  }
  return marks;
}

const Marks = memo(function Marks({ score }: { readonly score: Score }) {
  const { t, duration, number } = useLanguage();
  const write = score.unit === 'days' ? duration : number;
  const marks = useMemo(
    () => marksOf(score).map(({ days, place }) => ({ place, text: write(days) })),
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
