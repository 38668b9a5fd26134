import { Trash2 } from 'lucide-react';
import type { Attribute, Clause } from '../../../map/schema';
import { ComboBox } from '../../../controls/ComboBox';
import type { ComboOption } from '../../../controls/comboOptions';
import { IconButton } from '../../../controls/IconButton';
import { useText } from '../../../controls/LanguageProvider';
import { ToggleButton } from '../../../controls/ToggleButton';
import { useMap, useOptionsAnd } from '../../session';
import { AttributeTest } from './AttributeTest';
import { ATTRIBUTE_TESTS, attributeClause, newClause } from '../../../rules';
import { OtherTest } from './OtherTest';
import styles from './Rules.module.css';

const WALK = ['visits', 'taken', 'contacts', 'arm', 'days', 'revenue', 'today'] as const;
const MEMBERSHIP = ['segment', 'persona', 'share', 'everyone'] as const;
const SUBJECT_OF = {
  visits: 'touchpoints',
  taken: 'transitions',
  contacts: 'campaigns',
  arm: 'campaigns',
  segment: 'segments',
  persona: 'personas',
} as const;

interface ClauseEditorProps {
  readonly clause: Clause;
  readonly onChange: (clause: Clause) => void;
  readonly onRemove: () => void;
}

/** What is looked at, and how it is compared. */
export function ClauseEditor({ clause, onChange, onRemove }: ClauseEditorProps) {
  const t = useText();
  const map = useMap((whole) => whole);
  const attributes = useOptionsAnd(
    'attributes',
    clause.kind === 'attribute' ? [clause.attribute] : [],
  );
  const kinds: ComboOption[] = [...WALK, ...MEMBERSHIP].map((kind) => ({
    id: kind,
    label: t(`ruleEditor.kind.${kind}`),
    hint: t(
      WALK.some((each) => each === kind) ? 'ruleEditor.kinds.walk' : 'ruleEditor.kinds.membership',
    ),
    disabled: firstSubject(kind) === null,
  }));
  const options = [
    ...attributes.map((option) => ({ ...option, hint: t('ruleEditor.kinds.attribute') })),
    ...kinds,
  ];

  /** null: there is no record of the kind the clause would speak of. */
  function firstSubject(kind: (typeof WALK | typeof MEMBERSHIP)[number]): string | null {
    if (!(kind in SUBJECT_OF)) return '';
    const collection = SUBJECT_OF[kind as keyof typeof SUBJECT_OF];
    return Object.keys(map[collection])[0] ?? null;
  }

  function choose(id: string | null) {
    const attribute = id === null ? undefined : map.attributes[id];
    const kind = [...WALK, ...MEMBERSHIP].find((each) => each === id);
    if (id !== null && attribute) onChange(inPlace(id, attribute));
    else if (kind) onChange(newClause(kind, firstSubject(kind) ?? ''));
  }

  /** Another attribute in the place of one that was deleted is compared as that was, where it can be. */
  function inPlace(id: string, attribute: Attribute): Clause {
    const isMended = clause.kind === 'attribute' && !map.attributes[clause.attribute];
    return isMended && ATTRIBUTE_TESTS[attribute.type].includes(clause.test)
      ? { ...clause, attribute: id }
      : attributeClause(id, attribute);
  }

  return (
    <div role="group" aria-label={t('ruleEditor.clause')} className={styles.clause}>
      <div className={styles.bar}>
        <div className={styles.subject}>
          <ComboBox
            label={t('ruleEditor.subject')}
            hideLabel
            options={options}
            value={clause.kind === 'attribute' ? clause.attribute : clause.kind}
            onChange={choose}
          />
        </div>
        <ToggleButton pressed={clause.not} onChange={(not) => onChange({ ...clause, not })}>
          {t('ruleEditor.not')}
        </ToggleButton>
        <IconButton label={t('ruleEditor.removeClause')} size="sm" onClick={onRemove}>
          <Trash2 aria-hidden="true" />
        </IconButton>
      </div>
      {clause.kind === 'attribute' ? (
        <AttributeTest clause={clause} onChange={onChange} />
      ) : (
        <OtherTest clause={clause} onChange={onChange} />
      )}
    </div>
  );
}
