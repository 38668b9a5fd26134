import { Plus } from 'lucide-react';
import { addRecord, changeRecord } from '../../map/edits';
import { newId } from '../../map/records';
import type { RecordInputOf, RecordOf } from '../../map/schema';
import { IconButton } from '../../controls/IconButton';
import { useText } from '../../controls/LanguageProvider';
import { Menu } from '../../controls/Menu';
import { type AttachedField, TOUCHPOINT } from '../../editing/fields';
import { useEditor, useMap, useOptions } from '../session';
import type { LinkKind } from '../../insight/table';
import styles from './Table.module.css';

type AttachKind = Exclude<LinkKind, 'segments' | 'messages'>;

/** How the inspector attaches each kind of record to a touchpoint. */
const FIELDS = new Map(
  TOUCHPOINT.flatMap(({ fields }) => fields)
    .filter((field): field is AttachedField => field.control === 'attached')
    .map((field) => [field.to, field]),
);

/** Attaches records to a touchpoint and lets them go, or makes a new one. */
export function AttachMenu({
  kind,
  touchpoint,
  label,
  isStop,
  onOpenChange,
}: {
  readonly kind: AttachKind;
  readonly touchpoint: string;
  readonly label: string;
  /** The Tab key stops here. */
  readonly isStop: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const t = useText();
  const editor = useEditor();
  const options = useOptions(kind);
  const table = useMap((map) => map[kind]) as Readonly<Record<string, RecordOf<typeof kind>>>;
  const field = FIELDS.get(kind);
  if (!field) return null;
  const isAttached = (id: string) => {
    const record = table[id];
    return record !== undefined && field.isAttached(record, touchpoint);
  };

  function toggle(id: string) {
    if (!field) return;
    const how = isAttached(id) ? field.detach : field.attach;
    editor.edit(
      field.label,
      changeRecord(kind, id, (draft: RecordOf<typeof kind>) => how(draft, touchpoint)),
    );
  }

  function create() {
    if (!field) return;
    const id = newId();
    const name = t('record.new', { kind: t(`record.${kind}.one`) });
    const input = { name, ...field.create(touchpoint) } as RecordInputOf<typeof kind>;
    editor.edit(field.label, addRecord(kind, input, id), { select: [{ collection: kind, id }] });
  }

  const records = options.map(({ id, label: name }) => ({
    id,
    label: name,
    checked: isAttached(id),
    onSelect: () => toggle(id),
  }));
  return (
    <Menu
      label={label}
      onOpenChange={onOpenChange}
      items={[
        ...records,
        ...(records.length > 0 ? [{ kind: 'separator' as const, id: 'new' }] : []),
        {
          id: 'create',
          label: t('record.new', { kind: t(`record.${kind}.one`) }),
          onSelect: create,
        },
      ]}
      trigger={
        <IconButton label={label} size="sm" className={styles.attach} tabIndex={isStop ? 0 : -1}>
          <Plus aria-hidden="true" />
        </IconButton>
      }
    />
  );
}
