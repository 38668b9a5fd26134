import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useAnnounce } from '../../../controls/Announcer';
import { useText } from '../../../controls/LanguageProvider';
import { isComposing } from '../../../controls/typing';
import { useRunState } from '../RunContext';
import { ReplayLegend } from './Legend';
import type { Player } from '../../../runs/replay';
import styles from './Replay.module.css';
import { ReplayBar } from './ReplayBar';
import { useReplay, useReplays, usePlayer } from './ReplayContext';
import { ReplayPanel } from './ReplayPanel';
import { useTimes } from './useTimes';

/** Below this width, in pixels, the steps are opened by hand: there the map needs the room. */
const NARROW = 900;

/** In front of the map while a run is replayed: who is who, what happened, and the controls. */
export function ReplayFront({
  player,
  zoom,
}: {
  readonly player: Player;
  /** How near one looks. */
  readonly zoom: ReactNode;
}) {
  const [isOpen, setOpen] = useState(() => innerWidth >= NARROW);
  const run = useRunState(({ current }) => current);
  const controls = useFocusWithin();
  useLeaveByEscape();
  useSpokenMoments(player);
  useKeeps(player);
  if (!run) return null;
  return (
    <div ref={controls} className={styles.front}>
      <ReplayLegend player={player} run={run} />
      {isOpen && <ReplayPanel player={player} run={run} onClose={() => setOpen(false)} />}
      <ReplayBar
        player={player}
        zoom={zoom}
        isPanelOpen={isOpen}
        onPanel={() => setOpen(!isOpen)}
      />
    </div>
  );
}

/** The keyboard goes to the controls, and back to where it was when they go. */
function useFocusWithin() {
  const front = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    front.current?.querySelector<HTMLElement>('[data-play]')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return front;
}

/** Escape leaves, unless something above the map has it. */
function useLeaveByEscape(): void {
  const replays = useReplays();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return;
      if (document.querySelector('[role=dialog],[role=alertdialog],[role=menu]')) return;
      if (event.target instanceof Element && event.target.matches('input[type=text], textarea')) {
        return;
      }
      event.preventDefault();
      replays.leave();
    }
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [replays]);
}

/** Says when the replay begins and ends, and at each pause and step what time it is and who is where. */
function useSpokenMoments(player: Player): void {
  const t = useText();
  const announce = useAnnounce();
  const { sentence } = useTimes(player);
  const stops = usePlayer(player, (state) => state.stops);
  const said = useRef(0);
  useEffect(() => {
    announce(t('replay.began'));
    return () => announce(t('replay.left'));
  }, [announce, t]);
  useEffect(() => {
    if (said.current === stops) return;
    said.current = stops;
    announce(sentence(player.store.getState().place));
  }, [stops, player, announce, sentence]);
}

/** Keeps the moment when a key asks for it, under the time it is. */
function useKeeps(player: Player): void {
  const t = useText();
  const announce = useAnnounce();
  const { elapsed } = useTimes(player);
  const keeps = useReplay((state) => state.keeps);
  const done = useRef(keeps);
  useEffect(() => {
    if (done.current === keeps) return;
    done.current = keeps;
    const name = elapsed(player.store.getState().place);
    player.keep(name);
    announce(t('replay.moment.kept', { name }));
  }, [keeps, player, announce, elapsed, t]);
}
