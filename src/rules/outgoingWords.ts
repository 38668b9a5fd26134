import type { Language } from '../language';
import { baseRestOf, exceedsOne, type RecordEntry } from '../map/records';
import type { Transition } from '../map/schema';

type Entries = readonly RecordEntry<Transition>[];

/** What the transitions out of a touchpoint come to, in words, and whether their chances exceed 1. */
export function outgoingWords(transitions: Entries, isDecision: boolean, language: Language) {
  const plain = transitions.filter(([, { otherwise }]) => !otherwise);
  return {
    words: isDecision ? decisionWords(transitions, language) : sumWords(transitions, language),
    isOver: !isDecision && exceedsOne(sumOfChances(plain)),
  };
}

function decisionWords(transitions: Entries, { t }: Language): string {
  if (transitions.length === 0) return t('outgoing.sum.none');
  const takesAll = transitions.some(([, { otherwise, when }]) => otherwise || when === null);
  return takesAll ? t('outgoing.order') : t('outgoing.order.leave');
}

function sumWords(transitions: Entries, { t, percent }: Language): string {
  if (transitions.length === 0) return t('outgoing.sum.none');
  const plain = transitions.filter(([, { otherwise }]) => !otherwise);
  const sum = sumOfChances(plain);
  const values = { sum: percent(sum), rest: percent(baseRestOf(plain)) };
  if (exceedsOne(sum)) return t('outgoing.sum.over', values);
  if (plain.length < transitions.length) return t('outgoing.sum.otherwise', values);
  const hasRules = plain.some(([, { when }]) => when !== null);
  if (baseRestOf(plain) === 0)
    return t(hasRules ? 'outgoing.sum.rules' : 'outgoing.sum.all', values);
  return t(hasRules ? 'outgoing.sum.rulesLeave' : 'outgoing.sum.leave', values);
}

function sumOfChances(transitions: Entries): number {
  return transitions.reduce((sum, [, { chance }]) => sum + chance.base, 0);
}
