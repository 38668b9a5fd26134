import type { RecordEntry } from '../../../map/records';
import type { Transition } from '../../../map/schema';
import { useLanguage } from '../../../controls/LanguageProvider';
import { outgoingWords } from '../../../rules';
import styles from './Outgoing.module.css';

interface OutgoingSumProps {
  readonly transitions: readonly RecordEntry<Transition>[];
  readonly isDecision: boolean;
}

/** What the transitions out of a touchpoint come to, and who leaves there. */
export function OutgoingSum({ transitions, isDecision }: OutgoingSumProps) {
  const language = useLanguage();
  const { words, isOver } = outgoingWords(transitions, isDecision, language);
  return (
    <p className={styles.sum} data-over={isOver || undefined} aria-live="polite">
      {words}
    </p>
  );
}
