import type { Language } from '../../language';
import type { Touchpoint } from '../../map/schema';
import type { TouchpointMarks } from '../../insight/kpis';
import { channelName } from '../../map/records';
import { emotionLevel } from './EmotionFace';

const FEELINGS = [
  'control.emotion.veryBad',
  'control.emotion.bad',
  'control.emotion.neutral',
  'control.emotion.good',
  'control.emotion.veryGood',
] as const;

/** A touchpoint in one breath, for a screen reader: its name first, then what sets it apart. */
export function describeTouchpoint(
  touchpoint: Touchpoint,
  marks: TouchpointMarks | undefined,
  { t, list }: Language,
): string {
  const emotion = touchpoint.experience.default.emotion.now;
  const feeling = emotion === null ? undefined : FEELINGS[emotionLevel(emotion) + 2];
  const parts = [
    touchpoint.name || t('canvas.unnamed'),
    channelName(touchpoint.channel, t),
    touchpoint.momentOfTruth ? t('canvas.momentOfTruth') : '',
    feeling ? t('canvas.feeling', { feeling: t(feeling) }) : '',
    marks?.problem?.text ?? '',
    marks && marks.campaigns.length > 0
      ? t('canvas.campaigns', { names: list(marks.campaigns), count: marks.campaigns.length })
      : '',
  ];
  return parts.filter(Boolean).join(', ');
}
