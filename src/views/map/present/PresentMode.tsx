import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { type Lit, litStage } from '../../../editing/lit';
import { displayOf } from '../../../editing';
import { within } from '../../../map/basics';
import { columnsInOrder } from '../../../map/records';
import { nameOf } from '../../../map/records';
import { useText } from '../../../controls/LanguageProvider';
import { useEditor, useMap, useSession } from '../../session';
import { PresentBar } from './PresentBar';
import styles from './PresentMode.module.css';
import { useFullScreen } from './useFullScreen';

/** On a large screen a stage may fill it. */
const LARGEST = 3;
/** Pixels at the foot of the screen that the bar takes. */
const BAR = 88;

interface PresentModeProps {
  /** Called with what is shown now: the canvas lights it and dims the rest. */
  readonly onLit: (lit: Lit | null) => void;
}

/**
 * The journey shown stage by stage over the whole screen. It lies over the canvas like glass: keys and
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
    displayOf(editor).setState({ isPresenting: false });
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
    const lit = id === null ? null : litStage(editor.store.getState().map, id);
    onLit(lit);
    const shown = id === null ? [] : [{ collection: 'stages', id } as const];
    canvas.current?.fit(shown, { most: LARGEST, below: BAR });
  }, [id, editor, canvas, onLit]);

  const go = (to: number) => {
    setPlace(within(to, 0, stages.length));
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
      <PresentBar
        name={id === null ? map.title : nameOf(map, 'stages', id, t)}
        goal={current ? (current.stage?.goal ?? '') : t('map.present.whole')}
        place={place}
        count={stages.length}
        onGo={go}
        onEnd={end}
      />
    </div>
  );
}
