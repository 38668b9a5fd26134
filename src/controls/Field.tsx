import { useId, type ReactNode } from 'react';
import { cx } from './cx';
import styles from './Field.module.css';
import { useText } from './LanguageProvider';

/** What every field has besides its value; each control of a field takes these. */
export interface FieldProps {
  readonly label: string;
  /** Keeps the label for screen readers only. */
  readonly hideLabel?: boolean;
  /** What helps before typing. */
  readonly hint?: ReactNode;
  /** What is wrong and what to do, read out as it appears. */
  readonly error?: string | undefined;
  readonly optional?: boolean;
  /** `row` puts the label beside the control. */
  readonly layout?: 'stack' | 'row';
  /** Shown at the label's end: an action or a state. */
  readonly aside?: ReactNode;
}

/** What the control inside a field must carry. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** Takes the props that belong to the field around a control. */
export function fieldPropsOf(props: FieldProps): FieldProps {
  const { label, hideLabel, hint, error, optional, layout, aside } = props;
  return {
    label,
    error,
    hint,
    aside,
    ...(hideLabel === undefined ? {} : { hideLabel }),
    ...(optional === undefined ? {} : { optional }),
    ...(layout === undefined ? {} : { layout }),
  };
}

/** Label, control, hint and error, wired together. `group`: the control is several inputs. */
export function Field({
  label,
  hideLabel = false,
  hint,
  error,
  optional = false,
  layout = 'stack',
  aside,
  group = false,
  children,
}: FieldProps & {
  readonly group?: boolean;
  readonly children: (control: FieldControl, labelId: string) => ReactNode;
}) {
  const t = useText();
  const id = useId();
  const labelId = `${id}-label`;
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const hasHint = hint !== undefined && hint !== null;
  const describedBy = cx(hasHint && hintId, error !== undefined && errorId);
  const Label = group ? 'span' : 'label';

  return (
    <div className={cx(styles.field, layout === 'row' && styles.row)}>
      <div className={cx(styles.head, hideLabel && styles.hidden)}>
        <Label id={labelId} className={styles.label} {...(group ? {} : { htmlFor: id })}>
          {label}
          {optional && <span className={styles.optional}> {t('control.optional')}</span>}
        </Label>
        {aside}
      </div>
      <div className={styles.body}>
        {children(
          {
            id,
            'aria-describedby': describedBy === '' ? undefined : describedBy,
            'aria-invalid': error === undefined ? undefined : true,
          },
          labelId,
        )}
        {hasHint && (
          <p id={hintId} className={styles.hint}>
            {hint}
          </p>
        )}
        <p id={errorId} className={styles.error} role="alert">
          {error}
        </p>
      </div>
    </div>
  );
}
