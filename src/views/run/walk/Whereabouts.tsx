import { hasMoney, hasTime, nameOf, nameOfRecord } from '../../../map/records';
import type { JourneyMap } from '../../../map/schema';
import { dayOfClock, type WalkState } from '../../../simulation';
import { Chip } from '../../../controls/Chip';
import { useLanguage } from '../../../controls/LanguageProvider';
import { SceneView } from './SceneView';
import styles from './Walk.module.css';
import type { WalkPartProps } from './useWalk';

/** Where they are on their walk, what they meet there, and what they have paid and cost. */
export function Whereabouts({ walk: { map }, state }: WalkPartProps) {
  const { t, date } = useLanguage();
  const at = map.touchpoints[state.touchpoint ?? ''];
  const stage = at?.stage == null ? undefined : map.stages[at.stage];
  const persona = state.persona === null ? undefined : map.personas[state.persona];
  const day = t('walk.day', { day: dayOfClock(state.clock) });
  const whereabouts = [
    persona && nameOfRecord('personas', persona, t),
    stage && nameOfRecord('stages', stage, t),
    hasTime(map) && `${date(state.today, 'long')}, ${day}`,
  ].filter(Boolean);
  return (
    <section className={styles.where} aria-label={t('walk.where')}>
      {whereabouts.length > 0 && <p className={styles.eyebrow}>{whereabouts.join(' · ')}</p>}
      <SceneView map={map} state={state} />
      {hasMoney(map) && <Money map={map} state={state} />}
      {state.segments.length > 0 && (
        <p className={styles.segments}>
          {state.segments.map((id) => (
            <Chip key={id} tone={map.segments[id]?.color ?? 'grey'} size="sm">
              {nameOf(map, 'segments', id, t)}
            </Chip>
          ))}
        </p>
      )}
    </section>
  );
}

/** What they have paid and cost up to here. */
function Money({
  map: { currency },
  state,
}: {
  readonly map: JourneyMap;
  readonly state: WalkState;
}) {
  const { t, money } = useLanguage();
  const plan = t('walk.aMonth', { price: money(state.price, currency) });
  const facts = [
    [t('walk.paid'), money(state.revenue, currency)],
    [t('walk.cost'), money(state.cost, currency)],
    [t('walk.plan'), state.price > 0 ? plan : '–'],
  ];
  return (
    <dl className={styles.money}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
