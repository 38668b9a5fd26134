import { inOrder, nameOf } from '../../../map/records';
import { spokenText, valueText } from '../../../rules';
import { useLanguage } from '../../../controls/LanguageProvider';
import { Section } from '../../../controls/Section';
import { useMap } from '../../session';
import styles from './Walk.module.css';
import type { WalkPartProps } from './useWalk';

/** What is known of them now, with what the last step changed. */
export function WalkerAttributes({ walk: { map, before }, state }: WalkPartProps) {
  const language = useLanguage();
  const attributes = useMap((whole) => whole.attributes);
  const { t } = language;
  return (
    <Section title={t('walk.attributes')}>
      <dl className={styles.attributes}>
        {inOrder(attributes)
          .filter(([id]) => map.attributes[id])
          .map(([id, { unit }]) => {
            const value = state.attributes[id];
            const isNew = before !== null && !Object.is(before.attributes[id], value);
            return (
              <div key={id} data-changed={isNew || undefined}>
                <dt>{nameOf(map, 'attributes', id, t)}</dt>
                <dd title={typeof value === 'number' ? valueText(value, language) : undefined}>
                  {spokenText(value, language)}
                  {typeof value === 'number' && unit ? ` ${unit}` : ''}
                  {isNew && <span className={styles.changed}>{t('walk.changed')}</span>}
                </dd>
              </div>
            );
          })}
      </dl>
    </Section>
  );
}
