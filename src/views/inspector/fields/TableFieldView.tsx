import { ArrowDown, ArrowUp, Plus } from 'lucide-react';
import { inOrder, newId, orderAfter, orderBetween } from '../../../map/records';
import { IconButton } from '../../../controls/IconButton';
import { useText } from '../../../controls/LanguageProvider';
import { useEditor } from '../../session';
import { type TableField, writeEdit } from '../../../editing/fields';
import styles from './Fields.module.css';
import { FieldList } from './FieldList';
import { RemoveRow } from './RemoveRow';
import { Inside, useHolder, useWrite } from './holder';

type Rows = Readonly<Record<string, { order: string }>>;

/** Rows to add, fill, reorder and remove. */
export function TableFieldView({ spec, value }: { spec: TableField; value: unknown }) {
  const t = useText();
  const editor = useEditor();
  const holder = useHolder();
  const write = useWrite(spec.label, spec.path);
  const rows = (value ?? {}) as Rows;
  const entries = inOrder(rows);
  const label = t(spec.label);

  function add() {
    const initial = spec.initial(editor.store.getState().map);
    if (initial === null) {
      editor.announce('field.table.nothingToPointAt', { field: label }, true);
      return;
    }
    write({ ...rows, [newId()]: { ...initial, order: orderAfter(rows) } });
  }

  function move(index: number, by: -1 | 1) {
    const others = entries.filter((_, each) => each !== index);
    const at = index + by;
    const order = orderBetween(others[at - 1]?.[1].order ?? null, others[at]?.[1].order ?? null);
    const [id] = entries[index] ?? [];
    if (id === undefined || order === null) return;
    editor.edit(spec.label, writeEdit(holder, [...spec.path, id, 'order'], order));
  }

  return (
    <div role="group" aria-label={label} className={styles.rows}>
      <div className={styles.head}>
        <span className={styles.legend}>{label}</span>
        <IconButton label={t('field.table.add', { field: label })} size="sm" onClick={add}>
          <Plus aria-hidden="true" />
        </IconButton>
      </div>
      {entries.map(([id, row], index) => (
        <div
          key={id}
          className={styles.row}
          role="group"
          aria-label={`${label} ${String(index + 1)}`}
        >
          <div className={styles.rowHead}>
            <span className={styles.rowTitle}>{index + 1}</span>
            <IconButton
              label={t('field.table.up')}
              size="sm"
              disabled={index === 0}
              onClick={() => move(index, -1)}
            >
              <ArrowUp aria-hidden="true" />
            </IconButton>
            <IconButton
              label={t('field.table.down')}
              size="sm"
              disabled={index === entries.length - 1}
              onClick={() => move(index, 1)}
            >
              <ArrowDown aria-hidden="true" />
            </IconButton>
            <RemoveRow
              label={t('field.table.remove')}
              field={spec.label}
              path={[...spec.path, id]}
            />
          </div>
          <Inside path={[...spec.path, id]}>
            <FieldList specs={spec.fields} value={row} />
          </Inside>
        </div>
      ))}
    </div>
  );
}
