import { Star } from 'lucide-react';
import { ChannelIcon } from '../../../controls/ChannelIcon';
import { emotionName } from '../../../controls/emotions';
import { Face } from '../../../controls/Face';
import { useLanguage } from '../../../controls/LanguageProvider';
import type { TouchpointScene } from '../../../insight/walk';
import { channelName } from '../../../map/records';
import styles from './Scene.module.css';

/** The face of the emotion curve here, and what it should become. */
export function Feeling({
  scene: { aim },
  emotion,
}: {
  readonly scene: TouchpointScene;
  readonly emotion: number;
}) {
  const { t, number } = useLanguage();
  return (
    <p className={styles.feeling}>
      <Face level={emotion} size={44} />
      <span>
        {t(emotionName(emotion))}{' '}
        <span className={styles.level}>{number(emotion, { signed: true })}</span>
        {aim !== null && (
          <span className={styles.aim}>{t('walk.aim', { emotion: t(emotionName(aim)) })}</span>
        )}
      </span>
    </p>
  );
}

/** Where it takes place and who acts. */
export function Facts({
  scene: { channel, actor, isMomentOfTruth },
}: {
  readonly scene: TouchpointScene;
}) {
  const { t } = useLanguage();
  return (
    <ul className={styles.facts}>
      {channel !== '' && (
        <li>
          <ChannelIcon channel={channel} className={undefined} />
          {channelName(channel, t)}
        </li>
      )}
      <li>{t(`canvas.actor.${actor}`)}</li>
      {isMomentOfTruth && (
        <li className={styles.truth}>
          <Star aria-hidden="true" />
          {t('field.momentOfTruth')}
        </li>
      )}
    </ul>
  );
}
