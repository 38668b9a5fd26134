import { Plus } from 'lucide-react';
import { useId } from 'react';
import { type SampleId, TEMPLATES, WORKED_CASE } from '../../samples';
import { useText } from '../../controls/LanguageProvider';
import styles from './FirstStart.module.css';
import { SampleCard } from './SampleCard';
import { SampleList } from './SampleList';
import { useSamplePictures } from './useSamplePictures';

/** Without a map: what this is in a sentence, and three doors, to a blank map, a worked case and the templates. */
export function FirstStart({ onChoose }: { readonly onChoose: (sample: SampleId) => void }) {
  const t = useText();
  const id = useId();
  const pictures = useSamplePictures();
  return (
    <>
      <div className={styles.head}>
        <h1 className={styles.title}>{t('library.first.title')}</h1>
        <p className={styles.lead}>{t('library.first.text')}</p>
      </div>
      <div role="group" aria-label={t('library.first.doors')} className={styles.doors}>
        <button
          type="button"
          className={styles.blank}
          aria-labelledby={`${id}-blank`}
          aria-describedby={`${id}-blank-text`}
          onClick={() => onChoose('blank')}
        >
          <span className={styles.sheet}>
            <Plus aria-hidden="true" />
          </span>
          <span className={styles.text}>
            <strong id={`${id}-blank`}>{t('library.blank')}</strong>
            <span id={`${id}-blank-text`}>{t('library.first.blank')}</span>
          </span>
        </button>
        <SampleCard
          isLarge
          sample={WORKED_CASE}
          picture={pictures[WORKED_CASE.id] ?? null}
          onChoose={() => onChoose(WORKED_CASE.id)}
        />
        <section className={styles.templates} aria-labelledby={`${id}-templates`}>
          <div className={styles.text}>
            <h2 id={`${id}-templates`}>{t('library.templates')}</h2>
            <p>{t('library.first.templates')}</p>
          </div>
          <SampleList
            samples={TEMPLATES}
            pictures={pictures}
            className={styles.list}
            onChoose={onChoose}
          />
        </section>
      </div>
    </>
  );
}
