import { type TransitionWords } from '../../canvas';
import { type Language } from '../../language';
import { type JourneyMap, type Transition } from '../../map/schema';
import { describeRule, describeRuleShort } from '../../rules';

/** What each transition says on the canvas: its label, else its rule, else its chance. */
export function wordsOf(map: JourneyMap, language: Language): Record<string, TransitionWords> {
  return Object.fromEntries(
    Object.entries(map.transitions).map(([id, transition]) => [
      id,
      rememberedWords(map, transition, language),
    ]),
  );
}

const remembered = new WeakMap<
  Transition,
  { source: readonly unknown[]; words: TransitionWords }
>();

/** Put into words once per state of what they are made of: an edit elsewhere costs nothing here. */
function rememberedWords(map: JourneyMap, transition: Transition, language: Language) {
  const source = sourceOf(map, transition, language);
  const known = remembered.get(transition);
  if (known && known.source.every((part, at) => part === source[at])) return known.words;
  const words = wordsFor(map, transition, language);
  remembered.set(transition, { source, words });
  return words;
}

/** What the words of a transition can change with, besides itself. A rule may name any record. */
function sourceOf(map: JourneyMap, { from, to, when }: Transition, language: Language): unknown[] {
  const [start, end] = [map.touchpoints[from], map.touchpoints[to]];
  return [language, start?.name, start?.kind, end?.name, when && map];
}

function wordsFor(map: JourneyMap, transition: Transition, language: Language): TransitionWords {
  const { t } = language;
  const { label, when, chance, otherwise, from, to } = transition;
  const name = (id: string) => map.touchpoints[id]?.name || t('canvas.unnamed');
  const isDecision = map.touchpoints[from]?.kind === 'decision';
  const share = otherwise
    ? t('canvas.otherwise')
    : isDecision
      ? ''
      : language.percent(chance.base, { digits: chance.base > 0 && chance.base < 0.01 ? 1 : 0 });
  const varies = !otherwise && Object.keys(chance.bySegment).length > 0 ? t('canvas.varies') : '';
  const rule = when ? describeRule(when, map, t) : '';
  const short = label || (when ? describeRuleShort(when, map, t) : '');
  const tail = short && !isDecision ? ` · ${share}` : '';
  const said = short ? `${short}${tail}` : share;
  const whole = [t('canvas.fromTo', { from: name(from), to: name(to) }), said, rule, varies];
  return { label: said, tail, title: whole.filter(Boolean).join(', ') };
}
