import { useText } from '../../../controls/LanguageProvider';
import { Select } from '../../../controls/Select';
import { Switch } from '../../../controls/Switch';
import type { Clause, ClauseOf } from '../../../map/schema';
import { ATTRIBUTE_TESTS, withTest } from '../../../rules';
import { useMap } from '../../session';
import { NumberTest } from './NumberTest';
import { AgeOperands } from './operands/AgeOperands';
import { DateOperands } from './operands/DateOperands';
import type { OperandsProps } from '../../../editing/fields';
import { PeriodOperands } from './operands/PeriodOperands';
import { PresenceOperands } from './operands/PresenceOperands';
import { TextOperands } from './operands/TextOperands';
import { ValuesOperands } from './operands/ValuesOperands';

interface Props {
  readonly clause: ClauseOf<'attribute'>;
  readonly onChange: (clause: Clause) => void;
}

/** How an attribute is compared. */
export function AttributeTest({ clause, onChange }: Props) {
  const t = useText();
  const attribute = useMap((map) => map.attributes[clause.attribute]);
  const tests = ATTRIBUTE_TESTS[attribute?.type ?? 'text'];
  // A clause of another build or another type keeps its own kind of test in the list.
  const offered = tests.includes(clause.test) ? tests : [clause.test, ...tests];
  return (
    <>
      <Select
        label={t('ruleEditor.compare')}
        layout="row"
        options={offered.map((test) => ({ value: test, label: t(`ruleEditor.test.${test}`) }))}
        value={clause.test}
        onChange={(test) => onChange(withTest(clause, test, attribute))}
      />
      <Operands clause={clause} attribute={attribute} onChange={onChange} />
    </>
  );
}

function Operands({ clause, attribute, onChange }: OperandsProps) {
  const t = useText();
  const shared = { attribute, onChange };
  switch (clause.test) {
    case 'presence':
      return <PresenceOperands clause={clause} {...shared} />;
    case 'text':
      return <TextOperands clause={clause} {...shared} />;
    case 'one-of':
    case 'list':
      return <ValuesOperands clause={clause} {...shared} />;
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
      return <DateOperands clause={clause} {...shared} />;
    case 'age':
      return <AgeOperands clause={clause} {...shared} />;
    case 'period':
      return <PeriodOperands clause={clause} {...shared} />;
  }
}
