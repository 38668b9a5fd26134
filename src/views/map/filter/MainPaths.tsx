import { useId } from 'react';
import { useStore } from 'zustand';
import { displayOf } from '../../../editing';
import { useLanguage } from '../../../controls/LanguageProvider';
import { useEditor } from '../../session';
import styles from './FilterPanel.module.css';

/** How much of the traffic is drawn as paths; the rest is thin and says nothing. */
export function MainPaths() {
  const { t, percent } = useLanguage();
  const id = useId();
  const display = displayOf(useEditor());
  const traffic = useStore(display, (state) => state.traffic);
  const said = t('map.mainPaths.said', { share: percent(traffic, { digits: 0 }) });
  return (
    <div className={styles.views}>
      <label className={styles.heading} htmlFor={id}>
        {t('map.mainPaths')}
      </label>
      <input
        id={id}
        type="range"
        className={styles.slider}
        min={10}
        max={100}
        step={5}
        value={Math.round(traffic * 100)}
        aria-valuetext={said}
        onChange={(event) => {
          display.setState({ traffic: Number(event.target.value) / 100 });
        }}
      />
      <p className={styles.none}>{said}</p>
    </div>
  );
}
