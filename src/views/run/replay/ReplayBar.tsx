import {
  Bookmark,
  ListOrdered,
  Pause,
  Play,
  RotateCcw,
  SkipBack,
  SkipForward,
  X,
} from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { IconButton } from '../../../controls/IconButton';
import { useLanguage } from '../../../controls/LanguageProvider';
import { Segmented } from '../../../controls/Segmented';
import { useRunCommand } from '../../session';
import { type Player, type Speed, SPEEDS } from '../../../runs/replay';
import styles from './Replay.module.css';
import { usePlayer, useReplays } from './ReplayContext';
import { TimeAxis } from './TimeAxis';
import { useTimes } from './useTimes';

interface ReplayBarProps {
  readonly player: Player;
  readonly zoom: ReactNode;
  readonly isPanelOpen: boolean;
  readonly onPanel: () => void;
}

/** Play, pause, step, speed, and the time. */
export function ReplayBar({ player, zoom, isPanelOpen, onPanel }: ReplayBarProps) {
  const { t, number } = useLanguage();
  const replays = useReplays();
  const runCommand = useRunCommand();
  const isPlaying = usePlayer(player, (state) => state.isPlaying);
  const speed = usePlayer(player, (state) => state.speed);
  return (
    <section className={styles.bar} data-bar aria-label={t('replay.bar')}>
      <div className={styles.controls} role="toolbar" aria-label={t('replay.bar')}>
        <IconButton
          label={t('replay.reset')}
          keys="Home"
          tooltipSide="top"
          onClick={() => player.reset()}
        >
          <RotateCcw aria-hidden="true" />
        </IconButton>
        <IconButton
          label={t('replay.previous')}
          keys=","
          tooltipSide="top"
          onClick={() => player.step(-1)}
        >
          <SkipBack aria-hidden="true" />
        </IconButton>
        <IconButton
          label={t(isPlaying ? 'replay.pause' : 'replay.play')}
          keys="Space"
          tooltipSide="top"
          className={styles.play}
          data-play
          onClick={() => player.toggle()}
        >
          {isPlaying ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
        </IconButton>
        <IconButton
          label={t('replay.next')}
          keys="."
          tooltipSide="top"
          onClick={() => player.step(1)}
        >
          <SkipForward aria-hidden="true" />
        </IconButton>
        <Segmented
          label={t('replay.speed')}
          size="sm"
          value={String(speed)}
          onChange={(value) => player.setSpeed(Number(value) as Speed)}
          options={SPEEDS.map((value) => ({
            value: String(value),
            label: t('walk.times', { speed: value === 0.5 ? '½' : number(value) }),
          }))}
        />
        <Now player={player} />
        <span className={styles.zoom}>{zoom}</span>
        <IconButton
          label={t('replay.moment.keep')}
          caption={t('replay.moment.keep')}
          keys="K"
          tooltipSide="top"
          onClick={() => runCommand('run.replay.keep')}
        >
          <Bookmark aria-hidden="true" />
        </IconButton>
        <IconButton
          label={t('replay.panel')}
          caption={t('replay.panel')}
          pressed={isPanelOpen}
          tooltipSide="top"
          onClick={onPanel}
        >
          <ListOrdered aria-hidden="true" />
        </IconButton>
        <IconButton
          label={t('replay.leave')}
          keys="Escape"
          tooltipSide="top"
          onClick={() => replays.leave()}
        >
          <X aria-hidden="true" />
        </IconButton>
      </div>
      <TimeAxis player={player} />
    </section>
  );
}

/** What time it is, and how many are where. */
function Now({ player }: { readonly player: Player }) {
  const times = useTimes(player);
  const place = usePlayer(player, (state) => state.place);
  const tally = useMemo(() => player.reader.countsAt(place), [player, place]);
  return (
    <p className={styles.now}>
      <strong>{times.when(place)}</strong>
      <span>{times.counts(tally)}</span>
    </p>
  );
}
