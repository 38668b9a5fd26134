import { memo, useState } from 'react';
import { END_KINDS } from '../../../simulation/results';
import { nameOf } from '../../../map/records';
import { useLanguage } from '../../../controls/LanguageProvider';
import { useMap } from '../../session';
import { useLogEnd } from '../useLogEnd';
import type { Player } from '../../../runs/replay';
import styles from './Replay.module.css';
import { usePlayer } from './ReplayContext';
import { TokenMark } from './TokenMark';
import { useTimes } from './useTimes';

/** Lines in sight while it plays, and at most while somebody reads further up. */
const LINES = 40;
const MOST = 400;

/** What happened to anybody; it follows the replay while its end is in sight. A line follows its customer. */
export function EventLog({ player }: { readonly player: Player }) {
  const { t } = useLanguage();
  const count = usePlayer(player, ({ place }) => player.score.events.countAt(place));
  /** The first line in sight, kept while somebody reads further up. */
  const [held, setHeld] = useState<number | null>(null);
  const from = held !== null && held < count ? held : Math.max(0, count - LINES);
  const to = Math.min(count, from + MOST);
  const { box, onScroll } = useLogEnd<HTMLOListElement>(count);
  if (count === 0) return <p className={styles.empty}>{t('replay.log.empty')}</p>;
  return (
    <ol
      ref={box}
      className={styles.log}
      aria-label={t('replay.log')}
      onScroll={(event) => {
        if (onScroll(event)) setHeld(null);
        else if (held === null) setHeld(from);
      }}
    >
      {Array.from({ length: to - from }, (_, line) => (
        <EventLine key={from + line} player={player} index={from + line} />
      ))}
    </ol>
  );
}

const EventLine = memo(function EventLine({
  player,
  index,
}: {
  readonly player: Player;
  readonly index: number;
}) {
  const { t, number } = useLanguage();
  const times = useTimes(player);
  const { score, tokens } = player;
  const { walks, turn } = score;
  const { walk, step, place } = score.events.at(index);
  const at = walks.touchpoints[walks.touchpoint[step < 0 ? walks.first[walk + 1]! - 1 : step]!]!;
  const name = useMap((map) => nameOf(map, 'touchpoints', at, t));
  const persona = walks.persona[walk]!;
  const customer = number(walks.customer[walk]! + 1);
  const words =
    step < 0
      ? `${t(`replay.ends.${END_KINDS[walks.end[walk]!]!}`)} ${t('replay.at', { name })}`
      : t(step === walks.first[walk]! ? 'replay.arrives' : 'replay.comes', { name });
  return (
    <li>
      <button
        type="button"
        className={styles.event}
        aria-label={`${t('replay.follow', { number: customer })}: ${words}`}
        onClick={() => player.follow(walk)}
      >
        <TokenMark look={tokens.looks[persona < 0 ? tokens.looks.length - 1 : persona]!} />
        <span className={styles.what}>
          {words}
          {step >= 0 && turn[step]! > 1 && <em>{t('replay.turn', { turn: turn[step]! })}</em>}
        </span>
        <time className={styles.time}>{times.elapsed(place)}</time>
      </button>
    </li>
  );
});
