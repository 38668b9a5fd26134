import { inOrder } from '../../../map/records';
import { useText } from '../../../controls/LanguageProvider';
import { Select } from '../../../controls/Select';
import { useMap } from '../../session';
import { useHolder } from './holder';
import type { PlainProps } from '../../../editing/fields';

const EVERY = '';

/** One of the campaign's variants, or every one of them. */
export function VariantField({ value, label, write }: PlainProps) {
  const t = useText();
  const { id } = useHolder();
  const variants = useMap((map) => map.campaigns[id]?.variants) ?? {};
  return (
    <Select
      label={label}
      layout="row"
      options={[
        { value: EVERY, label: t('field.variant.every') },
        ...inOrder(variants).map(([variant, { name }], index) => ({
          value: variant,
          label: name || t('field.variant.unnamed', { number: index + 1 }),
        })),
      ]}
      value={typeof value === 'string' ? value : EVERY}
      onChange={(next) => write(next === EVERY ? null : next)}
    />
  );
}
