import { use } from 'react';
import { Dialog } from '../../controls/Dialog';
import { Kbd } from '../../controls/Kbd';
import { useText } from '../../controls/LanguageProvider';
import { useRegistry } from '../session';
import styles from './Palette.module.css';

/** Every shortcut, as the registry has it. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const { registry, wait } = useRegistry();
  if (wait) use(wait);
  const withKeys = registry.commands.filter(({ keys }) => keys && keys.length > 0);
  const groups = [...new Set(withKeys.map(({ group }) => group))];
  return (
    <Dialog open onOpenChange={onClose} title={t('help.title')} size="lg">
      <div
        className={styles.sheet}
        role="region"
        aria-label={t('help.title')}
        // It holds nothing to focus, and must scroll by key.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
        tabIndex={0}
      >
        {groups.map((group) => (
          <section key={group} className={styles.group}>
            <h3 className={styles.heading}>{t(`command.group.${group}`)}</h3>
            <dl className={styles.shortcuts}>
              {withKeys
                .filter((command) => command.group === group)
                .map(({ id, title, keys = [] }) => (
                  <div key={id} className={styles.shortcut}>
                    <dt>{t(title)}</dt>
                    <dd>
                      {keys.map((shortcut) => (
                        <Kbd key={shortcut} keys={shortcut} />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
