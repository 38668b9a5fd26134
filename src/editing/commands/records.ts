import { addRecord } from '../../map/edits';
import { newId } from '../../map/records';
import { type Command } from './command';
import { nameInInspector } from './naming';

/** A new record that is not drawn; its name is typed in the inspector. */
function adds(collection: 'personas' | 'segments' | 'campaigns' | 'kpis'): Command {
  const title = `command.insert.${collection}` as const;
  return {
    id: `insert.${collection}`,
    title,
    group: 'insert',
    run: (context) => {
      const target = { collection, id: newId() };
      const edit = addRecord(collection, {}, target.id);
      if (context.editor.edit(title, edit)) nameInInspector(context, target);
    },
  };
}

/** Commands that add what has no place on the canvas; its name is typed in the inspector. */
export const RECORD_COMMANDS: readonly Command[] = [
  adds('personas'),
  adds('segments'),
  adds('campaigns'),
  adds('kpis'),
];
