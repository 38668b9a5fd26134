import { GitCompareArrows, Play, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { nameOf } from '../../map/records';
import type { RunSummary } from '../../storage';
import { Button } from '../../controls/Button';
import { Chip } from '../../controls/Chip';
import { EmptyState } from '../../controls/EmptyState';
import { IconButton } from '../../controls/IconButton';
import { useLanguage } from '../../controls/LanguageProvider';
import { Panel } from '../../controls/Panel';
import { useToasts } from '../../controls/ToastRegion';
import { useMap, useSession } from '../session';
import { Comparison } from './Comparison';
import { useRuns, useRunState } from './RunContext';
import styles from './RunsPanel.module.css';

/** The runs of this map on this computer: open one, compare two, delete. */
export function RunsPanel() {
  const { t } = useLanguage();
  const { shell } = useSession();
  const runs = useRuns();
  const list = useRunState((state) => state.runs);
  const comparison = useRunState((state) => state.comparison);
  const current = useRunState((state) => state.current);
  return (
    <Panel
      title={t('runs.title')}
      onClose={() => shell.toggle('runs')}
      actions={
        <Button size="sm" icon={<Play aria-hidden="true" />} onClick={() => shell.open('simulate')}>
          {t('command.run.simulate')}
        </Button>
      }
    >
      {list?.length === 0 && (
        <EmptyState title={t('runs.empty.title')}>{t('runs.empty.text')}</EmptyState>
      )}
      <ul className={styles.list}>
        {list?.map((run) => (
          <RunItem key={run.id} run={run} />
        ))}
      </ul>
      {current && comparison && (
        <Comparison
          before={comparison}
          after={current}
          onClose={() => void runs.compareWith(null)}
        />
      )}
    </Panel>
  );
}

function RunItem({ run }: { readonly run: RunSummary }) {
  const { t, number, ago, dateTime } = useLanguage();
  const [now] = useState(() => Date.now());
  const runs = useRuns();
  const toasts = useToasts();
  const revision = useRunState((state) => state.revision);
  const current = useRunState((state) => state.current?.summary.id ?? null);
  const scenario = useMap((map) =>
    run.scenario === null || !map.scenarios[run.scenario]
      ? null
      : nameOf(map, 'scenarios', run.scenario, t),
  );
  const isCurrent = current === run.id;
  const isOld = revision !== null && revision !== run.mapRevision;

  async function remove() {
    const putBack = await runs.remove(run.id);
    toasts.show({
      text: t('runs.removed', { title: run.title }),
      actions: [{ label: t('control.undo'), run: () => void putBack() }],
    });
  }

  return (
    <li className={styles.item} data-current={isCurrent || undefined}>
      <button
        type="button"
        className={styles.open}
        aria-current={isCurrent || undefined}
        onClick={() => void runs.open(run.id)}
      >
        <span className={styles.title} dir="auto">
          {run.title}
        </span>
        <span className={styles.facts} title={t('run.seed.hint')}>
          {run.scenario === null
            ? t('run.asItIs')
            : scenario === run.title
              ? t('run.scenario')
              : (scenario ?? t('runs.scenarioGone'))}
          {' · '}
          {t('run.facts', { customers: number(run.customers), seed: String(run.seed) })}
        </span>
        <span className={styles.facts}>
          <time dateTime={run.createdAt} title={dateTime(run.createdAt)}>
            {ago(run.createdAt, Math.max(now, Date.parse(run.createdAt)))}
          </time>
        </span>
        <span className={styles.chips}>
          {isCurrent && (
            <Chip tone="accent" size="sm">
              {t('runs.shown')}
            </Chip>
          )}
          {revision !== null && (
            <Chip tone={isOld ? 'watch' : 'met'} size="sm">
              {t(isOld ? 'runs.olderMap' : 'runs.thisMap')}
            </Chip>
          )}
        </span>
      </button>
      <span className={styles.actions}>
        <IconButton
          label={t('runs.compare', { title: run.title })}
          size="sm"
          disabled={current === null || isCurrent}
          onClick={() => void runs.compareWith(run.id)}
        >
          <GitCompareArrows aria-hidden="true" />
        </IconButton>
        <IconButton
          label={t('runs.remove', { title: run.title })}
          size="sm"
          onClick={() => void remove()}
        >
          <Trash2 aria-hidden="true" />
        </IconButton>
      </span>
    </li>
  );
}
