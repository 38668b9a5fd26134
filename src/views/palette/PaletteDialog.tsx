import { Command as List } from 'cmdk';
import type { Command } from '../../editing/commands/command';
import { isEnabled } from '../../editing/commands/registry';
import { Dialog } from '../controls/Dialog';
import { Kbd } from '../controls/Kbd';
import { useText } from '../controls/LanguageProvider';
import { useCommandContext, useRunCommand, useSession } from '../session/ShellContext';
import styles from './Palette.module.css';

/** Every command that can run now, found by typing. */
export function PaletteDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const { registry } = useSession();
  const context = useCommandContext()();
  const run = useRunCommand();
  const available = registry.commands.filter((command) => isEnabled(command, context));
  const groups = [...new Set(available.map(({ group }) => group))];

  function choose(command: Command) {
    onClose();
    // The dialog gives the focus back first, so that the command finds the canvas as it was.
    setTimeout(() => run(command));
  }

  return (
    <Dialog open onOpenChange={onClose} title={t('palette.title')} size="md">
      <List label={t('palette.title')} className={styles.list}>
        <List.Input
          className={styles.input}
          placeholder={t('palette.placeholder')}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the dialog is this field
          autoFocus
        />
        <List.List className={styles.results}>
          <List.Empty className={styles.empty}>{t('palette.empty')}</List.Empty>
          {groups.map((group) => (
            <List.Group key={group} heading={t(`command.group.${group}`)}>
              {available
                .filter((command) => command.group === group)
                .map((command) => (
                  <List.Item
                    key={command.id}
                    value={`${t(command.title)} ${command.id}`}
                    className={styles.item}
                    onSelect={() => choose(command)}
                  >
                    <span className={styles.label}>{t(command.title)}</span>
                    {command.keys?.[0] && <Kbd keys={command.keys[0]} />}
                  </List.Item>
                ))}
            </List.Group>
          ))}
        </List.List>
      </List>
    </Dialog>
  );
}
