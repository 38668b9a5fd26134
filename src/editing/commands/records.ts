import { addRecord } from '../../map/edits';
import { newId } from '../../map/records';
import { type Target } from '../../map/schema';
import { type Command, type CommandContext } from './command';

/** Opens the inspector on a record and gives its name the keyboard. */
export function nameInInspector({ editor, shell }: CommandContext, target: Target): void {
  editor.select([target]);
  if (!shell.isShown('inspector')) shell.toggle('inspector');
  editor.rename(target, 'inspector');
}

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

export const RECORD_COMMANDS: readonly Command[] = [
  adds('personas'),
  adds('segments'),
  adds('campaigns'),
  adds('kpis'),
];
