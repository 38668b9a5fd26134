import type { Language, MessageId } from '../../language';
import { channelName, nameOf } from '../../map/records';
import type { JourneyMap } from '../../map/schema';
import type { WalkState } from '../../simulation';
import { eventTexts } from './eventTexts';
import { feltAt, sceneOf } from './scene';
import { lastHops } from './whyText';

/** A step in one breath, for whoever does not see it: where, why, what it is like, and how it ends. */
export function spokenStep(
  state: WalkState,
  map: JourneyMap,
  language: Language,
  emotionName: (emotion: number) => MessageId,
): string {
  const { t } = language;
  const { touchpoint, log, end } = state;
  const last = log.at(-1);
  if (touchpoint === null || !last) return '';
  const scene = sceneOf(map, touchpoint, state, feltAt(last));
  const ended =
    end &&
    t(`walk.end.${end.kind}`, {
      name: end.touchpoint === null ? '–' : nameOf(map, 'touchpoints', end.touchpoint, t),
    });
  const why = lastHops(state, map, language).map((hop) => hop.why);
  // Who left has heard already what it is like here.
  if (end?.kind === 'drop-off') return inSentences([ended, ...why]);
  const says = (label: MessageId, text: string | undefined) =>
    text ? t('walk.says', { label: t(label), text }) : '';
  const said = [
    t('walk.arrived.at', { name: nameOf(map, 'touchpoints', touchpoint, t) }),
    scene?.channel && channelName(scene.channel, t),
    ...why,
    ...eventTexts(last, map, language).flatMap(({ text, message }) => [text, message]),
    says('field.doing', scene?.doing),
    says('field.thinking', scene?.thinking),
    says('field.feeling', scene?.feeling),
    scene?.emotion != null && says('walk.emotion', t(emotionName(scene.emotion))),
    ended,
  ];
  return inSentences(said);
}

/** One after the other, each closed: a screen reader pauses at a full stop. */
function inSentences(texts: readonly (string | false | null | undefined)[]): string {
  return texts
    .flatMap((text) => (text ? [/[.!?…]$/.test(text) ? text : `${text}.`] : []))
    .join(' ');
}
