import type { Language } from '../language';
import { perObject } from '../map/memo';
import { outgoingOf } from '../map/records';
import type { JourneyMap, Transition } from '../map/schema';
import { describeRule, describeRuleShort } from './describe';

/** What a transition says in words. */
export interface TransitionWords {
  /** Short, on the canvas. */
  readonly label: string;
  /** The end of `label` that is seen however long the rest is: the chance behind a rule; or ''. */
  readonly tail: string;
  /** The whole of it but for where it leads, for screen readers and on pointing. */
  readonly title: string;
}

type Words = Readonly<Record<string, TransitionWords>>;

/** Says what each transition says on the canvas: its label, else its rule, else its chance. */
export type TransitionWording = (map: JourneyMap, language: Language) => Words;

/** Keeps what an edit left alone: the same words are the same object, and so is the whole of them. */
export function wordingOf(): TransitionWording {
  let last: { map: JourneyMap; language: Language; words: Words } | null = null;
  return (map, language) => {
    const before = last?.language === language ? last : null;
    const words = before ? kept(before, map, language) : recomputed(map, language, null);
    last = { map, language, words };
    return words;
  };
}

function kept(last: { map: JourneyMap; words: Words }, map: JourneyMap, language: Language): Words {
  const stale = otherwiseDecided(last.map, map);
  // A rule may name any record.
  for (const id of ruled(map.transitions)) stale.add(id);
  if (map.transitions !== last.map.transitions)
    return recomputed(map, language, { ...last, stale });
  if (stale.size === 0) return last.words;
  const words = { ...last.words };
  for (const id of stale) {
    const transition = map.transitions[id];
    if (transition) words[id] = wordsFor(map, transition, language);
  }
  return words;
}

/** The transitions with a rule. */
const ruled = perObject((transitions: JourneyMap['transitions']): readonly string[] => {
  const found: string[] = [];
  for (const id in transitions) if (transitions[id]?.when) found.push(id);
  return found;
});

/** Transitions out of a touchpoint that is of another kind now. */
function otherwiseDecided(before: JourneyMap, after: JourneyMap): Set<string> {
  const found = new Set<string>();
  if (before.touchpoints === after.touchpoints) return found;
  for (const id in after.touchpoints) {
    const [old, now] = [before.touchpoints[id], after.touchpoints[id]];
    if (old === now || old?.kind === now?.kind) continue;
    for (const [transition] of outgoingOf(after, id)) found.add(transition);
  }
  return found;
}

function recomputed(
  map: JourneyMap,
  language: Language,
  last: { map: JourneyMap; words: Words; stale: ReadonlySet<string> } | null,
): Words {
  const words: Record<string, TransitionWords> = {};
  for (const id in map.transitions) {
    const transition = map.transitions[id];
    if (!transition) continue;
    const isSame =
      last?.map.transitions[id] === transition &&
      !last.stale.has(id) &&
      isCertain(last.map, transition) === isCertain(map, transition);
    words[id] = (isSame ? last.words[id] : null) ?? wordsFor(map, transition, language);
  }
  return words;
}

/** The only transition, which everybody takes: its chance says nothing. */
function isCertain(map: JourneyMap, { from, chance, otherwise }: Transition): boolean {
  const isOnly = outgoingOf(map, from).length === 1;
  return isOnly && !otherwise && chance.base === 1 && Object.keys(chance.bySegment).length === 0;
}

function wordsFor(map: JourneyMap, transition: Transition, language: Language): TransitionWords {
  const { t } = language;
  const { label, when, chance, otherwise, from } = transition;
  const isDecision = map.touchpoints[from]?.kind === 'decision';
  const share = otherwise
    ? t('canvas.otherwise')
    : isDecision
      ? ''
      : language.percent(chance.base, { digits: chance.base > 0 && chance.base < 0.01 ? 1 : 0 });
  const varies = !otherwise && Object.keys(chance.bySegment).length > 0 ? t('canvas.varies') : '';
  const rule = when ? describeRule(when, map, t) : '';
  const short = label || (when ? describeRuleShort(when, map, t) : '');
  const isSilent = isCertain(map, transition) && !when;
  const tail = short && !isDecision && !isSilent ? ` · ${share}` : '';
  const said = short ? `${short}${tail}` : share;
  const title = [said, rule, varies].filter(Boolean).join(', ');
  return { label: isSilent ? short : said, tail, title };
}
