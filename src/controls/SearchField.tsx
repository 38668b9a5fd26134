import { Search } from 'lucide-react';
import type { Ref } from 'react';
import { ClearButton } from './ClearButton';
import { cx } from './cx';
import input from './input.module.css';
import styles from './SearchField.module.css';
import { isComposing } from './typing';

interface SearchFieldProps {
  /** What is searched. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A box that narrows what is shown. Escape empties it. */
export function SearchField({ label, value, onChange, placeholder, ref }: SearchFieldProps) {
  return (
    <span className={cx(input.input, input.box, styles.search)} role="search">
      <Search aria-hidden="true" />
      <input
        ref={ref}
        type="search"
        dir="auto"
        aria-label={label}
        placeholder={placeholder ?? label}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '' || isComposing(event)) return;
          event.preventDefault();
          event.stopPropagation();
          onChange('');
        }}
      />
      {value !== '' && <ClearButton onClear={() => onChange('')} />}
    </span>
  );
}
