import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { IconButton } from '../../../controls/IconButton';
import { useText } from '../../../controls/LanguageProvider';
import styles from './PresentMode.module.css';

interface PresentBarProps {
  readonly name: string;
  readonly goal: string;
  /** 0 is the whole journey, then the stages. */
  readonly place: number;
  readonly count: number;
  readonly onGo: (place: number) => void;
  readonly onEnd: () => void;
}

/** What is shown now, and the way on, back and out. */
export function PresentBar({ name, goal, place, count, onGo, onEnd }: PresentBarProps) {
  const t = useText();
  return (
    <div className={styles.bar}>
      <IconButton
        label={t('map.present.previous')}
        keys="ArrowLeft"
        tooltipSide="top"
        disabled={place === 0}
        onClick={() => {
          onGo(place - 1);
        }}
      >
        <ChevronLeft aria-hidden="true" />
      </IconButton>
      <div className={styles.words} role="status">
        <strong className={styles.name} dir="auto">
          {name}
        </strong>
        <span className={styles.goal} dir="auto">
          {goal}
        </span>
      </div>
      <span className={styles.place}>{t('map.present.place', { place, count })}</span>
      <IconButton
        label={t('map.present.next')}
        keys="ArrowRight"
        tooltipSide="top"
        disabled={place === count}
        onClick={() => {
          onGo(place + 1);
        }}
      >
        <ChevronRight aria-hidden="true" />
      </IconButton>
      <IconButton label={t('map.present.end')} keys="Escape" tooltipSide="top" onClick={onEnd}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}
