import { UserX } from 'lucide-react';
import { END_KINDS } from '../../../simulation/results';
import { nameOf } from '../../../map/records';
import { Button } from '../../../controls/Button';
import { useLanguage } from '../../../controls/LanguageProvider';
import { Skeleton } from '../../../controls/Skeleton';
import { useMap } from '../../session';
import type { OpenRun } from '../../../runs/store';
import { WalkLog } from '../walk/WalkLog';
import type { Player } from '../../../runs/replay';
import styles from './Replay.module.css';
import { usePlayer } from './ReplayContext';
import { TokenMark } from './TokenMark';
import { useReasons } from './useReasons';

interface FollowedProps {
  readonly player: Player;
  readonly run: OpenRun;
  /** Index of their walk. */
  readonly walk: number;
}

/** One customer: who they are, how far they are, and why at every step. */
export function Followed({ player, run, walk }: FollowedProps) {
  const { t, number } = useLanguage();
  const reasons = useReasons(run, walk);
  const steps = usePlayer(player, ({ place }) => {
    const { first } = player.score.walks;
    return Math.max(0, player.reader.stepAt(walk, place) + 1 - first[walk]!);
  });
  const hasEnded = usePlayer(player, ({ place }) => player.score.endPlace[walk]! <= place);
  const { walks, turn } = player.score;
  const { looks } = player.tokens;
  const persona = walks.persona[walk]!;
  const who = walks.personas[persona];
  const from = walks.first[walk]!;
  const again = turn.subarray(from, from + steps).filter((count) => count > 1).length;
  const at = walks.touchpoints[walks.touchpoint[from + steps - 1] ?? -1];
  const name = useMap((map) => (at === undefined ? '' : nameOf(map, 'touchpoints', at, t)));
  const whose = useMap((map) => (who === undefined ? '' : nameOf(map, 'personas', who, t)));
  const end = t(`replay.ends.${END_KINDS[walks.end[walk]!]!}`);
  return (
    <div className={styles.followed}>
      <p className={styles.whose}>
        <TokenMark look={looks[persona < 0 ? looks.length - 1 : persona]!} />
        <strong>{t('replay.customer', { number: number(walks.customer[walk]! + 1) })}</strong>
        {whose}
        <Button
          size="sm"
          variant="ghost"
          icon={<UserX aria-hidden="true" />}
          onClick={() => player.follow(null)}
        >
          {t('replay.unfollow')}
        </Button>
      </p>
      {name !== '' && (
        <p className={styles.whereabouts}>
          {hasEnded ? `${end} ${t('replay.at', { name })}` : t('replay.at', { name })}
        </p>
      )}
      {again > 0 && <p className={styles.loops}>{t('replay.loops', { count: again })}</p>}
      {reasons.state === 'loading' && <Skeleton />}
      {reasons.state === 'gone' && <p className={styles.empty}>{t('replay.whyGone')}</p>}
      {reasons.state === 'here' && (
        <>
          <p className={styles.empty}>{t('replay.whyHint')}</p>
          <WalkLog
            log={reasons.log.slice(0, steps)}
            map={reasons.map}
            startDate={run.result.settings.startDate}
            persona={who ?? null}
          />
        </>
      )}
    </div>
  );
}
