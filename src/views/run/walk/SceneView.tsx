import { useLanguage } from '../../../controls/LanguageProvider';
import { eventTexts, feltAt, lastHops, sceneOf } from '../../../insight/walk';
import { nameOf } from '../../../map/records';
import type { JourneyMap } from '../../../map/schema';
import type { WalkState } from '../../../simulation';
import styles from './Scene.module.css';
import { Said, Text } from './SceneBlock';
import { Findings, Pictures } from './SceneFindings';
import { Facts, Feeling } from './SceneHead';
import { Happened, Messages } from './SceneEvents';
import { WhyHere } from './WhyHere';

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
