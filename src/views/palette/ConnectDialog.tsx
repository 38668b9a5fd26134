import { useState } from 'react';
import { idsOf } from '../../editing';
import { connect } from '../../map/edits';
import { newId } from '../../map/records';
import { useText } from '../../controls/LanguageProvider';
import { useEditor, useMap, useOptions } from '../session';
import { nameOf } from '../../map/records';
import { found } from '../../editing/search';
import { FoundLine, MoreFound, SearchDialog } from './SearchDialog';
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
    <SearchDialog
      title={title}
      placeholder={t('find.placeholder')}
      empty={t('find.empty')}
      query={query}
      onQuery={setQuery}
      active={active}
      onClose={onClose}
    >
      {shown.map(({ id, label, hint }) => (
        <FoundLine
          key={id}
          value={`touchpoints/${id}`}
          label={label}
          hint={hint}
          onSelect={() => draw(id)}
        />
      ))}
      <MoreFound count={more} />
    </SearchDialog>
  );
}
