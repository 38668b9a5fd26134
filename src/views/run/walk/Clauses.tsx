import { Check, X } from 'lucide-react';
import type { JourneyMap } from '../../../map/schema';
import {
  describeRule,
  type ExplainedClause,
  type Explanation,
  readText,
  turnText,
} from '../../../rules';
import { useLanguage } from '../../../controls/LanguageProvider';
import styles from './Walk.module.css';

interface ClausesProps {
  readonly explanation: Explanation;
  readonly map: JourneyMap;
  /** The clauses that would have turned the rule. */
  readonly turns: readonly ExplainedClause[];
}

/** A rule clause by clause: what it asks, what it read, whether it held, and what would turn it. */
export function Clauses({ explanation, map, turns }: ClausesProps) {
  const language = useLanguage();
  const { t } = language;
  if (explanation.kind === 'group') {
    const { match, not, held, parts } = explanation;
    if (parts.length === 1 && parts[0] && match !== 'none' && !not) {
      return <Clauses explanation={parts[0]} map={map} turns={turns} />;
    }
    return (
      <div className={styles.group}>
        <p className={styles.clause} data-held={held}>
          <Mark held={held} />
          {t(not ? 'walk.group.not' : `walk.group.${match}`)}
        </p>
        <div className={styles.parts}>
          {parts.map((part) => (
            <Clauses key={part.path.join('.')} explanation={part} map={map} turns={turns} />
          ))}
        </div>
      </div>
    );
  }
  const { clause, held, segment } = explanation;
  const date = (text: string) => language.date(text);
  const turning = turns.find(({ path }) => path.join('.') === explanation.path.join('.'));
  return (
    <div>
      <p className={styles.clause} data-held={held}>
        <Mark held={held} />
        <span>
          {describeRule(clause, map, t, date)}
          {clause.kind !== 'everyone' && clause.kind !== 'segment' && (
            <span className={styles.actual}>
              {t('walk.is', { value: readText(explanation, map, language) })}
            </span>
          )}
          {turning && !segment && (
            <span className={styles.turn}>{turnText(turning, language)}</span>
          )}
        </span>
      </p>
      {segment && (
        <div className={styles.parts}>
          <Clauses explanation={segment} map={map} turns={turns} />
        </div>
      )}
    </div>
  );
}

function Mark({ held }: { readonly held: boolean }) {
  const { t } = useLanguage();
  const Icon = held ? Check : X;
  return <Icon role="img" aria-label={t(held ? 'walk.held' : 'walk.failed')} />;
}
