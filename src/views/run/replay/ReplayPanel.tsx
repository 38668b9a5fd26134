import { UserSearch } from 'lucide-react';
import { Button } from '../../../controls/Button';
import { useText } from '../../../controls/LanguageProvider';
import { Panel } from '../../../controls/Panel';
import { Section } from '../../../controls/Section';
import type { OpenRun } from '../../../runs/store';
import { EventLog } from './EventLog';
import { Followed } from './Followed';
import { KeptMoments } from './KeptMoments';
import type { Player } from '../../../runs/replay';
import styles from './Replay.module.css';
import { usePlayer } from './ReplayContext';

interface ReplayPanelProps {
  readonly player: Player;
  readonly run: OpenRun;
  readonly onClose: () => void;
}

/** What happened to everybody, or to the one who is followed and why; and the moments kept. */
export function ReplayPanel({ player, run, onClose }: ReplayPanelProps) {
  const t = useText();
  const followed = usePlayer(player, (state) => state.followed);
  return (
    <div className={styles.panel}>
      <Panel title={t('replay.panel')} onClose={onClose}>
        <Section title={t('replay.log')}>
          {followed === null ? (
            <>
              <EventLog player={player} />
              <Button
                size="sm"
                icon={<UserSearch aria-hidden="true" />}
                onClick={() => player.follow(somebody(player))}
              >
                {t('replay.followAny')}
              </Button>
            </>
          ) : (
            <Followed key={followed} player={player} run={run} walk={followed} />
          )}
        </Section>
        <Section title={t('replay.moments')}>
          <KeptMoments player={player} />
        </Section>
      </Panel>
    </div>
  );
}

/** Of those who are on the way, the one with the longest walk; at the end, of all. */
function somebody({ store, score }: Player): number {
  const { place } = store.getState();
  const { first } = score.walks;
  const length = (walk: number) => first[walk + 1]! - first[walk]!;
  const isOnTheWay = (walk: number) => score.endPlace[walk]! > place;
  let found = 0;
  for (let walk = 1; walk < first.length - 1; walk += 1) {
    const better = Number(isOnTheWay(walk)) - Number(isOnTheWay(found));
    if (better > 0 || (better === 0 && length(walk) > length(found))) found = walk;
  }
  return found;
}
