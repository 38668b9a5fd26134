import { type SampleId, TEMPLATES, WORKED_CASE } from '../../samples';
import { useText } from '../../controls/LanguageProvider';
import styles from './LibraryScreen.module.css';
import { SampleList } from './SampleList';
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
      <SampleList
        samples={[...TEMPLATES, WORKED_CASE]}
        pictures={pictures}
        className={styles.list}
        onChoose={onChoose}
      />
    </section>
  );
}
