import { useLanguage } from '../../../controls/LanguageProvider';
import type { Hop } from '../../../insight/walk';
import { nameOf } from '../../../map/records';
import type { JourneyMap } from '../../../map/schema';
import styles from './Scene.module.css';
import { Block } from './SceneBlock';

/** The way that led here, decisions included, each with its reason. */
export function WhyHere({
  hops,
  map,
}: {
  readonly hops: readonly Hop[];
  readonly map: JourneyMap;
}) {
  const { t } = useLanguage();
  return (
    <Block label={t('walk.why.title')}>
      {hops.length === 0 && <p className={styles.why}>{t('walk.why.begin')}</p>}
      {hops.map(({ from, transition, why }, index) => {
        const { to = '', label = '' } = map.transitions[transition ?? ''] ?? {};
        const target = to === '' ? t('walk.leaves') : nameOf(map, 'touchpoints', to, t);
        return (
          <p key={index} className={styles.why}>
            <span className={styles.hop} dir="auto">
              {nameOf(map, 'touchpoints', from, t)} → {target}
              {label !== '' && ` (${label})`}
            </span>
            {why}
          </p>
        );
      })}
    </Block>
  );
}
