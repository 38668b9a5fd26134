import {
  type Clause,
  type ClauseOf,
  type CollectionName,
  DATE_OPERATORS,
  WALK_SCOPES,
} from '../../../map/schema';
import { inOrder } from '../../../map/records';
import { ComboBox } from '../../../controls/ComboBox';
import { DateField } from '../../../controls/DateField';
import { useText } from '../../../controls/LanguageProvider';
import { PercentField } from '../../../controls/NumberField';
import { Select } from '../../../controls/Select';
import { Switch } from '../../../controls/Switch';
import { useMap, useOptionsAnd } from '../../session';
import { NumberTest } from './NumberTest';
import styles from './Rules.module.css';

type OtherClause = Exclude<Clause, ClauseOf<'attribute'>>;

interface Props<Kind extends OtherClause['kind'] = OtherClause['kind']> {
  readonly clause: ClauseOf<Kind>;
  readonly onChange: (clause: Clause) => void;
}

/** How the walk so far, or who somebody is, is compared. */
export function OtherTest({
  clause,
  onChange,
}: {
  clause: OtherClause;
  onChange: Props['onChange'];
}) {
  const t = useText();
  switch (clause.kind) {
    case 'visits':
      return (
        <>
          <Subject
            to="touchpoints"
            value={clause.touchpoint}
            onChange={(touchpoint) => onChange({ ...clause, touchpoint })}
          />
          <Counted clause={clause} onChange={onChange} />
        </>
      );
    case 'taken':
      return (
        <>
          <Subject
            to="transitions"
            value={clause.transition}
            onChange={(transition) => onChange({ ...clause, transition })}
          />
          <Counted clause={clause} onChange={onChange} />
        </>
      );
    case 'contacts':
      return (
        <>
          <Subject
            to="campaigns"
            value={clause.campaign}
            onChange={(campaign) => onChange({ ...clause, campaign })}
          />
          <NumberTest test={clause} onChange={(change) => onChange({ ...clause, ...change })} />
        </>
      );
    case 'arm':
      return <Arm clause={clause} onChange={onChange} />;
    case 'days':
      return (
        <NumberTest
          test={clause}
          unit={t('field.unit.days')}
          onChange={(change) => onChange({ ...clause, ...change })}
        />
      );
    case 'revenue':
      return <NumberTest test={clause} onChange={(change) => onChange({ ...clause, ...change })} />;
    case 'today':
      return <Today clause={clause} onChange={onChange} />;
    case 'segment':
      return (
        <Subject
          to="segments"
          value={clause.segment}
          onChange={(segment) => onChange({ ...clause, segment })}
        />
      );
    case 'persona':
      return (
        <Subject
          to="personas"
          value={clause.persona}
          onChange={(persona) => onChange({ ...clause, persona })}
        />
      );
    case 'share':
      return (
        <PercentField
          label={t('field.share')}
          layout="row"
          required
          value={clause.share}
          onChange={(share) => {
            if (share !== null) onChange({ ...clause, share });
          }}
        />
      );
    case 'everyone':
      return null;
  }
}

function Subject({
  to,
  value,
  onChange,
}: {
  to: CollectionName;
  value: string;
  onChange: (id: string) => void;
}) {
  const t = useText();
  return (
    <ComboBox
      label={t('ruleEditor.which')}
      hideLabel
      options={useOptionsAnd(to, [value])}
      value={value}
      onChange={(id) => {
        if (id !== null) onChange(id);
      }}
    />
  );
}

function Counted({ clause, onChange }: Props<'visits' | 'taken'>) {
  const t = useText();
  return (
    <>
      <Select
        label={t('ruleEditor.counted')}
        hideLabel
        options={WALK_SCOPES.map((scope) => ({
          value: scope,
          label: t(`ruleEditor.scope.${scope}`),
        }))}
        value={clause.scope}
        onChange={(scope) => onChange({ ...clause, scope })}
      />
      <NumberTest test={clause} onChange={(change) => onChange({ ...clause, ...change })} />
    </>
  );
}

function Arm({ clause, onChange }: Props<'arm'>) {
  const t = useText();
  const variants = useMap((map) => map.campaigns[clause.campaign]?.variants) ?? {};
  return (
    <>
      <Subject
        to="campaigns"
        value={clause.campaign}
        onChange={(campaign) => onChange({ ...clause, campaign, arm: 'treated' })}
      />
      <Select
        label={t('ruleEditor.armOf')}
        hideLabel
        options={[
          { value: 'treated', label: t('ruleEditor.arm.treated') },
          { value: 'control', label: t('ruleEditor.arm.control') },
          ...inOrder(variants).map(([value, { name }], index) => ({
            value,
            label: name || t('field.variant.unnamed', { number: index + 1 }),
          })),
        ]}
        value={clause.arm}
        onChange={(arm) => onChange({ ...clause, arm })}
      />
    </>
  );
}

function Today({ clause, onChange }: Props<'today'>) {
  const t = useText();
  const setDate = (key: 'value' | 'to') => (date: string | null) => {
    if (date !== null) onChange({ ...clause, [key]: date });
  };
  return (
    <div className={styles.test}>
      <Select
        label={t('ruleEditor.operation')}
        hideLabel
        options={DATE_OPERATORS.map((value) => ({
          value,
          label: t(`ruleEditor.operator.${value}`),
        }))}
        value={clause.operator}
        onChange={(operator) => onChange({ ...clause, operator })}
      />
      <DateField
        label={t('ruleEditor.value')}
        hideLabel
        value={clause.value}
        onChange={setDate('value')}
      />
      {clause.operator.endsWith('between') && (
        <DateField
          label={t('ruleEditor.to')}
          hideLabel
          value={clause.to}
          onChange={setDate('to')}
        />
      )}
      <Switch
        label={t('ruleEditor.yearly')}
        checked={clause.yearly}
        onChange={(yearly) => onChange({ ...clause, yearly })}
      />
    </div>
  );
}
