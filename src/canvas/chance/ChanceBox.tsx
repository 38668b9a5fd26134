import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { cx } from '../../controls/cx';
import { holdDraft } from '../../controls/drafts';
import { type NumberLimits, readNumber } from '../../controls/numberText';
import { ReadAs } from '../../controls/ReadAs';
import { isComposing, keepTyping } from '../../controls/typing';
import { changeRecord } from '../../map/edits';
import { spokenName } from '../../editing';
import { useCanvas, useTools } from '../CanvasContext';
import styles from './ChanceBox.module.css';

const PERCENT: NumberLimits = { min: 0, max: 1, scale: 100, unit: '%' };

/**
 * The chance of a transition while it is typed on its label. Enter and leaving take it, Escape gives it up; what is no
 * chance stays in the box with a sentence when Enter is pressed, and is given up when the box is left.
 */
export function ChanceBox({ id }: { readonly id: string }) {
  const { editor, store, language } = useTools();
  const { t } = language;
  const typed = useCanvas(({ chance }) => chance?.text ?? '');
  const [draft, setDraft] = useState<string | null>(null);
  const [isRefused, setRefused] = useState(false);
  const hasEnded = useRef(false);
  const errorId = useId();
  const text = draft ?? typed;
  const reading = readNumber(text, PERCENT, language);
  const error = isRefused && !reading.ok ? reading.error : null;

  function take(): void {
    if (!reading.ok || reading.value === null) return;
    const base = reading.value;
    const edit = changeRecord('transitions', id, (record) => {
      record.chance.base = base;
    });
    if (!editor.edit('field.chance', edit)) return;
    const { map } = editor.store.getState();
    const to = map.transitions[id]?.to ?? '';
    const name = spokenName(map, { collection: 'touchpoints', id: to });
    editor.announce('canvas.chance.set', { name, share: language.percent(base) });
  }

  function end(isTaken: boolean, box: Element | null): void {
    if (hasEnded.current) return;
    hasEnded.current = true;
    if (isTaken) take();
    const label = box?.closest('[data-item]');
    store.setState({ chance: null });
    requestAnimationFrame(() => {
      const back = label?.querySelector<HTMLElement>('[data-focus]');
      if (document.activeElement === document.body) back?.focus({ preventScroll: true });
    });
  }

  // A page that goes away need not blur its box first.
  const takeNow = useEffectEvent(() => {
    if (!hasEnded.current) take();
  });
  useEffect(() => holdDraft(() => takeNow()), []);

  function enter(box: Element | null): void {
    if (reading.ok) end(true, box);
    else setRefused(true);
  }

  const enterNow = useEffectEvent((box: Element | null) => enter(box));
  const wasEntered = useCanvas(({ chance }) => chance?.isEntered === true);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    begin(input.current);
    if (wasEntered) enterNow(input.current);
  }, [wasEntered]);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    keepTyping(event);
    if (isComposing(event)) return;
    if (event.key === 'Escape') end(false, event.currentTarget);
    else if (event.key === 'Enter') enter(event.currentTarget);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={cx('nodrag nopan nowheel', styles.chance)}>
      <span className={styles.box}>
        <input
          ref={input}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          aria-label={t('field.chance')}
          aria-invalid={error !== null || undefined}
          aria-describedby={errorId}
          value={text}
          onChange={({ target }) => {
            setDraft(target.value);
            setRefused(false);
          }}
          onKeyDown={onKeyDown}
          onBlur={(event) => {
            end(true, event.currentTarget);
          }}
        />
        <span className={styles.unit} aria-hidden="true">
          %
        </span>
      </span>
      <span id={errorId} className={styles.below} aria-live="polite">
        {error ?? (reading.twoWays && <ReadAs {...reading.twoWays} />)}
      </span>
    </div>
  );
}

/** The number goes on behind what has been typed of it. */
function begin(box: HTMLInputElement | null): void {
  box?.focus({ preventScroll: true });
  box?.setSelectionRange(box.value.length, box.value.length);
}
