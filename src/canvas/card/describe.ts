import type { Language } from '../../language';
import type { Touchpoint } from '../../map/schema';
import type { TouchpointMarks } from '../../insight/kpis';
import { channelName, nameOfRecord } from '../../map/records';
import { emotionName } from '../../controls/emotions';

/** A touchpoint in one breath, for a screen reader: its name first, then what sets it apart. */
export function describeTouchpoint(
  touchpoint: Touchpoint,
  marks: TouchpointMarks | undefined,
  { t, list }: Language,
): string {
  const emotion = touchpoint.experience.default.emotion.now;
  const parts = [
    nameOfRecord('touchpoints', touchpoint, t),
    channelName(touchpoint.channel, t),
    touchpoint.momentOfTruth ? t('canvas.momentOfTruth') : '',
    emotion === null ? '' : t('canvas.feeling', { feeling: t(emotionName(emotion)) }),
    marks?.problem?.text ?? '',
    marks && marks.campaigns.length > 0
      ? t('canvas.campaigns', { names: list(marks.campaigns), count: marks.campaigns.length })
      : '',
  ];
  return parts.filter(Boolean).join(', ');
}
