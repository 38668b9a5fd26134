import { ListFilter } from 'lucide-react';
import { useStore } from 'zustand';
import { filterSize, displayOf } from '../../../editing';
import { Button } from '../../../controls/Button';
import { useText } from '../../../controls/LanguageProvider';
import { useEditor, useMap, useRunCommand } from '../../session';
import styles from './FilterNote.module.css';

/** In a view of lists: that a filter is on, how much meets it, and the way to be rid of it. */
export function FilterNote({
  met,
  children,
}: {
  /** How many touchpoints meet it. */
  readonly met: number;
  /** What it does here. */
  readonly children?: string;
}) {
  const t = useText();
  const editor = useEditor();
  const run = useRunCommand();
  const all = useMap(({ touchpoints }) => Object.keys(touchpoints).length);
  const isOn = useStore(displayOf(editor), (display) => filterSize(display.filter) > 0);
  if (!isOn) return null;
  return (
    <div className={styles.note} role="group" aria-label={t('map.filter')}>
      <ListFilter aria-hidden="true" />
      <strong className={styles.count}>{t('map.filter.count', { shown: met, all })}</strong>
      {children !== undefined && <span className={styles.text}>{children}</span>}
      <Button
        size="sm"
        onClick={(event) => {
          // The note goes away: the keyboard goes on in the view.
          const view = event.currentTarget.closest('main');
          run('view.unfilter');
          view?.focus();
        }}
      >
        {t('map.filter.clear')}
      </Button>
    </div>
  );
}
