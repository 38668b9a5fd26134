import type { CSSProperties } from 'react';
import { cx } from './cx';
import styles from './RenameBox.module.css';
import { type RenameOptions, useRename } from './useRename';

/** The box takes the keyboard when it is mounted, and is to be unmounted by `onEnd`. */
export interface RenameBoxProps extends RenameOptions {
  /** What is typed here, for screen readers. */
  readonly label: string;
  /** The id of what is said about it besides. */
  readonly describedBy?: string | undefined;
  /** So many lines, wrapped; without it one line. */
  readonly rows?: number;
  readonly maxLength: number;
  /** Comes into sight when the typing begins; not where the browser's scrolling would shift a canvas. */
  readonly scrolls?: boolean;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
}

type Box = HTMLInputElement | HTMLTextAreaElement;

/** Renaming begins in the box, with all of the name chosen. */
const begin = (box: Box | null) => {
  box?.focus();
  box?.select();
};
const beginStill = (box: Box | null) => {
  box?.focus({ preventScroll: true });
  box?.select();
};

/**
 * The name of something, typed where it stands. Enter and leaving take it, Escape gives it up; see
 * {@link useRename}.
 */
export function RenameBox(props: RenameBoxProps) {
  const { label, describedBy, rows, maxLength, scrolls = true, className, style } = props;
  const { draft, setDraft, onKeyDown, onBlur } = useRename(props);
  const shared = {
    ref: scrolls ? begin : beginStill,
    className: cx(styles.box, className),
    style,
    'aria-label': label,
    'aria-describedby': describedBy,
    value: draft,
    maxLength,
    spellCheck: false,
    onChange: ({ target }: { readonly target: Box }) => {
      setDraft(target.value);
    },
    onKeyDown,
    onBlur,
  };
  return rows === undefined ? (
    <input {...shared} type="text" autoComplete="off" dir="auto" />
  ) : (
    <textarea {...shared} rows={rows} dir="auto" />
  );
}
