import { UserSearch } from 'lucide-react';
import { Button } from '../../../controls/Button';
import { useText } from '../../../controls/LanguageProvider';
import { Panel } from '../../../controls/Panel';
import { Section } from '../../../controls/Section';
import type { OpenRun } from '../../../runs/store';
import { EventLog } from './EventLog';
import { Followed } from './Followed';
import { KeptMoments } from './KeptMoments';
import { longestWalk, type Player } from '../../../runs/replay';
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
                onClick={() =>
                  player.follow(longestWalk(player.score, player.store.getState().place))
                }
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
