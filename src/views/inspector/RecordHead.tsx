import { Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { MessageId } from '../../language';
import { removeRecords } from '../../map/edits';
import { type CollectionName, LIMITS } from '../../map/schema';
import { IconButton } from '../../controls/IconButton';
import { useText } from '../../controls/LanguageProvider';
import { NameField } from '../../controls/NameField';
import { useEditor, useEditorState, useMap } from '../session';
import { useWrite } from './fields/holder';
import { nameOf, unnamed } from '../../map/records';
import styles from './Inspector.module.css';

/** What kind of record it is, its name, and the way to be rid of it. */
export function RecordHead({ collection, id }: { collection: CollectionName; id: string }) {
  const t = useText();
  const editor = useEditor();
  const name = useMap((map) => (map[collection][id] as { name?: string } | undefined)?.name);
  const title = useMap((map) => nameOf(map, collection, id, t));
  const write = useWrite('field.name', ['name']);
  const field = useRef<HTMLInputElement>(null);
  const isAsked = useEditorState(({ renaming }) => renaming?.at === 'inspector');
  useEffect(() => {
    if (!isAsked) return;
    field.current?.focus();
    field.current?.select();
    editor.rename(null);
  }, [isAsked, editor]);
  const kind = t(`record.${collection}.one` as MessageId);

  return (
    <header className={styles.head}>
      <div className={styles.headLine}>
        <p className={styles.kind}>{kind}</p>
        <IconButton
          label={t('inspector.remove', { name: title })}
          size="sm"
          onClick={() =>
            editor.edit('inspector.removed', removeRecords([{ collection, id }]), {
              select: [],
              asked: [{ collection, id }],
              said: { id: 'command.said.deleted', values: { count: 1, name: title } },
            })
          }
        >
          <Trash2 aria-hidden="true" />
        </IconButton>
      </div>
      {name === undefined ? (
        <p className={styles.title}>{title}</p>
      ) : (
        <div className={styles.name} data-field="/name" data-control="line">
          <NameField
            ref={field}
            label={t('field.name')}
            hideLabel
            placeholder={unnamed(collection, t)}
            name={name}
            maxLength={LIMITS.name}
            onChange={write}
            onEnd={() => {
              editor.settle();
            }}
          />
        </div>
      )}
    </header>
  );
}
