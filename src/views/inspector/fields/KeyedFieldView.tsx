import { inOrder, orderAfter } from '../../../map/records';
import { ComboBox } from '../../../controls/ComboBox';
import { useText } from '../../../controls/LanguageProvider';
import { useEditor, useOptions } from '../../session';
import { type KeyedField, writeEdit } from '../../../editing/fields';
import styles from './Fields.module.css';
import { FieldList } from './FieldList';
import { RemoveRow } from './RemoveRow';
import { Inside, useHolder } from './holder';

type Rows = Readonly<Record<string, unknown>>;

/** A row per record of another collection, e.g. a chance per segment. */
export function KeyedFieldView({ spec, value }: { spec: KeyedField; value: unknown }) {
  const t = useText();
  const editor = useEditor();
  const holder = useHolder();
  const options = useOptions(spec.to);
  const rows = (value ?? {}) as Rows;
  const ids = spec.ordered
    ? inOrder(rows as Record<string, { order: string }>).map(([id]) => id)
    : options.map(({ id }) => id).filter((id) => Object.hasOwn(rows, id));
  const free = options.filter(({ id }) => !Object.hasOwn(rows, id));
  const label = t(spec.label);

  function add(id: string) {
    const order = spec.ordered
      ? { order: orderAfter(rows as Record<string, { order: string }>) }
      : {};
    const { initial } = spec;
    const row = typeof initial === 'object' ? { ...initial, ...order } : initial;
    editor.edit(spec.label, writeEdit(holder, [...spec.path, id], row));
  }

  return (
    <div role="group" aria-label={label} className={styles.rows}>
      {ids.map((id) => {
        const name = options.find((option) => option.id === id)?.label ?? t('record.gone');
        return (
          <div key={id} className={styles.row} role="group" aria-label={name}>
            <div className={styles.rowHead}>
              <span className={styles.rowTitle} dir="auto">
                {name}
              </span>
              <RemoveRow
                label={t('field.table.removeNamed', { name })}
                field={spec.label}
                path={[...spec.path, id]}
              />
            </div>
            <Inside path={[...spec.path, id]}>
              <FieldList specs={spec.fields} value={rows[id]} />
            </Inside>
          </div>
        );
      })}
      <ComboBox
        label={label}
        options={free}
        value={null}
        placeholder={t('field.keyed.add')}
        disabled={free.length === 0}
        onChange={(id) => {
          if (id !== null) add(id);
        }}
      />
    </div>
  );
}
