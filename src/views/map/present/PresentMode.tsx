import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { Lit } from '../../../editing/lit/lit';
import { lookOf } from '../../../editing/look';
import { columnsInOrder } from '../../../map/records';
import { type JourneyMap } from '../../../map/schema';
import { IconButton } from '../../../controls/IconButton';
import { useText } from '../../../controls/LanguageProvider';
import { useEditor, useMap } from '../../session/EditorContext';
import { useSession } from '../../session/ShellContext';
import styles from './PresentMode.module.css';

/** On a large screen a stage may fill it. */
const LARGEST = 3;
/** Pixels at the foot of the screen that the bar takes. */
const BAR = 88;

export interface PresentModeProps {
  /** Called with what is shown now: the canvas lights it and dims the rest. */
  readonly onLit: (lit: Lit | null) => void;
}

/**
 * The journey told stage by stage over the whole screen. It lies over the canvas like glass: keys and
 * clicks lead on, and nothing can be edited by accident.
 */
export function PresentMode({ onLit }: PresentModeProps) {
  const t = useText();
  const editor = useEditor();
  const { canvas } = useSession();
  const map = useMap((whole) => whole);
  const root = useRef<HTMLDivElement>(null);
  const stages = columnsInOrder(map).filter(({ stage }) => stage !== null);
  /** 0 is the whole journey. */
  const [place, setPlace] = useState(0);
  const current = place === 0 ? undefined : stages[place - 1];
  const id = current?.id ?? null;

  const end = useCallback(() => {
    lookOf(editor).setState({ isPresenting: false });
  }, [editor]);
  useFullScreen(root, end);

  useEffect(() => {
    const port = canvas.current;
    const back = port?.keepView();
    return () => {
      onLit(null);
      back?.();
    };
  }, [onLit, canvas]);
  useEffect(() => {
    const lit = id === null ? null : litBy(editor.store.getState().map, id);
    onLit(lit);
    const shown = id === null ? [] : [{ collection: 'stages', id } as const];
    canvas.current?.fit(shown, { most: LARGEST, below: BAR });
  }, [id, editor, canvas, onLit]);

  const go = (to: number) => {
    setPlace(Math.max(0, Math.min(stages.length, to)));
  };

  function onKeyDown(event: KeyboardEvent) {
    const act = {
      ArrowRight: () => go(place + 1),
      ArrowDown: () => go(place + 1),
      PageDown: () => go(place + 1),
      ArrowLeft: () => go(place - 1),
      ArrowUp: () => go(place - 1),
      PageUp: () => go(place - 1),
      Home: () => go(0),
      End: () => go(stages.length),
      Escape: end,
    }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  const name = current ? current.stage?.name || t('canvas.unnamedStage') : map.title;
  return (
    // The glass takes every key and click there is, so that none reaches what lies under it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <div
      ref={root}
      role="dialog"
      aria-modal="true"
      aria-label={t('map.present')}
      className={styles.glass}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.stopPropagation();
      }}
      onDoubleClick={(event) => {
        event.stopPropagation();
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <button
        type="button"
        className={styles.sheet}
        tabIndex={-1}
        aria-hidden="true"
        onClick={() => {
          go(place + 1);
        }}
      />
      <div className={styles.bar}>
        <IconButton
          label={t('map.present.previous')}
          keys="ArrowLeft"
          tooltipSide="top"
          disabled={place === 0}
          onClick={() => {
            go(place - 1);
          }}
        >
          <ChevronLeft aria-hidden="true" />
        </IconButton>
        <div className={styles.words} role="status">
          <strong className={styles.name} dir="auto">
            {name}
          </strong>
          <span className={styles.goal} dir="auto">
            {current ? current.stage?.goal : t('map.present.whole')}
          </span>
        </div>
        <span className={styles.place}>
          {t('map.present.place', { place, count: stages.length })}
        </span>
        <IconButton
          label={t('map.present.next')}
          keys="ArrowRight"
          tooltipSide="top"
          disabled={place === stages.length}
          onClick={() => {
            go(place + 1);
          }}
        >
          <ChevronRight aria-hidden="true" />
        </IconButton>
        <IconButton label={t('map.present.end')} keys="Escape" tooltipSide="top" onClick={end}>
          <X aria-hidden="true" />
        </IconButton>
      </div>
    </div>
  );
}

/** Fills the screen where the browser lets it, holds the keyboard, and gives both back. */
function useFullScreen(root: { readonly current: HTMLDivElement | null }, end: () => void): void {
  useEffect(() => {
    const glass = root.current;
    const before = document.activeElement;
    glass?.focus();
    // Missing on phones of Apple, whatever the types say.
    const screen = glass?.parentElement as Partial<Pick<Element, 'requestFullscreen'>> | null;
    // Refused in a frame or without a gesture: then the page is all there is, and enough.
    screen?.requestFullscreen?.().then(
      () => glass?.focus(),
      () => undefined,
    );
    const left = () => {
      if (!document.fullscreenElement) end();
    };
    document.addEventListener('fullscreenchange', left);
    return () => {
      document.removeEventListener('fullscreenchange', left);
      if (document.fullscreenElement) void document.exitFullscreen();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [root, end]);
}

/** A stage, what is in it, and the transitions among its touchpoints. */
function litBy(map: JourneyMap, stage: string): Lit {
  const items = new Set(
    [...Object.entries(map.touchpoints), ...Object.entries(map.notes)]
      .filter(([, item]) => item.stage === stage)
      .map(([id]) => id),
  );
  const transitions = new Set(
    Object.entries(map.transitions)
      .filter(([, { from, to }]) => items.has(from) && items.has(to))
      .map(([id]) => id),
  );
  return { items, transitions, stages: new Set([stage]), hard: true };
}
