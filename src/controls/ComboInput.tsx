import { Combobox } from '@ariakit/react/combobox';
import type { KeyboardEvent } from 'react';
import { cx } from './cx';
import type { FieldControl } from './Field';
import { isComposing } from './typing';
import type { ComboState } from './useCombo';

interface ComboInputProps {
  readonly combo: ComboState;
  readonly control: FieldControl;
  readonly value: string;
  readonly placeholder: string;
  readonly disabled: boolean;
  /** The id of one more text that describes the input. */
  readonly describedBy?: string;
  /** Called before the list's own keys. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** The input of a combobox. The first option a text leaves is active at once. */
export function ComboInput(props: ComboInputProps) {
  const { combo, control, value, placeholder, disabled, describedBy, onKeyDown } = props;
  return (
    <Combobox
      {...control}
      store={combo.store}
      aria-describedby={cx(control['aria-describedby'], describedBy)}
      dir="auto"
      autoSelect
      getAutoSelectId={() => (combo.query.trim() === '' ? null : undefined)}
      autoComplete="list"
      spellCheck={false}
      disabled={disabled}
      value={value}
      placeholder={placeholder}
      // Neither the list nor its ancestors receive the keys of an input method.
      onKeyDownCapture={(event) => {
        if (isComposing(event)) event.stopPropagation();
      }}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        combo.onKeyDown(event);
      }}
      // A screen reader clicks without pressing a button.
      onClick={() => combo.setOpen(true)}
      onBlur={() => combo.setOpen(false)}
    />
  );
}
