import { Plus, Trash2 } from 'lucide-react';
import type { AttributeValue } from '../../../map/schema';
import { IconButton } from '../../../controls/IconButton';
import { useText } from '../../../controls/LanguageProvider';
import { NumberField } from '../../../controls/NumberField';
import { useAttribute } from './useAttribute';
import styles from './Fields.module.css';
import type { PlainProps } from '../../../editing/fields';
import { ValueInput } from './ValueField';

interface Option {
  readonly value: AttributeValue;
  readonly share: number;
}

/** Values of a choice with their weights; a new row takes the first choice not used yet. */
export function OptionsField(props: PlainProps) {
  const t = useText();
  const attribute = useAttribute();
  const options = (props.value ?? []) as readonly Option[];
  const set = (index: number, change: Partial<Option>) =>
    props.write(
      options.map((option, each) => (each === index ? { ...option, ...change } : option)),
    );
  const unused = attribute?.choices.find((choice) =>
    options.every(({ value }) => value !== choice),
  );

  return (
    <div role="group" aria-label={props.label} className={styles.rows}>
      {options.map((option, index) => (
        // Rows have no ids: a distribution is one value, and its rows are known by their place.
        <div key={index} className={styles.rowHead}>
          <div className={styles.pair}>
            <ValueInput
              {...props}
              label={t('field.value')}
              attribute={attribute}
              nullable={false}
              value={option.value}
              write={(value) => set(index, { value: value as AttributeValue })}
            />
            <NumberField
              label={t('field.share')}
              layout="row"
              min={0}
              step={0.05}
              required
              value={option.share}
              onChange={(share) => {
                if (share !== null) set(index, { share });
              }}
            />
          </div>
          <IconButton
            label={t('field.table.remove')}
            size="sm"
            disabled={options.length === 1}
            onClick={() => props.write(options.filter((_, each) => each !== index))}
          >
            <Trash2 aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      <IconButton
        label={t('field.table.add', { field: props.label })}
        size="sm"
        onClick={() => props.write([...options, { value: unused ?? '', share: 1 }])}
      >
        <Plus aria-hidden="true" />
      </IconButton>
    </div>
  );
}
