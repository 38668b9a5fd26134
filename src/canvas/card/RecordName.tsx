import { touchpointsInJourneyOrder } from '../../map/layout';
import { useStore } from '@xyflow/react';
import { cx } from '../../controls/cx';
import { RenameBox } from '../../controls/RenameBox';
import type { RenameEnd } from '../../controls/useRename';
import { changeRecord } from '../../map/edits';
import { LIMITS, type Target } from '../../map/schema';
import { useTools } from '../CanvasContext';
import styles from './RecordName.module.css';

/** Nearer than this a name is large enough as it is. */
const LEAST_ZOOM = 0.9;

interface RecordNameProps {
  readonly target: Target;
  readonly value: string;
  /** Which field of the record it is. */
  readonly field: 'name' | 'label' | 'text';
  readonly label: string;
  readonly className?: string | undefined;
}

/** The name of a record while it is typed on the canvas. Tab goes on to the next touchpoint. */
export function RecordName({ target, value, field, label, className }: RecordNameProps) {
  const { editor } = useTools();
  const isText = field === 'text';
  // What is typed can be read however far away the rest is.
  const scale = useStore(({ transform: [, , zoom] }) => Math.max(1, LEAST_ZOOM / zoom));

  function neighbour(by: 1 | -1): Target | null {
    const order = touchpointsInJourneyOrder(editor.store.getState().map).map(([id]) => id);
    const id = order[order.indexOf(target.id) + by];
    return order.includes(target.id) && id !== undefined ? { collection: 'touchpoints', id } : null;
  }

  function onEnd(by: RenameEnd, box: Element) {
    editor.rename(null);
    if (by === 'leave') return;
    const back = box.closest('[data-item]')?.querySelector<HTMLElement>('[data-focus]');
    requestAnimationFrame(() => {
      back?.focus({ preventScroll: true });
    });
  }

  return (
    <RenameBox
      name={value}
      label={label}
      multiline={isText}
      rows={isText ? 4 : 2}
      maxLength={isText ? LIMITS.text : LIMITS.name}
      scrolls={false}
      className={cx('nodrag nopan nowheel', styles.box, className)}
      style={scale === 1 ? undefined : { transform: `scale(${scale})` }}
      onTake={(text) => {
        const { collection, id } = target;
        editor.edit('canvas.step.rename', changeRecord(collection, id, { [field]: text }));
      }}
      onEnd={onEnd}
      onTab={(by) => {
        const next = neighbour(by);
        if (next) editor.select([next]);
        editor.rename(next);
      }}
    />
  );
}
