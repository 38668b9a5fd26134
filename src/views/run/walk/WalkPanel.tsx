import { Pause, Play, RotateCcw, SkipForward, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { inOrder } from '../../../map/records';
import { addDays, spokenText, valueText } from '../../../rules';
import { nameOf, nameOfRecord } from '../../../map/records';
import { dayOfClock, type WalkState } from '../../../simulation';
import { useAnnounce } from '../../../controls/Announcer';
import { Button } from '../../../controls/Button';
import { Chip } from '../../../controls/Chip';
import { IconButton } from '../../../controls/IconButton';
import { useLanguage } from '../../../controls/LanguageProvider';
import { Panel } from '../../../controls/Panel';
import { Section } from '../../../controls/Section';
import { Segmented } from '../../../controls/Segmented';
import { Skeleton } from '../../../controls/Skeleton';
import { useEditor, useMap, useSession } from '../../session';
import { useRunState } from '../RunContext';
import { useWalk, type WalkSettings, type WalkControl } from './useWalk';
import styles from './Walk.module.css';
import { WalkerForm } from './WalkerForm';
import { WalkLog } from './WalkLog';
import { leadsTo, Transitions } from './Transitions';

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
  useWhereabouts(state);
  return (
    <Panel title={t('command.run.walk')} onClose={() => shell.toggle('walk')}>
      <div className={styles.walk}>
        <WalkerForm settings={settings} onChange={setSettings} />
        {walk.failed && <p role="alert">{t('walk.cannot')}</p>}
        {!state && !walk.failed && <Skeleton />}
        {state && (
          <>
            <Controls walk={walk} state={state} />
            <Whereabouts walk={walk} state={state} />
            <Choice walk={walk} state={state} />
            <Attributes walk={walk} state={state} />
            <Section title={t('walk.log')}>
              <WalkLog log={state.log} map={walk.map} startDate={startOf(state)} />
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

/** The canvas and the screen reader follow the customer. */
function useWhereabouts(state: WalkState | null): void {
  const { t } = useLanguage();
  const editor = useEditor();
  const { canvas } = useSession();
  const announce = useAnnounce();
  const at = state?.touchpoint ?? null;
  const steps = state?.log.length ?? 0;
  useEffect(() => {
    if (at === null) return;
    const { map } = editor.store.getState();
    if (!map.touchpoints[at]) return;
    const target = { collection: 'touchpoints', id: at } as const;
    editor.select([target]);
    canvas.current?.reveal(target);
    announce(t('walk.arrived', { name: nameOf(map, 'touchpoints', at, t) }));
  }, [at, steps, editor, canvas, announce, t]);
}

interface PartProps {
  readonly walk: WalkControl;
  readonly state: WalkState;
}

/** Milliseconds between two steps at speed 1. */
const PACE = 1_200;
const SPEEDS = ['0.5', '1', '2', '8'] as const;

function Controls({ walk, state }: PartProps) {
  const { t, number } = useLanguage();
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<(typeof SPEEDS)[number]>('1');
  const isOver = state.end !== null;
  const plays = isPlaying && !isOver;
  useEffect(() => {
    if (!plays) return undefined;
    const timer = setTimeout(() => walk.step(), PACE / Number(speed));
    return () => clearTimeout(timer);
    // Each state is one step: the next beat begins when it has been drawn.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [plays, speed, state]);
  return (
    <div className={styles.controls} role="toolbar" aria-label={t('walk.controls')}>
      <Button
        variant="primary"
        icon={<SkipForward aria-hidden="true" />}
        disabled={isOver}
        onClick={() => walk.step()}
      >
        {t('walk.step')}
      </Button>
      <IconButton
        label={t(plays ? 'walk.pause' : 'walk.play')}
        disabled={isOver}
        onClick={() => setPlaying(!plays)}
      >
        {plays ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
      </IconButton>
      <IconButton label={t('walk.back')} disabled={!walk.canGoBack} onClick={() => walk.back()}>
        <Undo2 aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t('walk.restart')}
        onClick={() => {
          setPlaying(false);
          walk.restart();
        }}
      >
        <RotateCcw aria-hidden="true" />
      </IconButton>
      <Segmented
        label={t('walk.speed')}
        size="sm"
        value={speed}
        onChange={setSpeed}
        options={SPEEDS.map((value) => ({
          value,
          label: t('walk.times', { speed: value === '0.5' ? '½' : number(Number(value)) }),
        }))}
      />
    </div>
  );
}

function Whereabouts({ walk: { map }, state }: PartProps) {
  const language = useLanguage();
  const { t, date, money } = language;
  const { currency } = map;
  const at = map.touchpoints[state.touchpoint ?? ''];
  const stage = at?.stage == null ? undefined : map.stages[at.stage];
  const persona = state.persona === null ? undefined : map.personas[state.persona];
  const facts = [
    [t('walk.paid'), money(state.revenue, currency)],
    [t('walk.cost'), money(state.cost, currency)],
    [
      t('walk.plan'),
      state.price > 0 ? t('walk.aMonth', { price: money(state.price, currency) }) : '–',
    ],
  ];
  return (
    <section className={styles.where} aria-label={t('walk.where')}>
      <p className={styles.eyebrow}>
        {[
          persona && nameOfRecord('personas', persona, t),
          stage && nameOfRecord('stages', stage, t),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {state.touchpoint !== null && (
        <h3 className={styles.place}>{nameOf(map, 'touchpoints', state.touchpoint, t)}</h3>
      )}
      <p className={styles.when}>
        {date(state.today, 'long')} · {t('walk.day', { day: dayOfClock(state.clock) })}
      </p>
      <dl className={styles.money}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
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

function Choice({ walk, state }: PartProps) {
  const { t } = useLanguage();
  if (state.end) {
    const { kind, touchpoint } = state.end;
    return (
      <p className={styles.end} role="status">
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
