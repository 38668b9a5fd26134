import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { type ReactNode } from 'react';
import { type Problem, type Severity, SEVERITIES } from '../../checks/problem';
import { Button } from '../../controls/Button';
import { EmptyState } from '../../controls/EmptyState';
import { useText } from '../../controls/LanguageProvider';
import { Skeleton } from '../../controls/Skeleton';
import { useEditor } from '../session/EditorContext';
import { useSession } from '../session/ShellContext';
import styles from './Problems.module.css';
import { today } from '../../runs';
import { useProblems } from './useProblems';

const ICONS: Readonly<Record<Severity, ReactNode>> = {
  error: <CircleAlert aria-hidden="true" />,
  warning: <TriangleAlert aria-hidden="true" />,
  hint: <Info aria-hidden="true" />,
};

/** What is wrong with the map, worst first: go there, or mend it. */
export function ProblemsPanel() {
  const t = useText();
  const found = useProblems();
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
  if (problems.length === 0) return null;
  return (
    <section className={styles.group} data-severity={severity}>
      <h3 className={styles.heading}>
        {ICONS[severity]}
        {t('problems.count', { severity: t(`check.severity.${severity}`), count: problems.length })}
      </h3>
      <ul className={styles.list}>
        {problems.map((problem) => (
          <ProblemItem key={problem.key} problem={problem} />
        ))}
      </ul>
    </section>
  );
}

function ProblemItem({ problem }: { problem: Problem }) {
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
    <li className={styles.problem}>
      {target ? (
        <button type="button" className={styles.sentence} onClick={goThere}>
          {t(message.id, message.values)}
        </button>
      ) : (
        <p className={styles.sentence}>{t(message.id, message.values)}</p>
      )}
      <details className={styles.why}>
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
    </li>
  );
}
