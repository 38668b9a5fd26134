import { Command as List } from 'cmdk';
import { useState } from 'react';
import { idsOf } from '../../editing';
import { connect } from '../../map/edits';
import { newId } from '../../map/records';
import { Dialog } from '../../controls/Dialog';
import { useText } from '../../controls/LanguageProvider';
import { useEditor, useMap, useOptions } from '../session';
import { nameOf } from '../../map/records';
import { found } from '../../editing/search';
import styles from './Palette.module.css';
import { useActive } from './useActive';

/** Draws a transition by keyboard: from the selected touchpoint to one found by typing. */
export function ConnectDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const editor = useEditor();
  const map = useMap((whole) => whole);
  const [from] = idsOf(editor.store.getState().selection, 'touchpoints');
  const [query, setQuery] = useState('');
  const { shown, more } = found(useOptions('touchpoints'), query);
  const active = useActive(shown.map(({ id }) => `touchpoints/${id}`));
  if (from === undefined) return null;

  function draw(to: string) {
    if (from === undefined) return;
    const id = newId();
    editor.edit('command.insert.connect', connect(from, to, {}, id), {
      select: [{ collection: 'transitions', id }],
    });
    onClose();
  }

  const title = t('connect.title', { name: nameOf(map, 'touchpoints', from, t) });
  return (
    <Dialog open onOpenChange={onClose} title={title} size="md">
      <List label={title} className={styles.list} shouldFilter={false} {...active}>
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
          {shown.map(({ id, label, hint }) => (
            <List.Item
              key={id}
              value={`touchpoints/${id}`}
              className={styles.item}
              onSelect={() => draw(id)}
            >
              <span className={styles.label} dir="auto">
                {label}
              </span>
              {hint && <span className={styles.hint}>{hint}</span>}
            </List.Item>
          ))}
          {more > 0 && <p className={styles.more}>{t('find.more', { count: more })}</p>}
        </List.List>
      </List>
    </Dialog>
  );
}
