import { FolderPlus, Plus, Trash2 } from 'lucide-react';
import { LIMITS, MATCHES, type Rule, type RuleGroup } from '../../../map/schema';
import { Button } from '../../../controls/Button';
import { IconButton } from '../../../controls/IconButton';
import { useText } from '../../../controls/LanguageProvider';
import { Select } from '../../../controls/Select';
import { ToggleButton } from '../../../controls/ToggleButton';
import { ClauseEditor } from './ClauseEditor';
import { newClause } from '../../../rules';
import styles from './Rules.module.css';

interface GroupEditorProps {
  readonly group: RuleGroup;
  readonly onChange: (group: RuleGroup) => void;
  readonly depth: number;
  readonly onRemove?: () => void;
}

/** All, any, none or exactly one of its rules; groups nest. */
export function GroupEditor({ group, onChange, depth, onRemove }: GroupEditorProps) {
  const t = useText();
  const { rules } = group;
  const replace = (index: number, rule: Rule) =>
    onChange({ ...group, rules: rules.map((each, at) => (at === index ? rule : each)) });
  const remove = (index: number) =>
    onChange({ ...group, rules: rules.filter((_, at) => at !== index) });
  const add = (rule: Rule) => onChange({ ...group, rules: [...rules, rule] });

  return (
    <div
      role="group"
      aria-label={t('ruleEditor.group')}
      className={styles.group}
      data-depth={depth}
    >
      <div className={styles.bar}>
        <Select
          label={t('ruleEditor.matching')}
          hideLabel
          options={MATCHES.map((match) => ({
            value: match,
            label: t(`ruleEditor.match.${match}`),
          }))}
          value={group.match}
          onChange={(match) => onChange({ ...group, match })}
        />
        <ToggleButton pressed={group.not} onChange={(not) => onChange({ ...group, not })}>
          {t('ruleEditor.not')}
        </ToggleButton>
        {onRemove && (
          <IconButton label={t('ruleEditor.removeGroup')} size="sm" onClick={onRemove}>
            <Trash2 aria-hidden="true" />
          </IconButton>
        )}
      </div>
      {rules.map((rule, index) =>
        rule.kind === 'group' ? (
          <GroupEditor
            // Rules are a value without ids; their place is who they are.
            key={index}
            group={rule}
            depth={depth + 1}
            onChange={(next) => replace(index, next)}
            onRemove={() => remove(index)}
          />
        ) : (
          <ClauseEditor
            key={index}
            clause={rule}
            onChange={(next) => replace(index, next)}
            onRemove={() => remove(index)}
          />
        ),
      )}
      <div className={styles.bar}>
        <Button
          size="sm"
          variant="ghost"
          icon={<Plus aria-hidden="true" />}
          disabled={rules.length >= LIMITS.ruleClauses}
          onClick={() => add(newClause('days'))}
        >
          {t('ruleEditor.addClause')}
        </Button>
        <Button
          size="sm"
          variant="ghost"
          icon={<FolderPlus aria-hidden="true" />}
          disabled={depth >= LIMITS.ruleDepth - 2}
          onClick={() =>
            add({ kind: 'group', not: false, match: 'any', rules: [newClause('days')] })
          }
        >
          {t('ruleEditor.addGroup')}
        </Button>
      </div>
    </div>
  );
}
