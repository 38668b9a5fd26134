import { baseRestOf, exceedsOne, type RecordEntry } from '../../../map/records';
import type { Transition } from '../../../map/schema';
import { useLanguage } from '../../../controls/LanguageProvider';
import type { Language } from '../../../language';
import styles from './Outgoing.module.css';

export interface OutgoingSumProps {
  readonly transitions: readonly RecordEntry<Transition>[];
  readonly isDecision: boolean;
}

/** What the transitions out of a touchpoint come to, and who leaves there. */
export function OutgoingSum({ transitions, isDecision }: OutgoingSumProps) {
  const language = useLanguage();
  const plain = transitions.filter(([, { otherwise }]) => !otherwise);
  const words = isDecision ? decisionWords(transitions, language) : sumWords(transitions, language);
  const isOver = !isDecision && exceedsOne(sumOf(plain));
  return (
    <p className={styles.sum} data-over={isOver || undefined} aria-live="polite">
      {words}
    </p>
  );
}

type Entries = OutgoingSumProps['transitions'];

function decisionWords(transitions: Entries, { t }: Language): string {
  if (transitions.length === 0) return t('outgoing.sum.none');
  const takesAll = transitions.some(([, { otherwise, when }]) => otherwise || when === null);
  return takesAll ? t('outgoing.order') : t('outgoing.order.leave');
}

function sumWords(transitions: Entries, { t, percent }: Language): string {
  if (transitions.length === 0) return t('outgoing.sum.none');
  const plain = transitions.filter(([, { otherwise }]) => !otherwise);
  const sum = sumOf(plain);
  const values = { sum: percent(sum), rest: percent(baseRestOf(plain)) };
  if (exceedsOne(sum)) return t('outgoing.sum.over', values);
  if (plain.length < transitions.length) return t('outgoing.sum.otherwise', values);
  const hasRules = plain.some(([, { when }]) => when !== null);
  if (baseRestOf(plain) === 0)
    return t(hasRules ? 'outgoing.sum.rules' : 'outgoing.sum.all', values);
  return t(hasRules ? 'outgoing.sum.rulesLeave' : 'outgoing.sum.leave', values);
}

function sumOf(transitions: Entries): number {
  return transitions.reduce((sum, [, { chance }]) => sum + chance.base, 0);
}
