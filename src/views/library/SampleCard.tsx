import { useId } from 'react';
import type { Sample } from '../../samples';
import { useText } from '../../controls/LanguageProvider';
import { cx } from '../../controls/cx';
import { MapPicture } from './MapPicture';
import styles from './SampleCard.module.css';

interface SampleCardProps {
  readonly sample: Sample;
  /** Its drawing as SVG text; null until it is there. */
  readonly picture: string | null;
  readonly onChoose: () => void;
  /** Also says what of the product it shows. */
  readonly isLarge?: boolean;
}

/** A sample with its drawing: a press makes a map of it. */
export function SampleCard({ sample, picture, onChoose, isLarge = false }: SampleCardProps) {
  const t = useText();
  const id = useId();
  return (
    <button
      type="button"
      className={cx(styles.card, isLarge && styles.large)}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onClick={onChoose}
    >
      <MapPicture thumbnail={picture} stages={0} />
      <span className={styles.text}>
        <strong id={`${id}-title`}>{t(sample.title)}</strong>
        <span id={`${id}-text`}>
          {t(sample.description)}
          {isLarge && <span>{t(sample.shows)}</span>}
        </span>
      </span>
    </button>
  );
}
