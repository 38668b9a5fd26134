import { type SampleId, TEMPLATES, WORKED_CASE } from '../../samples';
import { useText } from '../../controls/LanguageProvider';
import styles from './LibraryScreen.module.css';
import { SampleCard } from './SampleCard';
import { useSamplePictures } from './useSamplePictures';

/** Maps to begin from, below the maps that are there. */
export function Templates({ onChoose }: { readonly onChoose: (sample: SampleId) => void }) {
  const t = useText();
  const pictures = useSamplePictures();
  return (
    <section className={styles.templates} aria-labelledby="library-templates">
      <h2 id="library-templates" className={styles.subtitle}>
        {t('library.templates')}
      </h2>
      <ul className={styles.list}>
        {[...TEMPLATES, WORKED_CASE].map((sample) => (
          <li key={sample.id}>
            <SampleCard
              sample={sample}
              picture={pictures[sample.id] ?? null}
              onChoose={() => onChoose(sample.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
