import { CirclePlay, Eye, EyeOff, History, Play } from 'lucide-react';
import { Button } from '../../controls/Button';
import { IconButton } from '../../controls/IconButton';
import { useLanguage } from '../../controls/LanguageProvider';
import { useRunCommand, useSession } from '../session';
import { useReplay } from './replay/ReplayContext';
import styles from './RunBar.module.css';
import { LiveVerdict, Verdict } from './Verdict';
import { useIsStale, useRuns, useRunState } from './RunContext';
import type { LiveState } from '../../runs/live';
import { isWhole, type OpenRun } from '../../runs/store';

interface ShownRunProps {
  readonly run: OpenRun;
  readonly live: LiveState;
}

/** The run seen on the map: what it says, whether it still holds, and what can be done with it. */
export function ShownRun({ run, live }: ShownRunProps) {
  const { t, number, percent } = useLanguage();
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
      <span className={styles.facts} title={t('run.seed.hint')}>
        {t('run.facts', { customers: number(customers), seed: String(seed) })}
      </span>
      {!isWhole(result) && (
        <span className={styles.notice}>
          <span className={styles.words}>
            {t('run.partial', { customers: number(result.total.customers) })}
          </span>
        </span>
      )}
      {result.total.ends.cutOff.value > 0 && (
        <span className={styles.notice}>
          <span className={styles.words}>
            {t('run.cutOff', { share: percent(result.total.ends.cutOff.value) })}
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
