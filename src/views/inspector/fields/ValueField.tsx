import { type Attribute, type AttributeValue, suitsType } from '../../../map/schema';
import { DateField } from '../../../controls/DateField';
import { useText } from '../../../controls/LanguageProvider';
import { NumberField } from '../../../controls/NumberField';
import { Select } from '../../../controls/Select';
import { TextField } from '../../../controls/TextField';
import { useAttribute } from './useAttribute';
import { LinesField } from './LinesField';
import type { PlainProps } from '../../../editing/fields';

/** A value of the attribute's own type. */
export function ValueField(props: PlainProps) {
  const attribute = useAttribute();
  return (
    <ValueInput
      {...props}
      attribute={attribute}
      nullable={props.spec.nullable === true}
      value={(props.value ?? null) as AttributeValue | null}
    />
  );
}

interface ValueInputProps extends Omit<PlainProps, 'value'> {
  readonly attribute: Attribute | null;
  readonly value: AttributeValue | null;
  readonly nullable: boolean;
}

const UNSET = '';

/** The control that suits the type; a value of another type shows as empty until it is set again. */
export function ValueInput(props: ValueInputProps) {
  const { attribute, value, label, write, nullable } = props;
  const t = useText();
  const type = attribute?.type ?? 'text';
  const suited = suitsType(value, type) ? value : null;
  switch (type) {
    case 'number':
      return (
        <NumberField
          label={label}
          layout="row"
          value={typeof suited === 'number' ? suited : null}
          unit={attribute?.unit}
          required={!nullable}
          onChange={write}
        />
      );
    case 'date':
      return (
        <DateField
          label={label}
          layout="row"
          value={typeof suited === 'string' ? suited : null}
          onChange={(next) => {
            if (next !== null || nullable) write(next);
          }}
        />
      );
    case 'list':
      return <LinesField {...props} value={suited ?? []} />;
    case 'boolean':
      return (
        <Select
          label={label}
          layout="row"
          options={[
            ...(nullable ? [{ value: UNSET, label: t('field.none') }] : []),
            { value: 'true', label: t('field.yes') },
            { value: 'false', label: t('field.no') },
          ]}
          value={typeof suited === 'boolean' ? String(suited) : nullable ? UNSET : null}
          onChange={(next) => write(next === UNSET ? null : next === 'true')}
        />
      );
    case 'choice':
      return (
        <Select
          label={label}
          layout="row"
          options={[
            ...(nullable ? [{ value: UNSET, label: t('field.none') }] : []),
            ...(attribute?.choices ?? []).map((choice) => ({ value: choice, label: choice })),
          ]}
          value={typeof suited === 'string' ? suited : nullable ? UNSET : null}
          placeholder={t('field.none')}
          onChange={(next) => write(next === UNSET && nullable ? null : next)}
        />
      );
    case 'text':
      return (
        <TextField
          label={label}
          layout="row"
          value={typeof suited === 'string' ? suited : ''}
          onChange={(text) => write(text === '' && nullable ? null : text)}
        />
      );
  }
}
