import { useEditor } from '../../session';
import styles from './Fields.module.css';

/**
 * A proportion to be slid with the hand, while the headline shows the result. One drag is
 * one undo step. The field above it is the same for the keyboard and for screen readers.
 */
export function ShareSlider({
  value,
  write,
}: {
  readonly value: number;
  readonly write: (value: number) => void;
}) {
  const editor = useEditor();
  const settle = () => editor.settle();
  return (
    <input
      type="range"
      className={styles.slider}
      min={0}
      max={100}
      step={0.5}
      value={value * 100}
      tabIndex={-1}
      aria-hidden="true"
      onChange={(event) => write(Number(event.target.value) / 100)}
      onPointerDown={settle}
      onPointerUp={settle}
    />
  );
}
