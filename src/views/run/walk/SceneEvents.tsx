import { useLanguage } from '../../../controls/LanguageProvider';
import type { EventText, TouchpointScene } from '../../../insight/walk';
import { nameOf } from '../../../map/records';
import type { JourneyMap } from '../../../map/schema';
import styles from './Scene.module.css';
import { Block } from './SceneBlock';

/** What happened to them on the way here and on entry. */
export function Happened({ events }: { readonly events: readonly EventText[] }) {
  const { t } = useLanguage();
  if (events.length === 0) return null;
  return (
    <Block label={t('walk.event.title')}>
      <ul className={styles.list}>
        {events.map(({ key, text, message }) => (
          <li key={key}>
            {text}
            {message !== '' && (
              <p className={styles.text} dir="auto">
                <q>{message}</q>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Block>
  );
}

/** What is said to them here. */
export function Messages({
  scene,
  map,
}: {
  readonly scene: TouchpointScene;
  readonly map: JourneyMap;
}) {
  const { t } = useLanguage();
  return scene.messages.map(({ id, segment, text, variants }) => (
    <Block
      key={id}
      label={
        segment === null
          ? t('walk.message')
          : t('walk.message.to', { segment: nameOf(map, 'segments', segment, t) })
      }
    >
      {text !== '' && (
        <p className={styles.text} dir="auto">
          <q>{text}</q>
        </p>
      )}
      {variants.map((variant) => (
        <p key={variant.id} className={styles.text} dir="auto">
          {variant.name !== '' && <span className={styles.variant}>{variant.name}</span>}
          <q>{variant.text}</q>
        </p>
      ))}
    </Block>
  ));
}
