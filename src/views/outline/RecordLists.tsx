import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import type { MessageId } from '../../language';
import { addRecord } from '../../map/edits';
import { newId } from '../../map/records';
import type { CollectionName, RecordInputOf, Target } from '../../map/schema';
import { isSelected } from '../../editing';
import { colorVar } from '../../controls/colors';
import type { ComboOption } from '../../controls/comboOptions';
import { ContextMenu } from '../../controls/ContextMenu';
import { IconButton } from '../../controls/IconButton';
import { useText } from '../../controls/LanguageProvider';
import { Section } from '../../controls/Section';
import { VirtualLines } from '../../controls/VirtualLines';
import { useEditor, useEditorState, useOptions } from '../session';
import styles from './Outline.module.css';
import { nameKey, RenameLine } from './RenameLine';
import { type OutlineCommands, useOutlineCommands } from './useOutlineCommands';

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

/** Height of a line in CSS pixels until it is measured. */
const LINE = 28;
const NONE: readonly string[] = [];

const idOf = ({ id }: ComboOption) => id;

/** Every record that is not drawn, by kind: choose one to edit it, or make a new one. */
export function RecordLists() {
  const t = useText();
  const commands = useOutlineCommands();
  return (
    <ContextMenu
      label={t('outline.menu')}
      items={commands.items}
      onOpenChange={commands.onOpenChange}
    >
      <div
        className={styles.lists}
        data-outline
        onContextMenu={(event) => {
          const target = targetOf(event.target);
          if (target) commands.onAsk(target);
          else event.preventDefault();
        }}
      >
        {LISTS.map((collection) => (
          <RecordList key={collection} collection={collection} onKey={commands.onKey} />
        ))}
      </div>
    </ContextMenu>
  );
}

/** The record of the line an event happened on. */
function targetOf(place: EventTarget): Target | null {
  const line = place instanceof Element ? place.closest<HTMLElement>('[data-record]') : null;
  const { collection, record: id } = line?.dataset ?? {};
  const known = LISTS.find((each) => each === collection);
  return known && id !== undefined ? { collection: known, id } : null;
}

function RecordList({
  collection,
  onKey,
}: {
  readonly collection: (typeof LISTS)[number];
  readonly onKey: OutlineCommands['onKey'];
}) {
  const t = useText();
  const editor = useEditor();
  const options = useOptions(collection);
  const kind = t(`record.${collection}.one`);
  const chosen = useEditorState(
    ({ selection }) => selection.find((target) => target.collection === collection)?.id ?? null,
  );
  const renaming = useEditorState(({ renaming: named }) =>
    named?.at === 'outline' && named.collection === collection ? named.id : null,
  );
  const [isOpen, setOpen] = useState(options.length > 0 && options.length < 20);
  // What has just been selected is seen here too.
  const [seen, setSeen] = useState(chosen);
  if (seen !== chosen) {
    setSeen(chosen);
    if (chosen !== null) setOpen(true);
  }

  function create() {
    const target = { collection, id: newId() };
    const input = { [nameKey(collection)]: t('record.new', { kind }) };
    const edit = addRecord(collection, input as RecordInputOf<typeof collection>, target.id);
    if (editor.edit('outline.create', edit, { select: [target] })) editor.rename(target, 'outline');
  }

  return (
    <Section
      title={t('outline.count', {
        kind: t(`record.${collection}.many` as MessageId),
        count: options.length,
      })}
      open={isOpen}
      onOpenChange={setOpen}
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
        <div role="list">
          <VirtualLines
            items={options}
            keyOf={idOf}
            estimate={LINE}
            kept={renaming === null ? NONE : [renaming]}
          >
            {(option, index) => (
              <RecordLine
                target={{ collection, id: option.id }}
                option={option}
                place={index + 1}
                count={options.length}
                onKey={onKey}
              />
            )}
          </VirtualLines>
        </div>
      )}
    </Section>
  );
}

function RecordLine({
  target,
  option: { label, color },
  place,
  count,
  onKey,
}: {
  readonly target: Target;
  readonly option: ComboOption;
  /** Place in the list, from 1, and how many lines it has: not all of them are mounted. */
  readonly place: number;
  readonly count: number;
  readonly onKey: OutlineCommands['onKey'];
}) {
  const editor = useEditor();
  const line = useRef<HTMLDivElement>(null);
  const { collection, id } = target;
  const isChosen = useEditorState(({ selection }) => isSelected(selection, target));
  const isRenaming = useEditorState(
    ({ renaming }) =>
      renaming?.at === 'outline' && renaming.collection === collection && renaming.id === id,
  );
  const focus = () => {
    // The line comes back in place of the field first.
    requestAnimationFrame(() => line.current?.querySelector('button')?.focus());
  };
  return (
    <div
      ref={line}
      role="listitem"
      aria-posinset={place}
      aria-setsize={count}
      data-collection={collection}
      data-record={id}
    >
      {isRenaming ? (
        <RenameLine target={target} onDone={focus} />
      ) : (
        <button
          type="button"
          className={styles.record}
          aria-pressed={isChosen}
          onClick={() => editor.select([target])}
          onDoubleClick={() => editor.rename(target, 'outline')}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === ' ' || !onKey(event, target)) return;
            event.preventDefault();
            event.stopPropagation();
          }}
        >
          {color && <span className={styles.dot} style={{ background: colorVar(color) }} />}
          <span className={styles.label} dir="auto">
            {label}
          </span>
        </button>
      )}
    </div>
  );
}
