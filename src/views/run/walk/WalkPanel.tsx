import { type KeyboardEvent, useEffect, useState } from 'react';
import { leadsTo, spokenStep } from '../../../insight/walk';
import { hasMoney, hasTime, inOrder, nameOf, nameOfRecord } from '../../../map/records';
import { addDays, spokenText, valueText } from '../../../rules';
import type { JourneyMap } from '../../../map/schema';
import { dayOfClock, type WalkState } from '../../../simulation';
import { useAnnounce } from '../../../controls/Announcer';
import { Chip } from '../../../controls/Chip';
import { emotionName } from '../../../controls/emotions';
import { useLanguage } from '../../../controls/LanguageProvider';
import { Panel } from '../../../controls/Panel';
import { Section } from '../../../controls/Section';
import { Skeleton } from '../../../controls/Skeleton';
import { isTyping } from '../../../controls/typing';
import { useEditor, useMap, useSession } from '../../session';
import { useRunState } from '../RunContext';
import { useWalk, type WalkSettings, type WalkControl } from './useWalk';
import { SceneView } from './SceneView';
import styles from './Walk.module.css';
import { WalkControls } from './WalkControls';
import { WalkerForm } from './WalkerForm';
import { WalkLog } from './WalkLog';
import { Transitions } from './Transitions';

/** Beside the map: one customer, step by step, and why they go where they go. */
export function WalkPanel() {
  const { t } = useLanguage();
  const { shell } = useSession();
  const run = useRunState(({ current }) => current?.summary ?? null);
  const [settings, setSettings] = useState<WalkSettings>(() => ({
    persona: null,
    attributes: {},
    scenario: run?.scenario ?? null,
    seed: run?.seed ?? 1,
    customer: 0,
  }));
  const walk = useWalk(settings);
  const { state } = walk;
  useWhereabouts(walk);
  return (
    <Panel title={t('command.run.walk')} onClose={() => shell.toggle('walk')}>
      {/* Keys of its controls are heard here, wherever in the panel the focus is. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- see above */}
      <div className={styles.walk} onKeyDown={(event) => stepByKey(event, walk)}>
        <WalkerForm settings={settings} onChange={setSettings} />
        {walk.failed && <p role="alert">{t('walk.cannot')}</p>}
        {!state && !walk.failed && <Skeleton />}
        {state && (
          <>
            <WalkControls walk={walk} state={state} />
            <Whereabouts walk={walk} state={state} />
            <Choice walk={walk} state={state} />
            <Attributes walk={walk} state={state} />
            <Section title={t('walk.log')}>
              <WalkLog
                log={state.log}
                map={walk.map}
                startDate={startOf(state)}
                persona={state.persona}
              />
            </Section>
          </>
        )}
      </div>
    </Panel>
  );
}

/** Day 0 of the run clock, from what the calendar says now. */
function startOf({ today, clock }: WalkState): string {
  return addDays(today, -dayOfClock(clock));
}

/** Right goes a step, left one back, unless the key belongs to what has the focus. */
function stepByKey(event: KeyboardEvent, walk: WalkControl): void {
  const { key, altKey, ctrlKey, metaKey, shiftKey, target, defaultPrevented } = event;
  if (defaultPrevented || isTyping(target) || altKey || ctrlKey || metaKey || shiftKey) return;
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return;
  event.preventDefault();
  if (key === 'ArrowRight') walk.step();
  else if (walk.canGoBack) walk.back();
}

/** The canvas and the screen reader follow the customer. */
function useWhereabouts({ state, map: walked }: WalkControl): void {
  const language = useLanguage();
  const editor = useEditor();
  const { canvas } = useSession();
  const announce = useAnnounce();
  const spoken = state && spokenStep(state, walked, language, emotionName);
  const at = state?.touchpoint ?? null;
  const steps = state?.log.length ?? 0;
  useEffect(() => {
    if (at === null) return;
    const { map } = editor.store.getState();
    if (!map.touchpoints[at]) return;
    const target = { collection: 'touchpoints', id: at } as const;
    editor.select([target]);
    canvas.current?.reveal(target);
  }, [at, steps, editor, canvas]);
  useEffect(() => {
    if (spoken) announce(spoken);
  }, [spoken, steps, announce]);
}

interface PartProps {
  readonly walk: WalkControl;
  readonly state: WalkState;
}

function Whereabouts({ walk: { map }, state }: PartProps) {
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

function Choice({ walk, state }: PartProps) {
  const { t } = useLanguage();
  if (state.end) {
    const { kind, touchpoint } = state.end;
    return (
      <p className={styles.end}>
        {t(`walk.end.${kind}`, {
          name: touchpoint === null ? '–' : nameOf(walk.map, 'touchpoints', touchpoint, t),
        })}
      </p>
    );
  }
  const { possible, dropOff, touchpoint, draw } = state;
  return (
    <Section title={t('walk.possible')}>
      <Transitions
        map={walk.map}
        step={{ possible, dropOff, touchpoint: touchpoint ?? '' }}
        drawn={draw}
        chosen={draw === null ? null : leadsTo(state, draw)}
        onChoose={(transition) => walk.choose(transition)}
      />
    </Section>
  );
}

function Attributes({ walk: { map, before }, state }: PartProps) {
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
