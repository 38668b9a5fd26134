import { Trash2 } from 'lucide-react';
import { type SyntheticEvent, useState } from 'react';
import { useStore } from 'zustand';
import { displayOf } from '../../../editing';
import { addRecord, removeRecords } from '../../../map/edits';
import { inOrder, nameOfRecord } from '../../../map/records';
import { type SavedView } from '../../../map/schema';
import { same } from '../../../map/shape';
import { Button } from '../../../controls/Button';
import { IconButton } from '../../../controls/IconButton';
import { useText } from '../../../controls/LanguageProvider';
import { TextField } from '../../../controls/TextField';
import { useEditor, useMap } from '../../session';
import styles from './FilterPanel.module.css';

/** Ways of looking kept in the map, for everybody who opens it. */
export function SavedViews() {
  const t = useText();
  const editor = useEditor();
  const views = useMap((map) => map.views);
  const display = useStore(displayOf(editor));
  const [name, setName] = useState('');
  const folded = Object.fromEntries([...display.folded].map((id) => [id, true] as const));
  const listed = inOrder(views).filter(([, { kind }]) => kind === 'map');
  const isOn = ({ filter, collapsedStages, mainPaths }: SavedView) =>
    same(filter, display.filter) && same(collapsedStages, folded) && mainPaths === display.traffic;

  function apply({ filter, collapsedStages, mainPaths }: SavedView) {
    displayOf(editor).setState({
      filter,
      folded: new Set(Object.keys(collapsedStages)),
      traffic: mainPaths,
    });
  }
  function save(event: SyntheticEvent) {
    event.preventDefault();
    const view = {
      name: name.trim(),
      filter: display.filter,
      collapsedStages: folded,
      mainPaths: display.traffic,
    };
    if (view.name === '' || !editor.edit('map.views.save', addRecord('views', view))) return;
    editor.announce('map.views.saved', { name: nameOfRecord('views', view, t) });
    setName('');
  }

  return (
    <div className={styles.views}>
      <h3 className={styles.heading}>{t('map.views')}</h3>
      {listed.length === 0 ? (
        <p className={styles.none}>{t('map.views.none')}</p>
      ) : (
        <ul className={styles.list}>
          {listed.map(([id, view]) => (
            <li key={id} className={styles.view}>
              <button
                type="button"
                className={styles.choose}
                dir="auto"
                aria-pressed={isOn(view)}
                onClick={() => {
                  apply(view);
                }}
              >
                {nameOfRecord('views', view, t)}
              </button>
              <IconButton
                size="sm"
                label={t('map.views.delete', { name: nameOfRecord('views', view, t) })}
                onClick={() => {
                  editor.edit('command.edit.delete', removeRecords([{ collection: 'views', id }]));
                }}
              >
                <Trash2 aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <form className={styles.save} onSubmit={save}>
        <TextField label={t('map.views.name')} value={name} onChange={setName} />
        <Button type="submit" size="md" disabled={name.trim() === ''}>
          {t('map.views.save')}
        </Button>
      </form>
    </div>
  );
}
