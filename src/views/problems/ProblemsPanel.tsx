import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import { type Problem, SEVERITIES, type Severity } from '../../checks';
import { Button } from '../../controls/Button';
import { EmptyState } from '../../controls/EmptyState';
import { useText } from '../../controls/LanguageProvider';
import { Skeleton } from '../../controls/Skeleton';
import { VirtualLines } from '../../controls/VirtualLines';
import { useEditor, useMap, useSession } from '../session';
import styles from './Problems.module.css';
import { today } from '../../map/records';
import { checkHeld, checking } from '../../runs';
import { useProblems } from './useProblems';

const ICONS: Readonly<Record<Severity, ReactNode>> = {
  error: <CircleAlert aria-hidden="true" />,
  warning: <TriangleAlert aria-hidden="true" />,
  hint: <Info aria-hidden="true" />,
};

/** Height of a problem in CSS pixels until it is measured. */
const HEIGHT = 110;

const keyOf = ({ key }: Problem) => key;

/** What is wrong with the map, worst first: go there, or mend it. */
export function ProblemsPanel() {
  const t = useText();
  const found = useProblems();
  const id = useMap((map) => map.id);
  const isHeld = useStore(checking, ({ heldFor }) => heldFor === id);
  if (isHeld) {
    return (
      <EmptyState
        title={t('problems.held')}
        actions={<Button onClick={() => checkHeld()}>{t('problems.held.check')}</Button>}
      >
        {t('problems.held.why')}
      </EmptyState>
    );
  }
  if (!found) return <Skeleton />;
  if (found.length === 0) {
    return <EmptyState title={t('problems.none')}>{t('problems.none.hint')}</EmptyState>;
  }
  return (
    <div className={styles.panel}>
      {SEVERITIES.map((severity) => (
        <ProblemGroup
          key={severity}
          severity={severity}
          problems={found.filter((problem) => problem.severity === severity)}
        />
      ))}
    </div>
  );
}

function ProblemGroup({
  severity,
  problems,
}: {
  severity: Severity;
  problems: readonly Problem[];
}) {
  const t = useText();
  /** Keys of those whose reason is shown. */
  const [explained, setExplained] = useState<ReadonlySet<string>>(new Set());
  if (problems.length === 0) return null;

  function explain(key: string, isExplained: boolean) {
    setExplained((before) => {
      if (before.has(key) === isExplained) return before;
      const after = new Set(before);
      if (isExplained) after.add(key);
      else after.delete(key);
      return after;
    });
  }

  return (
    <section className={styles.group} data-severity={severity}>
      <h3 className={styles.heading}>
        {ICONS[severity]}
        {t('problems.count', { severity: t(`check.severity.${severity}`), count: problems.length })}
      </h3>
      <div role="list">
        <VirtualLines items={problems} keyOf={keyOf} estimate={HEIGHT}>
          {(problem, index) => (
            <div
              role="listitem"
              aria-posinset={index + 1}
              aria-setsize={problems.length}
              className={styles.problem}
            >
              <ProblemItem
                problem={problem}
                isExplained={explained.has(problem.key)}
                onExplain={(isExplained) => explain(problem.key, isExplained)}
              />
            </div>
          )}
        </VirtualLines>
      </div>
    </section>
  );
}

function ProblemItem({
  problem,
  isExplained,
  onExplain,
}: {
  problem: Problem;
  isExplained: boolean;
  onExplain: (isExplained: boolean) => void;
}) {
  const t = useText();
  const editor = useEditor();
  const { canvas } = useSession();
  const { target, message, fixes } = problem;

  function goThere() {
    if (!target) return;
    editor.select([target, ...problem.also]);
    canvas.current?.reveal(target);
  }

  async function mend(fixId: string) {
    // The rules themselves; until somebody mends they are in the worker alone.
    const { fixFor } = await import('../../checks');
    const { map } = editor.store.getState();
    const edit = fixFor(map, problem, fixId, { today: today() });
    const label = fixes.find(({ id }) => id === fixId)?.message.id;
    if (edit && label) editor.edit(label, edit);
  }

  return (
    <>
      {target ? (
        <button type="button" className={styles.sentence} onClick={goThere}>
          {t(message.id, message.values)}
        </button>
      ) : (
        <p className={styles.sentence}>{t(message.id, message.values)}</p>
      )}
      <details
        className={styles.why}
        open={isExplained}
        onToggle={({ currentTarget }) => onExplain(currentTarget.open)}
      >
        <summary>{t('problems.why')}</summary>
        <p>{t(`check.${problem.rule}.help`)}</p>
      </details>
      {fixes.length > 0 && (
        <div className={styles.fixes}>
          {fixes.map((fix) => (
            <Button key={fix.id} size="sm" onClick={() => void mend(fix.id)}>
              {t(fix.message.id, fix.message.values)}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
