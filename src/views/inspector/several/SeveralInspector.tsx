import { Trash2 } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { sharedPart, SPECS } from '../../../editing/fields';
import { idsOf, type Selection } from '../../../editing';
import type { MessageId } from '../../../language';
import { removeRecords } from '../../../map/edits';
import { nameOf } from '../../../map/records';
import type { CollectionName } from '../../../map/schema';
import { IconButton } from '../../../controls/IconButton';
import { useLanguage } from '../../../controls/LanguageProvider';
import { useEditor, useMap } from '../../session';
import { FieldContext } from '../fields/FieldList';
import { HolderProvider } from '../fields/holder';
import inspector from '../Inspector.module.css';
import { RecordSections } from '../RecordSections';
import { useKeptFocus } from '../useKeptFocus';
import { SeveralField } from './SeveralField';
import styles from './Several.module.css';

/** Names that are listed before the others are counted. */
const NAMED = 3;

/** What several selected records have in common, collection by collection; what is set is set for all of one. */
export function SeveralInspector({ selection }: { readonly selection: Selection }) {
  // While a marquee grows, the canvas comes first.
  const shown = useDeferredValue(selection);
  const root = useKeptFocus();
  const collections = [...new Set(shown.map(({ collection }) => collection))];
  return (
    <div ref={root} className={inspector.inspector}>
      {collections.map((collection) => (
        <Group key={collection} collection={collection} selection={shown} />
      ))}
    </div>
  );
}

interface GroupProps {
  readonly collection: CollectionName;
  readonly selection: Selection;
}

function Group({ collection, selection }: GroupProps) {
  const table = useMap((map) => map[collection]);
  // What is shown may be a moment older than the map.
  const ids = useMemo(
    () => idsOf(selection, collection).filter((id) => Object.hasOwn(table, id)),
    [selection, collection, table],
  );
  const key = ids.join();
  const holder = useMemo(
    () => ({ collection, id: ids[0] ?? '', base: [], ids }),
    // The ids say all there is to say of the list, which is another one after each edit.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
    [collection, key],
  );
  if (ids.length === 0) return null;
  return (
    <section className={styles.group}>
      <GroupHead collection={collection} ids={ids} />
      {collection !== 'assets' && (
        <FieldContext value={SeveralField}>
          <HolderProvider holder={holder}>
            <RecordSections key={key} spec={SHARED[collection]} value={table[holder.id]} />
          </HolderProvider>
        </FieldContext>
      )}
    </section>
  );
}

function GroupHead({ collection, ids }: { collection: CollectionName; ids: readonly string[] }) {
  const { t, list } = useLanguage();
  const editor = useEditor();
  const more = ids.length - NAMED;
  const names = useMap((map) => {
    const named = ids.slice(0, NAMED).map((id) => nameOf(map, collection, id, t));
    // Before "and 1 more" no "and" stands among them.
    return more > 0 ? named.join(', ') : list(named);
  });
  const title = t('inspector.count', {
    count: ids.length,
    kind: t(`record.${collection}.${ids.length === 1 ? 'one' : 'many'}` as MessageId),
  });
  return (
    <header className={inspector.head}>
      <div className={inspector.headLine}>
        <h2 className={styles.title}>{title}</h2>
        <IconButton
          label={t('inspector.remove', { name: title })}
          size="sm"
          onClick={() => {
            const rest = editor.store
              .getState()
              .selection.filter((target) => target.collection !== collection);
            const targets = ids.map((id) => ({ collection, id }));
            editor.edit('inspector.removed', removeRecords(targets), { select: rest });
          }}
        >
          <Trash2 aria-hidden="true" />
        </IconButton>
      </div>
      <p className={styles.names} dir="auto">
        {more > 0 ? t('inspector.several.more', { names, count: more }) : names}
      </p>
      {ids.length > 1 && <p className={styles.hint}>{t('inspector.several.fields')}</p>}
    </header>
  );
}

const SHARED = Object.fromEntries(
  Object.entries(SPECS).map(([name, spec]) => [name, sharedPart(spec)]),
) as typeof SPECS;
