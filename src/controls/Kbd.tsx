import styles from './Kbd.module.css';
import { keyNames, onApple } from './keyNames';

/** A shortcut as this machine's keyboard shows it: ⌘⇧Z, or Ctrl Shift Z. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.keys} aria-hidden="true">
      {keyNames(keys, onApple()).map((name) => (
        <kbd key={name} className={styles.key}>
          {name}
        </kbd>
      ))}
    </span>
  );
}
