import { Plus, Unlink } from 'lucide-react';
import type { MessageId } from '../../../language';
import { addRecord, changeRecord } from '../../../map/edits';
import { newId } from '../../../map/records';
import type { RecordInputOf, RecordOf } from '../../../map/schema';
import { Button } from '../../../controls/Button';
import { ComboBox } from '../../../controls/ComboBox';
import { IconButton } from '../../../controls/IconButton';
import { useText } from '../../../controls/LanguageProvider';
import { useEditor, useMap, useOptions } from '../../session';
import type { AttachedField } from '../../../editing/fields';
import styles from './Fields.module.css';
import { useHolder } from './holder';

/** Records that point at this one: go there, let go, attach another, make a new one. */
export function AttachedFieldView({ spec }: { spec: AttachedField }) {
  const t = useText();
  const editor = useEditor();
  const { id } = useHolder();
  const table = useMap((map) => map[spec.to]) as Record<string, RecordOf<typeof spec.to>>;
  const options = useOptions(spec.to);
  const isAttached = (record: string) => {
    const found = table[record];
    return found !== undefined && spec.isAttached(found, id);
  };
  const label = t(spec.label);

  const change = (record: string, how: AttachedField['attach']) =>
    editor.edit(
      spec.label,
      changeRecord(spec.to, record, (draft: RecordOf<typeof spec.to>) => {
        how(draft, id);
      }),
    );

  function create() {
    const fresh = newId();
    const name = t('record.new', { kind: t(`record.${spec.to}.one` as MessageId) });
    const input = { name, ...spec.create(id) } as RecordInputOf<typeof spec.to>;
    editor.edit(spec.label, addRecord(spec.to, input, fresh), {
      select: [{ collection: spec.to, id: fresh }],
    });
  }

  return (
    <div role="group" aria-label={label} className={styles.rows}>
      <div className={styles.head}>
        <span className={styles.legend}>{label}</span>
        <IconButton label={t('field.attached.create', { field: label })} size="sm" onClick={create}>
          <Plus aria-hidden="true" />
        </IconButton>
      </div>
      <ul className={styles.links}>
        {options
          .filter((option) => isAttached(option.id))
          .map((option) => (
            <li key={option.id} className={styles.link}>
              <Button
                variant="ghost"
                size="sm"
                className={styles.linkButton}
                dir="auto"
                onClick={() => editor.select([{ collection: spec.to, id: option.id }])}
              >
                {option.label}
              </Button>
              <IconButton
                label={t('field.attached.detach', { name: option.label })}
                size="sm"
                onClick={() => change(option.id, spec.detach)}
              >
                <Unlink aria-hidden="true" />
              </IconButton>
            </li>
          ))}
      </ul>
      <ComboBox
        label={label}
        hideLabel
        options={options.filter((option) => !isAttached(option.id))}
        value={null}
        placeholder={t('field.attached.attach')}
        onChange={(record) => {
          if (record !== null) change(record, spec.attach);
        }}
      />
    </div>
  );
}
