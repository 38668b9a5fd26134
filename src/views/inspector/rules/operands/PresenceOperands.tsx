import { PRESENCE_OPERATORS } from '../../../../map/schema';
import type { OperandsProps } from '../../../../editing/fields';
import { OperatorSelect } from './OperatorSelect';

/** Whether there is a value at all: nothing is compared. */
export function PresenceOperands({ clause, onChange }: OperandsProps<'presence'>) {
  return (
    <OperatorSelect
      choices={PRESENCE_OPERATORS}
      value={clause.operator}
      onChange={(operator) => onChange({ ...clause, operator })}
    />
  );
}
