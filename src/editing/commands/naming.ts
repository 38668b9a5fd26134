import { type Target } from '../../map/schema';
import { type CommandContext } from './command';

/** Opens the inspector on a record and gives its name the keyboard. */
export function nameInInspector({ editor, shell }: CommandContext, target: Target): void {
  editor.select([target]);
  if (!shell.isShown('inspector')) shell.toggle('inspector');
  editor.rename(target, 'inspector');
}
