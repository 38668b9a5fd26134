import { Command as List } from 'cmdk';
import { useMemo, useState } from 'react';
import { COLLECTIONS, type CollectionName, type Target } from '../../map/schema';
import { useText } from '../../controls/LanguageProvider';
import { useEditor, useMap, useSession } from '../session';
import { optionsOf } from '../../controls/recordOptions';
import { found } from '../../editing/search';
import { FoundLine, MoreFound, SearchDialog } from './SearchDialog';
import { useActive } from './useActive';

const SEARCHED = COLLECTIONS.filter((collection) => collection !== 'assets');
/** Kinds the canvas can show. */
const DRAWN: readonly CollectionName[] = ['stages', 'touchpoints', 'transitions', 'notes'];

/** Finds a record by its name and goes there. */
export function FindDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const editor = useEditor();
  const { canvas } = useSession();
  const map = useMap((whole) => whole);
  const [query, setQuery] = useState('');
  const searched = useMemo(
    () => SEARCHED.map((collection) => ({ collection, options: optionsOf(map, collection, t) })),
    [map, t],
  );

  const results = searched.map(({ collection, options }) => ({
    collection,
    ...found(options, query),
  }));
  const active = useActive(
    results.flatMap(({ collection, shown }) => shown.map(({ id }) => `${collection}/${id}`)),
  );

  function go(target: Target) {
    editor.select([target]);
    onClose();
    if (DRAWN.includes(target.collection)) canvas.current?.reveal(target);
  }

  return (
    <SearchDialog
      title={t('find.title')}
      placeholder={t('find.placeholder')}
      empty={t('find.empty')}
      query={query}
      onQuery={setQuery}
      active={active}
      onClose={onClose}
    >
      {results.map(({ collection, shown, more }) => {
        if (shown.length === 0) return null;
        return (
          <List.Group key={collection} heading={t(`record.${collection}.many`)}>
            {shown.map(({ id, label, hint }) => (
              <FoundLine
                key={id}
                value={`${collection}/${id}`}
                label={label}
                hint={hint}
                onSelect={() => go({ collection, id })}
              />
            ))}
            <MoreFound count={more} />
          </List.Group>
        );
      })}
    </SearchDialog>
  );
}
