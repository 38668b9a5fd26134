import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { describeRule } from '../../../rules';
import type { Rule, RuleGroup } from '../../../map/schema';
import { Button } from '../../../controls/Button';
import { useLanguage } from '../../../controls/LanguageProvider';
import { useMap } from '../../session';
import type { PlainProps } from '../../../editing/fields';
import { GroupEditor } from './GroupEditor';
import styles from './Rules.module.css';

/** A rule in words, and below it the rule to build. Where none is set, everybody passes. */
export function RuleField({ value, label, write, spec }: PlainProps) {
  const { t, date } = useLanguage();
  const map = useMap((whole) => whole);
  const rule = value as Rule | null;
  const words = useMemo(
    () => (rule ? describeRule(rule, map, t, date) : t('rule.everyone')),
    [rule, map, t, date],
  );
  // A single clause is edited as a group of one, so that another can be put beside it.
  const isNullable = spec.path.at(-1) === 'when';
  const set = (group: RuleGroup) => write(simplified(group, isNullable));

  return (
    <div role="group" aria-label={label} className={styles.field}>
      <p className={styles.words}>{words}</p>
      {rule === null || rule.kind === 'everyone' ? (
        <Button
          size="sm"
          icon={<Plus aria-hidden="true" />}
          onClick={() =>
            write(asGroup({ kind: 'days', not: false, operator: 'at-least', value: 0, to: 0 }))
          }
        >
          {t('ruleEditor.first')}
        </Button>
      ) : (
        <GroupEditor group={asGroup(rule)} onChange={set} depth={0} />
      )}
    </div>
  );
}

function asGroup(rule: Rule): RuleGroup {
  return rule.kind === 'group' ? rule : { kind: 'group', not: false, match: 'all', rules: [rule] };
}

/** No rules left means everybody. */
function simplified(group: RuleGroup, isNullable: boolean): Rule | null {
  if (group.rules.length > 0) return group;
  return isNullable ? null : { kind: 'everyone', not: false };
}
