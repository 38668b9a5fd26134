import {
  type Attribute,
  CALENDAR_OFFSETS,
  CALENDAR_PERIODS,
  type Clause,
  type ClauseOf,
  DATE_OPERATORS,
  LIST_OPERATORS,
  PRESENCE_OPERATORS,
  TEXT_OPERATORS,
} from '../../../map/schema';
import type { MessageId } from '../../../language';
import { useText } from '../../../controls/LanguageProvider';
import { MultiComboBox } from '../../../controls/MultiComboBox';
import { NumberField } from '../../../controls/NumberField';
import { Select, type SelectOption } from '../../../controls/Select';
import { Switch } from '../../../controls/Switch';
import { TextField } from '../../../controls/TextField';
import { useMap } from '../../session/EditorContext';
import { NumberTest } from './NumberTest';
import { RuleDateField } from './RuleDateField';
import styles from './Rules.module.css';

type AttributeClause = ClauseOf<'attribute'>;
type Test = AttributeClause['test'];

/** Comparisons that make sense for a type; the first is what a new clause begins with. */
const TESTS: Readonly<Record<Attribute['type'], readonly Test[]>> = {
  number: ['number', 'one-of', 'presence'],
  text: ['text', 'one-of', 'presence'],
  choice: ['text', 'one-of', 'presence'],
  boolean: ['boolean', 'presence'],
  date: ['age', 'date', 'period', 'presence'],
  list: ['list', 'length', 'presence'],
};

const AGE_OPERATORS = ['within-last', 'more-than-ago'] as const;

interface Props {
  readonly clause: AttributeClause;
  readonly onChange: (clause: Clause) => void;
}

/** How an attribute is compared. */
export function AttributeTest({ clause, onChange }: Props) {
  const t = useText();
  const attribute = useMap((map) => map.attributes[clause.attribute]);
  const tests = TESTS[attribute?.type ?? 'text'];
  // A clause of another build or another type keeps its own kind of test in the list.
  const offered = tests.includes(clause.test) ? tests : [clause.test, ...tests];
  return (
    <>
      <Select
        label={t('ruleEditor.compare')}
        layout="row"
        options={offered.map((test) => ({ value: test, label: t(`ruleEditor.test.${test}`) }))}
        value={clause.test}
        onChange={(test) => onChange(newTest(clause, test, attribute))}
      />
      <Operands clause={clause} attribute={attribute} onChange={onChange} />
    </>
  );
}

function newTest(clause: AttributeClause, test: Test, attribute: Attribute | undefined): Clause {
  const { not, attribute: id } = clause;
  const base = { kind: 'attribute', not, attribute: id } as const;
  const number = { operator: 'at-least', value: 0, to: 0 } as const;
  switch (test) {
    case 'presence':
      return { ...base, test, operator: 'is-set' };
    case 'text':
      return {
        ...base,
        test,
        operator: 'equals',
        value: attribute?.choices[0] ?? '',
        caseSensitive: false,
      };
    case 'one-of':
      return { ...base, test, values: [], caseSensitive: false };
    case 'number':
    case 'length':
      return { ...base, test, ...number };
    case 'boolean':
      return { ...base, test, value: true };
    case 'date':
      return {
        ...base,
        test,
        operator: 'before',
        value: { daysFromToday: 0 },
        to: { daysFromToday: 0 },
      };
    case 'age':
      return { ...base, test, operator: 'within-last', days: 30 };
    case 'period':
      return { ...base, test, offset: 'this', period: 'month' };
    case 'list':
      return { ...base, test, operator: 'contains-any', values: [] };
  }
}

