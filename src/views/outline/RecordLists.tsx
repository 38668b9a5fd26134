import { Plus } from 'lucide-react';
import type { MessageId } from '../../language';
import { addRecord } from '../../map/edits';
import { newId } from '../../map/records';
import type { CollectionName, RecordInputOf } from '../../map/schema';
import { isSelected } from '../../editing/selection';
import { colorVar } from '../controls/colors';
import { IconButton } from '../controls/IconButton';
import { useText } from '../controls/LanguageProvider';
import { Section } from '../controls/Section';
import { useEditor, useEditorState } from '../session/EditorContext';
import { useOptions } from '../session/useOptions';
import styles from './Outline.module.css';

/** Kinds of records that have no place of their own on the canvas, in the order a team meets them. */
const LISTS = [
  'personas',
  'segments',
  'attributes',
  'kpis',
  'campaigns',
  'scenarios',
  'pains',
  'gains',
  'opportunities',
  'solutions',
  'actions',
  'notes',
  'comments',
  'participants',
  'lanes',
  'views',
  'images',
] as const satisfies readonly CollectionName[];

/** These are made where they are used: a comment on a record, a picture from a file. */
const MADE_ELSEWHERE: readonly CollectionName[] = ['comments', 'images'];

/** Every record that is not drawn, by kind: choose one to edit it, or make a new one. */
export function RecordLists() {
  return (
    <div className={styles.lists}>
      {LISTS.map((collection) => (
        <RecordList key={collection} collection={collection} />
      ))}
    </div>
  );
}

function RecordList({ collection }: { collection: (typeof LISTS)[number] }) {
  const t = useText();
  const editor = useEditor();
  const selection = useEditorState((state) => state.selection);
  const options = useOptions(collection);
  const kind = t(`record.${collection}.one`);

  function create() {
    const id = newId();
    const input = { name: t('record.new', { kind }) } as RecordInputOf<typeof collection>;
    editor.edit('outline.create', addRecord(collection, input, id), {
      select: [{ collection, id }],
    });
  }

  return (
    <Section
      title={t('outline.count', {
        kind: t(`record.${collection}.many` as MessageId),
        count: options.length,
      })}
      defaultOpen={options.length > 0 && options.length < 20}
      aside={
        !MADE_ELSEWHERE.includes(collection) && (
          <IconButton label={t('record.new', { kind })} size="sm" onClick={create}>
            <Plus aria-hidden="true" />
          </IconButton>
        )
      }
    >
      {options.length === 0 ? (
        <p className={styles.none}>{t('outline.none')}</p>
      ) : (
        <ul className={styles.list}>
          {options.map(({ id, label, color }) => (
            <li key={id}>
              <button
                type="button"
                className={styles.record}
                aria-pressed={isSelected(selection, { collection, id })}
                onClick={() => editor.select([{ collection, id }])}
              >
                {color && <span className={styles.dot} style={{ background: colorVar(color) }} />}
                <span className={styles.label}>{label}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
