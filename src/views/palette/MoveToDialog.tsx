import { Command as List } from 'cmdk';
import { useState } from 'react';
import { movedTo } from '../../editing/commands';
import { idsOf } from '../../editing';
import { Dialog } from '../../controls/Dialog';
import { useText } from '../../controls/LanguageProvider';
import { useEditor, useOptions } from '../session';
import { nameOf } from '../../map/records';
import { found } from '../../editing/search';
import styles from './Palette.module.css';
import { useActive } from './useActive';

/** The stand-in for no stage at all: no id has a space. */
const UNSORTED = 'no stage';

/** Puts the selected touchpoints and notes at the end of a stage found by typing. */
export function MoveToDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const editor = useEditor();
  const [query, setQuery] = useState('');
  const stages = [...useOptions('stages'), { id: UNSORTED, label: t('canvas.unsorted') }];
  const { shown, more } = found(stages, query);
  const active = useActive(shown.map(({ id }) => id));
  const { map, selection } = editor.store.getState();
  const touchpoints = idsOf(selection, 'touchpoints');
  const notes = idsOf(selection, 'notes');
  const [first] = selection;
  const count = touchpoints.length + notes.length;
  if (!first || count === 0) return null;

  function move(to: string, label: string) {
    const stage = to === UNSORTED ? null : to;
    if (editor.edit('canvas.step.move', movedTo(map, touchpoints, notes, stage))) {
      editor.announce('command.said.movedTo', { count, stage: label });
    }
    onClose();
  }

  const title = t('moveTo.title', { count, name: nameOf(map, first.collection, first.id, t) });
  return (
    <Dialog open onOpenChange={onClose} title={title} size="md">
      <List label={title} className={styles.list} shouldFilter={false} {...active}>
        <List.Input
          className={styles.input}
          placeholder={t('moveTo.placeholder')}
          value={query}
          onValueChange={setQuery}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the dialog is this field
          autoFocus
        />
        <List.List className={styles.results}>
          <List.Empty className={styles.empty}>{t('find.empty')}</List.Empty>
          {shown.map(({ id, label }) => (
            <List.Item key={id} value={id} className={styles.item} onSelect={() => move(id, label)}>
              <span className={styles.label} dir="auto">
                {label}
              </span>
            </List.Item>
          ))}
          {more > 0 && <p className={styles.more}>{t('find.more', { count: more })}</p>}
        </List.List>
      </List>
    </Dialog>
  );
}