function Operands({ clause, attribute, onChange }: Props & { attribute: Attribute | undefined }) {
  const t = useText();
  const names = <Value extends string>(
    values: readonly Value[],
    prefix: string,
  ): SelectOption<Value>[] =>
    values.map((value) => ({ value, label: t(`${prefix}.${value}` as MessageId) }));
  const operator = t('ruleEditor.operation');

  switch (clause.test) {
    case 'presence':
      return (
        <Select
          label={operator}
          hideLabel
          options={names(PRESENCE_OPERATORS, 'ruleEditor.operator')}
          value={clause.operator}
          onChange={(next) => onChange({ ...clause, operator: next })}
        />
      );
    case 'text':
      return (
        <div className={styles.test}>
          <Select
            label={operator}
            hideLabel
            options={names(TEXT_OPERATORS, 'ruleEditor.operator')}
            value={clause.operator}
            onChange={(next) => onChange({ ...clause, operator: next })}
          />
          <TextOperand clause={clause} attribute={attribute} onChange={onChange} />
          <Switch
            label={t('ruleEditor.caseSensitive')}
            checked={clause.caseSensitive}
            onChange={(caseSensitive) => onChange({ ...clause, caseSensitive })}
          />
        </div>
      );
    case 'one-of':
    case 'list':
      return (
        <div className={styles.test}>
          {clause.test === 'list' && (
            <Select
              label={operator}
              hideLabel
              options={names(LIST_OPERATORS, 'ruleEditor.operator')}
              value={clause.operator}
              onChange={(next) => onChange({ ...clause, operator: next })}
            />
          )}
          <MultiComboBox
            label={t('ruleEditor.values')}
            hideLabel
            options={[...new Set([...(attribute?.choices ?? []), ...clause.values])].map((id) => ({
              id,
              label: id,
            }))}
            value={clause.values}
            onChange={(values) => onChange({ ...clause, values })}
            onCreate={(text) => onChange({ ...clause, values: [...clause.values, text] })}
          />
        </div>
      );
    case 'number':
    case 'length':
      return (
        <NumberTest
          test={clause}
          unit={attribute?.unit}
          onChange={(change) => onChange({ ...clause, ...change })}
        />
      );
    case 'boolean':
      return (
        <Switch
          label={t('ruleEditor.isTrue')}
          checked={clause.value}
          onChange={(value) => onChange({ ...clause, value })}
        />
      );
    case 'date':
      return (
        <div className={styles.test}>
          <Select
            label={operator}
            hideLabel
            options={names(DATE_OPERATORS, 'ruleEditor.operator')}
            value={clause.operator}
            onChange={(next) => onChange({ ...clause, operator: next })}
          />
          <RuleDateField
            label={t('ruleEditor.value')}
            value={clause.value}
            onChange={(value) => onChange({ ...clause, value })}
          />
          {clause.operator.endsWith('between') && (
            <RuleDateField
              label={t('ruleEditor.to')}
              value={clause.to}
              onChange={(to) => onChange({ ...clause, to })}
            />
          )}
        </div>
      );
    case 'age':
      return (
        <div className={styles.test}>
          <Select
            label={operator}
            hideLabel
            options={names(AGE_OPERATORS, 'ruleEditor.operator')}
            value={clause.operator}
            onChange={(next) => onChange({ ...clause, operator: next })}
          />
          <NumberField
            label={t('ruleEditor.value')}
            hideLabel
            required
            integer
            min={0}
            unit={t('field.unit.days')}
            value={clause.days}
            onChange={(days) => {
              if (days !== null) onChange({ ...clause, days });
            }}
          />
        </div>
      );
    case 'period':
      return (
        <div className={styles.test}>
          <Select
            label={t('ruleEditor.offsetOf')}
            hideLabel
            options={names(CALENDAR_OFFSETS, 'ruleEditor.offset')}
            value={clause.offset}
            onChange={(offset) => onChange({ ...clause, offset })}
          />
          <Select
            label={t('ruleEditor.periodOf')}
            hideLabel
            options={names(CALENDAR_PERIODS, 'ruleEditor.period')}
            value={clause.period}
            onChange={(period) => onChange({ ...clause, period })}
          />
        </div>
      );
  }
}

/** Offered choices where the attribute has some and the operator wants a whole one. */
function TextOperand({
  clause,
  attribute,
  onChange,
}: {
  clause: Extract<AttributeClause, { test: 'text' }>;
  attribute: Attribute | undefined;
  onChange: Props['onChange'];
}) {
  const t = useText();
  const isWhole = clause.operator === 'equals' || clause.operator === 'not-equals';
  const choices = attribute?.choices ?? [];
  if (isWhole && choices.length > 0) {
    return (
      <Select
        label={t('ruleEditor.value')}
        hideLabel
        options={choices.map((value) => ({ value, label: value }))}
        value={clause.value}
        onChange={(value) => onChange({ ...clause, value })}
      />
    );
  }
  return (
    <TextField
      label={t('ruleEditor.value')}
      hideLabel
      value={clause.value}
      onChange={(value) => onChange({ ...clause, value })}
    />
  );
}
