import { FileText } from 'lucide-react';
import { type SampleId, SAMPLES } from '../../samples';
import { useText } from '../../controls/LanguageProvider';
import styles from './LibraryScreen.module.css';

/** Maps to begin from. */
export function Templates({ onChoose }: { readonly onChoose: (sample: SampleId) => void }) {
  const t = useText();
  return (
    <section className={styles.templates} aria-labelledby="library-templates">
      <h2 id="library-templates" className={styles.subtitle}>
        {t('library.templates')}
      </h2>
      <ul className={styles.list}>
        {SAMPLES.filter(({ id }) => id !== 'blank').map((sample) => (
          <li key={sample.id}>
            <button type="button" className={styles.template} onClick={() => onChoose(sample.id)}>
              <FileText aria-hidden="true" />
              <span>
                <strong>{t(sample.title)}</strong>
                <span>{t(sample.description)}</span>
                <span>{t(sample.shows)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
