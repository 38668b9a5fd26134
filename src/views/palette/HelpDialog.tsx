import { use, useState } from 'react';
import type { Command } from '../../editing/commands';
import { wordsFor } from '../../editing/search';
import { Dialog } from '../../controls/Dialog';
import { Kbd } from '../../controls/Kbd';
import { isOfSingleKey, keyNames } from '../../controls/keyNames';
import { useText } from '../../controls/LanguageProvider';
import { onApple } from '../../controls/onApple';
import { SearchField } from '../../controls/SearchField';
import { useSingleKeys } from '../../controls/singleKeys';
import { Switch } from '../../controls/Switch';
import { finds } from '../../language';
import { useRegistry } from '../session';
import styles from './Palette.module.css';

/** Every shortcut, as the registry has it, and whether those of a single key work. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const { registry, wait } = useRegistry();
  const [query, setQuery] = useState('');
  const { areOn, turn } = useSingleKeys();
  if (wait) use(wait);
  const isAsked = finds(query);
  const shown = registry.commands
    .map((command) => ({
      command,
      keys: (command.keys ?? []).filter((shortcut) => areOn || !isOfSingleKey(shortcut)),
    }))
    .filter(({ command, keys }) => {
      const { id, title, group } = command;
      const names = keys.map((shortcut) => keyNames(shortcut, onApple(), t).join(' '));
      const said = [t(title), wordsFor(id, t), t(`command.group.${group}`), ...names];
      return keys.length > 0 && isAsked(said.join(' '));
    });
  const groups = [...new Set(shown.map(({ command }) => command.group))];
  return (
    <Dialog open onOpenChange={onClose} title={t('help.title')} size="lg">
      <div className={styles.help}>
        <SearchField label={t('help.filter')} value={query} onChange={setQuery} />
        <Switch
          label={t('help.singleKeys')}
          hint={t('help.singleKeys.hint')}
          checked={areOn}
          onChange={turn}
        />
      </div>
      {shown.length === 0 && <p className={styles.empty}>{t('help.none')}</p>}
      <div className={styles.sheet}>
        {groups.map((group) => (
          <section key={group} className={styles.group}>
            <h3 className={styles.heading}>{t(`command.group.${group}`)}</h3>
            <dl className={styles.shortcuts}>
              {shown
                .filter(({ command }) => command.group === group)
                .map((line) => (
                  <ShortcutLine key={line.command.id} {...line} />
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

interface ShortcutLineProps {
  readonly command: Command;
  /** Those that work. */
  readonly keys: readonly string[];
}

function ShortcutLine({ command, keys }: ShortcutLineProps) {
  const t = useText();
  return (
    <div className={styles.shortcut}>
      <dt>{t(command.title)}</dt>
      <dd>
        {keys.map((shortcut) => (
          <Kbd key={shortcut} keys={shortcut} />
        ))}
      </dd>
    </div>
  );
}
