import { ColorPicker } from '../../../controls/ColorPicker';
import type { ColorName } from '../../../controls/colors';
import { DateField } from '../../../controls/DateField';
import { EmotionPicker } from '../../../controls/EmotionPicker';
import { useLanguage } from '../../../controls/LanguageProvider';
import { MoneyField, NumberField, PercentField } from '../../../controls/NumberField';
import { RatingPicker } from '../../../controls/RatingPicker';
import { Switch } from '../../../controls/Switch';
import { TextArea } from '../../../controls/TextArea';
import { TextField } from '../../../controls/TextField';
import { useEditor, useMap } from '../../session';
import { RuleField } from '../rules/RuleField';
import type { PlainField, PlainProps } from '../../../editing/fields';
import { ChannelField } from './ChannelField';
import { FormattedField } from './FormattedField';
import { useHolder, useWrite } from './holder';
import { LinesField, NumbersField } from './LinesField';
import { MapLinkField } from './MapLinkField';
import { NumberPathField } from './NumberPathField';
import { OptionsField } from './OptionsField';
import { PictureField } from './PictureField';
import { ShareSlider } from './ShareSlider';
import { ReadonlyField } from './ReadonlyField';
import { ValueField } from './ValueField';
import { useMixed } from './useMixed';
import { VariantField } from './VariantField';

/** One value, edited by the control its spec names. */
export function PlainFieldView({ spec, value }: { spec: PlainField; value: unknown }) {
  const { t } = useLanguage();
  const write = useWrite(spec.label, spec.path);
  const hint = spec.hint && t(spec.hint);
  return <Control spec={spec} value={value} label={t(spec.label)} hint={hint} write={write} />;
}

function Control(props: PlainProps) {
  switch (props.spec.control) {
    case 'line':
    case 'url':
    case 'text':
      return <TextControl {...props} />;
    case 'number':
    case 'integer':
    case 'money':
    case 'share':
    case 'days':
      return <NumberControl {...props} />;
    case 'date':
      return <DateControl {...props} />;
    case 'switch':
      return (
        <Switch
          label={props.label}
          hint={props.hint}
          checked={props.value === true}
          onChange={props.write}
        />
      );
    case 'rating':
      return (
        <RatingPicker
          label={props.label}
          hint={props.hint}
          value={numberOrNull(props.value)}
          onChange={props.write}
        />
      );
    case 'emotion':
      return (
        <EmotionPicker
          label={props.label}
          hint={props.hint}
          value={numberOrNull(props.value)}
          onChange={props.write}
        />
      );
    case 'color':
      return (
        <ColorPicker
          label={props.label}
          hint={props.hint}
          value={(props.value ?? null) as ColorName | null}
          onChange={props.write}
        />
      );
    case 'channel':
      return <ChannelField {...props} />;
    case 'lines':
      return <LinesField {...props} />;
    case 'numbers':
      return <NumbersField {...props} />;
    case 'readonly':
      return <ReadonlyField {...props} />;
    case 'rule':
      return <RuleField {...props} />;
    case 'value':
      return <ValueField {...props} />;
    case 'options':
      return <OptionsField {...props} />;
    case 'map-link':
      return <MapLinkField {...props} />;
    case 'number-path':
      return <NumberPathField {...props} />;
    case 'variant':
      return <VariantField {...props} />;
    case 'picture':
      return <PictureField {...props} />;
  }
}

function TextControl(props: PlainProps) {
  const { spec, value, label, hint, write } = props;
  const editor = useEditor();
  const placeholder = useMixed();
  if (spec.format) return <FormattedField {...props} format={spec.format} />;
  const shared = {
    label,
    hint,
    value: typeof value === 'string' ? value : '',
    ...(placeholder === undefined ? {} : { placeholder }),
    onChange: write,
    onCommit: () => {
      editor.settle();
    },
  };
  if (spec.control === 'text') return <TextArea {...shared} />;
  return <TextField {...shared} type={spec.control === 'url' ? 'url' : 'text'} />;
}

function NumberControl({ spec, value, label, hint, write }: PlainProps) {
  const { t } = useLanguage();
  const { collection, id } = useHolder();
  const placeholder = useMixed();
  const currency = useMap((map) => map.currency);
  const measuredIn = useMap((map) =>
    collection === null ? undefined : spec.unitOf?.(map[collection][id]),
  );
  const props = {
    label,
    hint,
    layout: 'row' as const,
    value: numberOrNull(value),
    required: spec.nullable !== true,
    integer: spec.control === 'integer',
    onChange: write,
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(spec.min === undefined ? {} : { min: spec.min }),
    ...(spec.max === undefined ? {} : { max: spec.max }),
  };
  // A retention of revenue is a share above 1 as well.
  if (measuredIn === 'share') return <PercentField {...props} max={spec.max ?? Infinity} />;
  if (measuredIn === 'months') return <NumberField {...props} unit={t('field.unit.months')} />;
  if (spec.control === 'money' || measuredIn === 'money')
    return <MoneyField {...props} currency={currency} />;
  if (spec.control === 'share') {
    return (
      <>
        <PercentField {...props} />
        {spec.slides && placeholder === undefined && (
          <ShareSlider value={props.value ?? 0} write={write} />
        )}
      </>
    );
  }
  if (spec.control === 'days' || measuredIn === 'days')
    return <NumberField min={0} {...props} unit={t('field.unit.days')} />;
  return <NumberField {...props} />;
}

function DateControl({ spec, value, label, hint, write }: PlainProps) {
  return (
    <DateField
      label={label}
      hint={hint}
      layout="row"
      value={typeof value === 'string' ? value : null}
      onChange={(next) => {
        if (next !== null || spec.nullable) write(next);
      }}
    />
  );
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
