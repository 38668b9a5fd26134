import { TriangleAlert } from 'lucide-react';
import { Button } from '../../controls/Button';
import { useLanguage } from '../../controls/LanguageProvider';
import { nameOf } from '../../map/records';
import { noteSentences } from '../../insight';
import styles from './Insights.module.css';
import { useGoTo } from './useGoTo';
import type { PartProps } from './VerdictPart';

/** What the run met on the way that its figures do not show; nothing where it met nothing. */
export function RunNotes({ run, map }: PartProps) {
  const language = useLanguage();
  const goTo = useGoTo();
  const { t } = language;
  const notes = noteSentences(
    run.notes,
    { customers: run.total.customers, maxSteps: run.settings.maxSteps },
    map,
    language,
  );
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes} aria-label={t('run.notes')}>
      {notes.map(({ text, record }, index) => (
        <li key={index}>
          <TriangleAlert aria-hidden="true" />
          <span>{text}</span>
          {record && (
            <Button variant="ghost" size="sm" onClick={() => goTo(record)}>
              {t('insights.coverage.show', { name: nameOf(map, record.collection, record.id, t) })}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
