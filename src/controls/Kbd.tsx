import styles from './Kbd.module.css';
import { isOfSingleKey, keyNames } from './keyNames';
import { useText } from './LanguageProvider';
import { onApple } from './onApple';
import { useSingleKeys } from './singleKeys';

/** A shortcut as this machine's keyboard shows it: ⌘⇧Z, or Ctrl Shift Z. Nothing where it is turned off. */
export function Kbd({ keys }: { readonly keys: string }) {
  const t = useText();
  const { areOn } = useSingleKeys();
  if (!areOn && isOfSingleKey(keys)) return null;
  return (
    <span className={styles.keys} aria-hidden="true">
      {keyNames(keys, onApple(), t).map((name) => (
        <kbd key={name} className={styles.key}>
          {name}
        </kbd>
      ))}
    </span>
  );
}
