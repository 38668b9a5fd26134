import { Command as List } from 'cmdk';
import { useMemo, useState } from 'react';
import { COLLECTIONS, type CollectionName, type Target } from '../../map/schema';
import { Dialog } from '../../controls/Dialog';
import { useText } from '../../controls/LanguageProvider';
import { useEditor, useMap, useSession } from '../session';
import { optionsOf } from '../../controls/recordOptions';
import { found } from '../../editing/search';
import styles from './Palette.module.css';
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
    <Dialog open onOpenChange={onClose} title={t('find.title')} size="md">
      <List label={t('find.title')} className={styles.list} shouldFilter={false} {...active}>
        <List.Input
          className={styles.input}
          placeholder={t('find.placeholder')}
          value={query}
          onValueChange={setQuery}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the dialog is this field
          autoFocus
        />
        <List.List className={styles.results}>
          <List.Empty className={styles.empty}>{t('find.empty')}</List.Empty>
          {results.map(({ collection, shown, more }) => {
            if (shown.length === 0) return null;
            return (
              <List.Group key={collection} heading={t(`record.${collection}.many`)}>
                {shown.map(({ id, label, hint }) => (
                  <List.Item
                    key={id}
                    value={`${collection}/${id}`}
                    className={styles.item}
                    onSelect={() => go({ collection, id })}
                  >
                    <span className={styles.label} dir="auto">
                      {label}
                    </span>
                    {hint && <span className={styles.hint}>{hint}</span>}
                  </List.Item>
                ))}
                {more > 0 && <p className={styles.more}>{t('find.more', { count: more })}</p>}
              </List.Group>
            );
          })}
        </List.List>
      </List>
    </Dialog>
  );
}
