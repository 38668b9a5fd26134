import { useStore } from '@xyflow/react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { MessageId } from '../../language';
import { changeRecord } from '../../map/edits';
import { touchpointsInJourneyOrder } from '../../map/records';
import { LIMITS, type Target } from '../../map/schema';
import { useTools } from '../CanvasContext';
import styles from './RenameBox.module.css';

/** Nearer than this a name is large enough as it is. */
const LEAST_ZOOM = 0.9;

export interface RenameBoxProps {
  readonly target: Target;
  readonly value: string;
  /** Which field of the record it is. */
  readonly field: 'name' | 'label' | 'text';
  readonly label: string;
  readonly className?: string | undefined;
  readonly multiline?: boolean;
  readonly step: MessageId;
}

/**
 * The name of a record while it is typed in place. Enter and leaving keep it, Escape does not, Tab
 * goes on to the next touchpoint.
 */
export function RenameBox(props: RenameBoxProps) {
  const { target, value, field, label, className, multiline = false, step } = props;
  const { editor } = useTools();
  const [text, setText] = useState(value);
  const box = useRef<HTMLTextAreaElement>(null);
  const done = useRef(false);
  // What is typed can be read however far away the rest is.
  const scale = useStore(({ transform: [, , zoom] }) => Math.max(1, LEAST_ZOOM / zoom));

  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.select();
  }, []);

  function finish(keep: boolean, goTo: Target | null = null) {
    if (done.current) return;
    done.current = true;
    const clean = multiline ? text : text.replace(/\s+/g, ' ').trim();
    if (keep && clean !== value) {
      editor.edit(step, changeRecord(target.collection, target.id, { [field]: clean }));
    }
    if (goTo) editor.select([goTo]);
    editor.rename(goTo);
  }

  function neighbour(by: 1 | -1): Target | null {
    const order = touchpointsInJourneyOrder(editor.store.getState().map).map(([id]) => id);
    const id = order[order.indexOf(target.id) + by];
    return order.includes(target.id) && id !== undefined ? { collection: 'touchpoints', id } : null;
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const isEnter = event.key === 'Enter' && (!multiline || event.metaKey || event.ctrlKey);
    if (isEnter || event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      const back = event.currentTarget.closest('[data-item]')?.querySelector('[data-focus]');
      finish(
        event.key !== 'Escape',
        event.key === 'Tab' ? neighbour(event.shiftKey ? -1 : 1) : null,
      );
      if (event.key !== 'Tab' && back instanceof HTMLElement) {
        requestAnimationFrame(() => {
          back.focus({ preventScroll: true });
        });
      }
    }
  }

  return (
    <textarea
      ref={box}
      className={`nodrag nopan nowheel ${styles.box} ${className ?? ''}`}
      style={scale === 1 ? undefined : { transform: `scale(${scale})` }}
      aria-label={label}
      value={text}
      rows={multiline ? 4 : 2}
      maxLength={multiline ? LIMITS.text : LIMITS.name}
      spellCheck={false}
      onChange={(event) => {
        setText(event.target.value);
      }}
      onKeyDown={onKeyDown}
      onBlur={() => {
        finish(true);
      }}
    />
  );
}
