import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useStore } from 'zustand';
import { type Filter, filterSize, displayOf, NO_FILTER } from '../../../editing';
import { Button } from '../../../controls/Button';
import { IconButton } from '../../../controls/IconButton';
import { useText } from '../../../controls/LanguageProvider';
import { isComposing, keepTyping } from '../../../controls/typing';
import { useEditor } from '../../session';
import { FilterFields } from './FilterFields';
import styles from './FilterPanel.module.css';
import { MainPaths } from './MainPaths';
import { SavedViews } from './SavedViews';

/**
 * What the map shows, part by part; within a part any of what is chosen will do. With traffic, how
 * much of it besides.
 */
export function FilterPanel({ hasTraffic = false }: { readonly hasTraffic?: boolean }) {
  const t = useText();
  const editor = useEditor();
  const titleId = useId();
  const root = useRef<HTMLElement>(null);
  const filter = useStore(displayOf(editor), (display) => display.filter);
  const traffic = useStore(displayOf(editor), (display) => display.traffic);
  useEffect(() => {
    root.current?.querySelector('input')?.focus();
  }, []);

  function change(part: Partial<Filter>) {
    displayOf(editor).setState({ filter: { ...filter, ...part } });
  }
  function close() {
    displayOf(editor).setState({ isFilterOpen: false });
  }
  return (
    // Escape closes it from any of its fields.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <section
      ref={root}
      className={styles.panel}
      aria-labelledby={titleId}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Escape' && !event.defaultPrevented && !isComposing(event)) close();
        keepTyping(event);
      }}
    >
      <header className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {t('map.filter')}
        </h2>
        <Button
          size="sm"
          variant="ghost"
          disabled={filterSize(filter) === 0 && traffic === 1}
          onClick={() => {
            displayOf(editor).setState({ filter: NO_FILTER, traffic: 1 });
            // The button goes out of use: the keyboard goes on in the first field.
            root.current?.querySelector('input')?.focus();
          }}
        >
          {t('map.filter.clear')}
        </Button>
        <IconButton size="sm" label={t('control.close')} onClick={close}>
          <X aria-hidden="true" />
        </IconButton>
      </header>
      <FilterFields filter={filter} onChange={change} />
      {hasTraffic && <MainPaths />}
      <SavedViews />
    </section>
  );
}
