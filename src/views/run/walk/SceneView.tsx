import { CircleMinus, CirclePlus, Star } from 'lucide-react';
import type { ReactNode } from 'react';
import { ChannelIcon } from '../../../controls/ChannelIcon';
import { emotionName } from '../../../controls/emotions';
import { Face } from '../../../controls/Face';
import { useLanguage } from '../../../controls/LanguageProvider';
import { pictureAddress } from '../../../exchange/browser';
import {
  type EventText,
  eventTexts,
  feltAt,
  type Hop,
  lastHops,
  type Scene,
  sceneOf,
} from '../../../insight/walk';
import { channelName, nameOf } from '../../../map/records';
import type { JourneyMap } from '../../../map/schema';
import type { WalkState } from '../../../simulation';
import styles from './Scene.module.css';

interface SceneViewProps {
  readonly map: JourneyMap;
  readonly state: WalkState;
}

/** What the customer meets where they are: what happens, what they do, think and feel, and why they came. */
export function SceneView({ map, state }: SceneViewProps) {
  const language = useLanguage();
  const { t } = language;
  const last = state.log.at(-1);
  const { touchpoint } = state;
  const scene = touchpoint === null || !last ? null : sceneOf(map, touchpoint, state, feltAt(last));
  if (!scene || !last || touchpoint === null) return null;
  return (
    <div className={styles.scene}>
      <header className={styles.head}>
        <h3 className={styles.place} dir="auto">
          {nameOf(map, 'touchpoints', touchpoint, t)}
        </h3>
        {scene.emotion !== null && <Feeling scene={scene} emotion={scene.emotion} />}
      </header>
      <Facts scene={scene} />
      <Text text={scene.description} />
      <Said label={t('field.doing')} text={scene.doing} />
      <Said label={t('field.thinking')} text={scene.thinking} isQuoted />
      <Said label={t('field.feeling')} text={scene.feeling} />
      <Happened events={eventTexts(last, map, language)} />
      <Messages scene={scene} map={map} />
      <Said label={t('walk.question')} text={scene.question} isQuoted />
      <Findings label={t('lane.kind.pains')} tone="pain" names={namesOf('pains', scene.pains)} />
      <Findings label={t('lane.kind.gains')} tone="gain" names={namesOf('gains', scene.gains)} />
      {scene.lanes.map(({ id, text }) => (
        <Said key={id} label={nameOf(map, 'lanes', id, t)} text={text} />
      ))}
      <Pictures ids={scene.images} map={map} />
      <WhyHere hops={lastHops(state, map, language)} map={map} />
    </div>
  );

  function namesOf(collection: 'pains' | 'gains', ids: readonly string[]): string[] {
    return ids.map((id) => nameOf(map, collection, id, t));
  }
}

/** The face of the emotion curve here, and what it should become. */
function Feeling({ scene: { aim }, emotion }: { readonly scene: Scene; readonly emotion: number }) {
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
function Facts({ scene: { channel, actor, isMomentOfTruth } }: { readonly scene: Scene }) {
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

/** Somebody's own words; nothing where there are none. */
function Text({ text }: { readonly text: string }) {
  return (
    text !== '' && (
      <p className={styles.text} dir="auto">
        {text}
      </p>
    )
  );
}

interface SaidProps {
  readonly label: string;
  readonly text: string;
  /** Spoken or thought by somebody. */
  readonly isQuoted?: boolean;
}

function Said({ label, text, isQuoted = false }: SaidProps) {
  if (text === '') return null;
  return (
    <Block label={label}>
      <p className={styles.text} dir="auto">
        {isQuoted ? <q>{text}</q> : text}
      </p>
    </Block>
  );
}

function Block({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.block}>
      <h4>{label}</h4>
      {children}
    </div>
  );
}

function Happened({ events }: { readonly events: readonly EventText[] }) {
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

function Messages({ scene, map }: { readonly scene: Scene; readonly map: JourneyMap }) {
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

interface FindingsProps {
  readonly label: string;
  readonly tone: 'pain' | 'gain';
  readonly names: readonly string[];
}

function Findings({ label, tone, names }: FindingsProps) {
  if (names.length === 0) return null;
  const Mark = tone === 'pain' ? CircleMinus : CirclePlus;
  return (
    <Block label={label}>
      <ul className={styles.list} data-tone={tone}>
        {names.map((name, index) => (
          <li key={index} dir="auto">
            <Mark aria-hidden="true" />
            {name}
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Pictures({ ids, map }: { readonly ids: readonly string[]; readonly map: JourneyMap }) {
  return ids.map((id) => {
    const image = map.images[id];
    const asset = map.assets[image?.asset ?? ''];
    return (
      image &&
      asset && (
        <img key={id} className={styles.picture} src={pictureAddress(asset)} alt={image.alt} />
      )
    );
  });
}

/** The way that led here, decisions included, each with its reason. */
function WhyHere({ hops, map }: { readonly hops: readonly Hop[]; readonly map: JourneyMap }) {
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
