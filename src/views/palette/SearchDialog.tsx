import { Command as List } from 'cmdk';
import type { ReactNode } from 'react';
import { Dialog } from '../../controls/Dialog';
import { useText } from '../../controls/LanguageProvider';
import styles from './Palette.module.css';
import type { useActive } from './useActive';

interface SearchDialogProps {
  readonly title: string;
  readonly placeholder: string;
  /** What is said where nothing is found. */
  readonly empty: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly active: ReturnType<typeof useActive>;
  readonly onClose: () => void;
  /** The lines found, each a `FoundLine` or a `List.Item`. */
  readonly children: ReactNode;
}

/** A field and below it what is found with what is typed there; the list itself does not search. */
export function SearchDialog(props: SearchDialogProps) {
  const { title, placeholder, empty, query, onQuery, active, onClose, children } = props;
  return (
    <Dialog open onOpenChange={onClose} title={title} size="md">
      <List label={title} className={styles.list} shouldFilter={false} {...active}>
        <List.Input
          className={styles.input}
          placeholder={placeholder}
          value={query}
          onValueChange={onQuery}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the dialog is this field
          autoFocus
        />
        <List.List className={styles.results}>
          <List.Empty className={styles.empty}>{empty}</List.Empty>
          {children}
        </List.List>
      </List>
    </Dialog>
  );
}

/** A record that was found. */
export function FoundLine({
  value,
  label,
  hint,
  onSelect,
}: {
  /** Distinguishes the lines of the list. */
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly onSelect: () => void;
}) {
  return (
    <List.Item value={value} className={styles.item} onSelect={onSelect}>
      <span className={styles.label} dir="auto">
        {label}
      </span>
      {hint && <span className={styles.hint}>{hint}</span>}
    </List.Item>
  );
}

/** Says how many more were found than are shown. */
export function MoreFound({ count }: { readonly count: number }) {
  const t = useText();
  return count > 0 && <p className={styles.more}>{t('find.more', { count })}</p>;
}
