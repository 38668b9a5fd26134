import { Pause, Play, RotateCcw, SkipForward, Undo2 } from 'lucide-react';
import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../../controls/Button';
import { isFocusFree } from '../../../controls/focus';
import { IconButton } from '../../../controls/IconButton';
import { useLanguage } from '../../../controls/LanguageProvider';
import { Segmented } from '../../../controls/Segmented';
import type { WalkPartProps } from './useWalk';
import styles from './Walk.module.css';

/** Milliseconds between two steps at speed 1. */
const PACE = 1_200;
const SPEEDS = ['0.5', '1', '2', '8'] as const;

/** Goes on, by itself or step by step, back, and to the start. */
export function WalkControls({ walk, state }: WalkPartProps) {
  const { t, number } = useLanguage();
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<(typeof SPEEDS)[number]>('1');
  const isOver = state.end !== null;
  const plays = isPlaying && !isOver;
  const keys = useId();
  const toolbar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!plays) return undefined;
    const timer = setTimeout(() => walk.step(), PACE / Number(speed));
    return () => clearTimeout(timer);
    // Each state is one step: the next beat begins when it has been drawn.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [plays, speed, state]);
  useKeptKeyboard(toolbar, state.log.length, isOver);
  return (
    <div
      ref={toolbar}
      className={styles.controls}
      role="toolbar"
      aria-label={t('walk.controls')}
      aria-describedby={keys}
    >
      <span id={keys} hidden>
        {t('walk.keys')}
      </span>
      <Button
        variant="primary"
        icon={<SkipForward aria-hidden="true" />}
        aria-keyshortcuts="ArrowRight"
        data-step=""
        disabled={isOver}
        onClick={() => walk.step()}
      >
        {t('walk.step')}
      </Button>
      <IconButton
        label={t(plays ? 'walk.pause' : 'walk.play')}
        disabled={isOver}
        onClick={() => setPlaying(!plays)}
      >
        {plays ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
      </IconButton>
      <IconButton
        label={t('walk.back')}
        keys="ArrowLeft"
        disabled={!walk.canGoBack}
        onClick={() => walk.back()}
      >
        <Undo2 aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t('walk.restart')}
        data-restart=""
        onClick={() => {
          setPlaying(false);
          walk.restart();
        }}
      >
        <RotateCcw aria-hidden="true" />
      </IconButton>
      <Segmented
        label={t('walk.speed')}
        size="sm"
        value={speed}
        onChange={setSpeed}
        options={SPEEDS.map((value) => ({
          value,
          label: t('walk.times', { speed: value === '0.5' ? '½' : number(Number(value)) }),
        }))}
      />
    </div>
  );
}

/**
 * A walk that was opened by key or command goes on by key: the focus comes to *Step* when the walk begins, and
 * whenever the button that had it is gone or cannot be pressed any more.
 */
function useKeptKeyboard(
  toolbar: RefObject<HTMLDivElement | null>,
  steps: number,
  isOver: boolean,
): void {
  const hasBegun = useRef(false);
  useEffect(() => {
    const control = toolbar.current?.querySelector<HTMLElement>(
      isOver ? '[data-restart]' : '[data-step]',
    );
    const { activeElement } = document;
    const isLost = isFocusFree() || (activeElement?.matches(':disabled') ?? false);
    if (!hasBegun.current || isLost) control?.focus({ preventScroll: true });
    hasBegun.current = true;
  }, [toolbar, steps, isOver]);
}
