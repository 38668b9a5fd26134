import { useState } from 'react';
import { movedTo } from '../../editing/commands';
import { idsOf } from '../../editing';
import { useText } from '../../controls/LanguageProvider';
import { useEditor, useOptions } from '../session';
import { nameOf } from '../../map/records';
import { found } from '../../editing/search';
import { FoundLine, MoreFound, SearchDialog } from './SearchDialog';
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
    <SearchDialog
      title={title}
      placeholder={t('moveTo.placeholder')}
      empty={t('find.empty')}
      query={query}
      onQuery={setQuery}
      active={active}
      onClose={onClose}
    >
      {shown.map(({ id, label }) => (
        <FoundLine key={id} value={id} label={label} onSelect={() => move(id, label)} />
      ))}
      <MoreFound count={more} />
    </SearchDialog>
  );
}
