import { addRecord } from '../../map/edits';
import { newId } from '../../map/records';
import { type Command } from './command';

/** A new record that is not drawn; it is selected, so that the inspector shows it. */
function adds(collection: 'personas' | 'segments' | 'campaigns' | 'kpis'): Command {
  const title = `command.insert.${collection}` as const;
  return {
    id: `insert.${collection}`,
    title,
    group: 'insert',
    run: ({ editor, shell }) => {
      const id = newId();
      const edit = addRecord(collection, {}, id);
      if (!editor.edit(title, edit, { select: [{ collection, id }] })) return;
      if (!shell.isShown('inspector')) shell.toggle('inspector');
    },
  };
}

export const RECORD_COMMANDS: readonly Command[] = [
  adds('personas'),
  adds('segments'),
  adds('campaigns'),
  adds('kpis'),
];
