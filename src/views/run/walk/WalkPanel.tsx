import { type KeyboardEvent, useState } from 'react';
import { leadsTo } from '../../../insight/walk';
import { nameOf } from '../../../map/records';
import { addDays } from '../../../rules';
import { dayOfClock, type WalkState } from '../../../simulation';
import { useLanguage } from '../../../controls/LanguageProvider';
import { Panel } from '../../../controls/Panel';
import { Section } from '../../../controls/Section';
import { Skeleton } from '../../../controls/Skeleton';
import { isTyping } from '../../../controls/typing';
import { useSession } from '../../session';
import { useRunState } from '../RunContext';
import { useWalk, type WalkControl, type WalkPartProps, type WalkSettings } from './useWalk';
import styles from './Walk.module.css';
import { WalkControls } from './WalkControls';
import { WalkerForm } from './WalkerForm';
import { WalkLog } from './WalkLog';
import { Transitions } from './Transitions';
import { WalkerAttributes } from './WalkerAttributes';
import { Whereabouts } from './Whereabouts';
import { useWhereabouts } from './useWhereabouts';

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
            <WalkerAttributes walk={walk} state={state} />
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

function Choice({ walk, state }: WalkPartProps) {
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
