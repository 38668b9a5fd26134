import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import {
  type GroupFix,
  type Problem,
  type ProblemGroup,
  type Severity,
  SEVERITIES,
} from '../../checks';
import type { Say } from '../../language';
import type { Target } from '../../map/schema';
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

/** Of one cause so many places are listed; the others are counted, and selected with the rest. */
const MOST_PLACES = 50;

/** Height of a problem in CSS pixels until it is measured. */
const HEIGHT = 110;

const keyOf = ({ key }: ProblemGroup) => key;

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
        <ProblemList
          key={severity}
          severity={severity}
          problems={found.filter((problem) => problem.severity === severity)}
        />
      ))}
    </div>
  );
}

function ProblemList({
  severity,
  problems,
}: {
  severity: Severity;
  problems: readonly ProblemGroup[];
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
  problem: ProblemGroup;
  isExplained: boolean;
  onExplain: (isExplained: boolean) => void;
}) {
  const t = useText();
  const editor = useEditor();
  const { canvas } = useSession();
  const { fixes, places } = problem;

  function goTo(shown: readonly Problem[]) {
    const [target] = shown.flatMap((place) => place.target ?? []);
    if (!target) return;
    const beside = shown.flatMap((place) => [
      ...(place.target ? [place.target] : []),
      ...place.also,
    ]);
    editor.select(distinct([target, ...beside]));
    canvas.current?.reveal(target);
  }

  async function mend(fixId: string) {
    // The rules themselves; until somebody mends they are in the worker alone.
    const { fixForGroup } = await import('../../checks');
    const { map } = editor.store.getState();
    const edit = fixForGroup(map, problem, fixId, { today: today() });
    const label = fixes.find(({ id }) => id === fixId)?.message.id;
    if (edit && label) editor.edit(label, edit);
  }

  return (
    <>
      <Sentence problem={problem} onGo={() => goTo(places)} />
      {places.length > 1 && (
        <details className={styles.why}>
          <summary>{t('problems.places', { count: places.length - 1 })}</summary>
          <ul className={styles.places}>
            {places.slice(1, 1 + MOST_PLACES).map((place) => (
              <li key={place.key}>
                <Sentence problem={place} after={problem} onGo={() => goTo([place])} />
              </li>
            ))}
          </ul>
          {places.length > 1 + MOST_PLACES && (
            <p>{t('problems.places.more', { count: places.length - 1 - MOST_PLACES })}</p>
          )}
        </details>
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
              {labelOf(fix, t)}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

interface SentenceProps {
  readonly problem: Problem;
  /** What has just been said: of another place for which the same holds the name is enough. */
  readonly after?: Problem;
  readonly onGo: () => void;
}

/** What is wrong, as the way there where it is anywhere in particular. */
function Sentence({ problem, after, onGo }: SentenceProps) {
  const t = useText();
  const { target, message } = problem;
  const { name } = message.values;
  const isSame = after?.message.id === message.id && name !== undefined;
  const sentence = isSame ? String(name) : t(message.id, message.values);
  if (!target) return <p className={styles.sentence}>{sentence}</p>;
  return (
    <button type="button" className={styles.sentence} onClick={onGo}>
      {sentence}
    </button>
  );
}

/** What a fix does, and at how many places. */
function labelOf({ message, count }: GroupFix, t: Say): string {
  const fix = t(message.id, message.values);
  return count === 1 ? fix : t('problems.fix.places', { fix, count });
}

function distinct(targets: readonly Target[]): Target[] {
  return [...new Map(targets.map((at) => [`${at.collection}/${at.id}`, at])).values()];
}
