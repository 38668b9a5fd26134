import { useStore } from '@xyflow/react';
import { useId, useState } from 'react';
import { cx } from '../../controls/cx';
import { Later, later } from '../../controls/Later';
import { RenameBox } from '../../controls/RenameBox';
import type { RenameEnd } from '../../controls/useRename';
import { giveName } from '../../editing';
import { changeRecord } from '../../map/edits';
import { LIMITS, type Target } from '../../map/schema';
import { useTools } from '../CanvasContext';
import styles from './RecordName.module.css';

const NameHint = later(async () => (await import('../making/NameHint')).NameHint);

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

/** The name of a record while it is typed on the canvas. Tab goes on to the next record of its kind. */
export function RecordName({ target, value, field, label, className }: RecordNameProps) {
  const { editor, make } = useTools();
  // A name that is taken when its box has gone still belongs to what was made.
  const [made] = useState(() => editor.store.getState().renaming?.made);
  const hint = useId();
  const isText = field === 'text';
  // What is typed can be read however far away the rest is.
  const scale = useStore(({ transform: [, , zoom] }) => Math.max(1, LEAST_ZOOM / zoom));

  function onEnd(by: RenameEnd, box: Element) {
    editor.rename(null);
    if (by === 'leave') return;
    const back = box.closest('[data-item]')?.querySelector<HTMLElement>('[data-focus]');
    requestAnimationFrame(() => {
      back?.focus({ preventScroll: true });
    });
    if (!made) return;
    make(({ finish }) => {
      finish(target, made);
    });
  }

  return (
    <>
      <RenameBox
        name={value}
        label={label}
        describedBy={made && hint}
        multiline={isText}
        rows={isText ? 4 : 2}
        maxLength={isText ? LIMITS.text : LIMITS.name}
        scrolls={false}
        className={cx('nodrag nopan nowheel', styles.box, className)}
        style={scale === 1 ? undefined : { transform: `scale(${scale})` }}
        onTake={(text) => {
          const { collection, id } = target;
          giveName(editor, target, changeRecord(collection, id, { [field]: text }), made);
        }}
        onEnd={onEnd}
        onTab={(by) => {
          make(({ goOn }) => {
            goOn(target, made, by);
          });
        }}
      />
      {made && (
        <Later missing="nothing">
          <NameHint id={hint} isText={isText} scale={scale} />
        </Later>
      )}
    </>
  );
}
