import { type TransitionWords } from '../../canvas';
import { type Language } from '../../language';
import { type JourneyMap, type Transition } from '../../map/schema';
import { describeRule, describeRuleShort } from '../../rules';

/** What each transition says on the canvas: its label, else its rule, else its chance. */
export function wordsOf(map: JourneyMap, language: Language): Record<string, TransitionWords> {
  return Object.fromEntries(
    Object.entries(map.transitions).map(([id, transition]) => [
      id,
      wordsFor(map, transition, language),
    ]),
  );
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
