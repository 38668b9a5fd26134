import { Command as List } from 'cmdk';
import { use, useState } from 'react';
import { type Command, isEnabled } from '../../editing/commands';
import { Kbd } from '../../controls/Kbd';
import { useText } from '../../controls/LanguageProvider';
import { useCommandContext, useRegistry, useRunCommand } from '../session';
import styles from './Palette.module.css';
import { ranked, wordsFor } from '../../editing/search';
import { SearchDialog } from './SearchDialog';
import { useActive } from './useActive';

/** Every command that can run now, found by typing its name or another word for it. */
export function PaletteDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const { registry, wait } = useRegistry();
  if (wait) use(wait);
  const context = useCommandContext()();
  const run = useRunCommand();
  const [query, setQuery] = useState('');
  const isAsked = query.trim() !== '';
  const called = registry.commands.map((command) => ({
    command,
    title: t(command.title),
    words: wordsFor(command.id, t),
    canRun: isEnabled(command, context),
  }));
  const available = called.filter(({ canRun }) => canRun);
  // The id of a command means that command and no other.
  const meant = called.filter(({ command }) => command.id === query.trim());
  // What cannot run now is found by its name, so that nobody thinks it does not exist.
  const asked = meant.length > 0 ? meant : ranked(called, query);
  const found = isAsked ? asked : available;
  const shown = isAsked
    ? [...found.filter(({ canRun }) => canRun), ...found.filter(({ canRun }) => !canRun)]
    : available;
  const active = useActive(shown.filter(({ canRun }) => canRun).map(({ command }) => command.id));
  const groups = [...new Set(shown.map(({ command }) => command.group))];

  function choose(command: Command) {
    onClose();
    // The dialog gives the focus back first, so that the command finds the canvas as it was.
    setTimeout(() => run(command));
  }

  return (
    <SearchDialog
      title={t('palette.title')}
      placeholder={t('palette.placeholder')}
      empty={t('palette.empty')}
      query={query}
      onQuery={setQuery}
      active={active}
      onClose={onClose}
    >
      {isAsked
        ? shown.map((one) => <Line key={one.command.id} {...one} onChoose={choose} />)
        : groups.map((group) => (
            <List.Group key={group} heading={t(`command.group.${group}`)}>
              {shown
                .filter(({ command }) => command.group === group)
                .map((one) => (
                  <Line key={one.command.id} {...one} onChoose={choose} />
                ))}
            </List.Group>
          ))}
    </SearchDialog>
  );
}

function Line({
  command,
  title,
  canRun,
  onChoose,
}: {
  readonly command: Command;
  readonly title: string;
  readonly canRun: boolean;
  readonly onChoose: (command: Command) => void;
}) {
  return (
    <List.Item
      value={command.id}
      className={styles.item}
      disabled={!canRun}
      onSelect={() => onChoose(command)}
    >
      <span className={styles.label}>{title}</span>
      {command.keys?.[0] && <Kbd keys={command.keys[0]} />}
    </List.Item>
  );
}
