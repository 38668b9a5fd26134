import { CircleAlert, CirclePlay, Eye, EyeOff, History, Play, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { PROFIT_ARRIVALS } from '../../kpis';
import { hasMoney } from '../../map/records';
import type { Headline } from '../../simulation/results';
import { useAnnounce } from '../../controls/Announcer';
import { Button } from '../../controls/Button';
import { IconButton } from '../../controls/IconButton';
import { useLanguage } from '../../controls/LanguageProvider';
import { ProgressBar } from '../../controls/ProgressBar';
import { useMap, useRunCommand, useSession } from '../session';
import { useReplay } from './replay/ReplayContext';
import { figure, goalSentence, intervalText, judged } from '../../insight';
import styles from './RunBar.module.css';
import { useLiveAnswer } from './useLiveAnswer';
import { LiveVerdict, Verdict } from './Verdict';
import { useIsStale, useRuns, useRunState } from './RunContext';
import type { LiveState } from '../../runs/live';
import { canBeWalked, isWhole, type OpenRun } from '../../runs/store';

/** What a run is doing, or which one is seen on the map; always there, so that nothing moves when one comes. */
export function RunBar() {
  const isSlow = useRunState((state) => state.isSlow);
  const failure = useRunState((state) => state.failure);
  const current = useRunState((state) => state.current);
  const live = useLiveAnswer();
  useSpokenRuns();
  if (isSlow) return <Running />;
  if (failure) return <Failed />;
  return current ? <Shown run={current} live={live} /> : <Idle />;
}

/** Before the first run: what is missing for one. */
function Idle() {
  const { t } = useLanguage();
  const isReady = useMap(canBeWalked);
  const isHeld = useRunState((state) => state.isHeld);
  const { shell } = useSession();
  if (isHeld && isReady) {
    return (
      <section className={styles.bar} data-tone="error" aria-label={t('run.bar')}>
        <CircleAlert aria-hidden="true" />
        <span className={styles.sentence}>{t('run.held')}</span>
        <Button size="sm" onClick={() => shell.open('simulate')}>
          {t('run.held.run')}
        </Button>
      </section>
    );
  }
  return (
    <section className={styles.bar} aria-label={t('run.bar')}>
      <span className={styles.idle}>{t(isReady ? 'run.idle' : 'run.idle.needs')}</span>
    </section>
  );
}

function Running() {
  const { t, percent } = useLanguage();
  const runs = useRuns();
  const progress = useRunState((state) => state.progress) ?? 0;
  const soFar = useRunState((state) => state.soFar);
  const text = percent(progress, { digits: 0 });
  return (
    <section className={styles.bar} aria-label={t('run.bar')}>
      <span className={styles.name}>{t('run.running')}</span>
      <ProgressBar label={t('run.running')} value={progress} text={text} />
      <span className={styles.figure}>{text}</span>
      {soFar && <SoFar soFar={soFar} />}
      <Button size="sm" onClick={() => runs.cancel()}>
        {t(soFar ? 'run.stopHere' : 'control.cancel')}
      </Button>
    </section>
  );
}

/** The headline while a long run goes on: how sure it is grows before one's eyes. */
function SoFar({ soFar }: { readonly soFar: Headline }) {
  const language = useLanguage();
  const { t, number } = language;
  const map = useMap((whole) => whole);
  const { value, interval } = judged(soFar, map);
  const { currency } = map;
  const isMoney = hasMoney(map);
  return (
    <span className={styles.soFar}>
      <strong>
        {isMoney
          ? t('run.soFar', {
              amount: figure(value, 'money', currency, language),
              arrivals: number(PROFIT_ARRIVALS),
            })
          : t('run.soFar.goal', { reach: goalSentence(value, map, language) })}
      </strong>{' '}
      <span className={styles.facts}>
        {t('run.soFar.sure', {
          interval: intervalText(interval, isMoney ? 'money' : 'share', currency, language) ?? '',
          customers: number(soFar.customers),
        })}
      </span>
    </span>
  );
}

function Failed() {
  const { t } = useLanguage();
  const runs = useRuns();
  const { shell } = useSession();
  const failure = useRunState((state) => state.failure);
  const isOfMap = failure === 'no-entry';
  return (
    <section className={styles.bar} data-tone="error" aria-label={t('run.bar')}>
      <CircleAlert aria-hidden="true" />
      <span className={styles.sentence}>{failure && t(`run.failure.${failure}`)}</span>
      <Button
        size="sm"
        onClick={() => {
          runs.dismissFailure();
          if (!isOfMap) shell.open('simulate');
          else if (!shell.isShown('problems')) shell.toggle('problems');
        }}
      >
        {t(isOfMap ? 'run.seeProblems' : 'run.tryAgain')}
      </Button>
      <IconButton label={t('control.dismiss')} size="sm" onClick={() => runs.dismissFailure()}>
        <X aria-hidden="true" />
      </IconButton>
    </section>
  );
}

function Shown({ run, live }: { readonly run: OpenRun; readonly live: LiveState }) {
  const { t, number } = useLanguage();
  const runs = useRuns();
  const { shell } = useSession();
  const isShown = useRunState((state) => state.isShown);
  const isUnsaved = useRunState((state) => state.isUnsaved);
  const isBusy = useRunState((state) => state.progress !== null);
  const isPreview = useRunState((state) => state.isPreview);
  const isStale = useIsStale() && !isPreview;
  const { summary, result } = run;
  const { customers, seed, scenario } = summary;
  const name = scenario === null ? t('run.asItIs') : summary.title;
  return (
    <section className={styles.bar} aria-label={t('run.bar')}>
      <span className={styles.name} title={name} dir="auto">
        {name}
      </span>
      {live.answer ? (
        <LiveVerdict answer={live.answer} behind={live.behind} />
      ) : (
        <Verdict run={run.result} />
      )}
      <span className={styles.facts}>
        {t('run.facts', { customers: number(customers), seed: String(seed) })}
      </span>
      {!isWhole(result) && (
        <span className={styles.notice}>
          <span className={styles.words}>
            {t('run.partial', { customers: number(result.total.customers) })}
          </span>
        </span>
      )}
      {isStale && (
        <span className={styles.notice}>
          <span className={styles.words}>{t('run.stale')}</span>
          <Button
            size="sm"
            variant="ghost"
            disabled={isBusy}
            icon={<Play aria-hidden="true" />}
            onClick={() => void runs.simulate({ scenario, customers, seed })}
          >
            {t('run.again')}
          </Button>
        </span>
      )}
      {isUnsaved && (
        <span className={styles.notice}>
          <span className={styles.words}>{t('run.unsaved')}</span>
        </span>
      )}
      <span className={styles.actions}>
        <ReplayButton />
        <IconButton
          label={t(isShown ? 'run.hideFlow' : 'run.showFlow')}
          caption={t(isShown ? 'run.hideFlow' : 'run.showFlow')}
          size="sm"
          tooltipSide="top"
          onClick={() => runs.show(!isShown)}
        >
          {isShown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
        </IconButton>
        <IconButton
          label={t('command.run.runs')}
          caption={t('command.run.runs')}
          keys="Alt+Shift+R"
          size="sm"
          tooltipSide="top"
          onClick={() => shell.toggle('runs')}
        >
          <History aria-hidden="true" />
        </IconButton>
      </span>
    </section>
  );
}

function ReplayButton() {
  const { t } = useLanguage();
  const runCommand = useRunCommand();
  const isOn = useReplay((state) => state.isOn);
  return (
    <IconButton
      label={t('command.run.replay')}
      caption={t('command.run.replay')}
      keys="Mod+Shift+Enter"
      size="sm"
      tooltipSide="top"
      pressed={isOn}
      onClick={() => runCommand('run.replay')}
    >
      <CirclePlay aria-hidden="true" />
    </IconButton>
  );
}

/** Tells screen readers when a run that was asked for has ended, and how; a preview must not talk over an edit. */
function useSpokenRuns(): void {
  const { t, number } = useLanguage();
  const announce = useAnnounce();
  const current = useRunState(({ isPreview, current }) => (isPreview ? null : current));
  const failure = useRunState((state) => state.failure);
  const said = useRef(current);
  useEffect(() => {
    if (!current || said.current === current) return;
    said.current = current;
    const { title, customers } = current.summary;
    announce(t('run.done', { title, customers: number(customers) }));
  }, [current, announce, t, number]);
  useEffect(() => {
    if (failure) announce(t(`run.failure.${failure}`), 'now');
  }, [failure, announce, t]);
}
