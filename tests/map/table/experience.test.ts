import { describe, expect, test } from 'vitest';
import { applyEdit, type Edit, EditRefused } from '../../../src/map/edits';
import { newMap } from '../../../src/map/records';
import { type JourneyMap } from '../../../src/map/schema';
import { emotionOf, textOf, writeEmotion, writeText } from '../../../src/map/table';

const AD = 'touchpoint-ad';
const BEA = 'persona-of-bea';
const ANN = 'persona-of-ann';

const map = newMap({
  personas: { [BEA]: {}, [ANN]: {} },
  touchpoints: {
    [AD]: {
      experience: {
        default: { doing: 'Scrolls', thinking: 'Again', emotion: { now: 1, aim: 2 } },
        byPersona: { [BEA]: { doing: 'Taps', emotion: { now: -1 } } },
      },
    },
  },
});
const ad = map.touchpoints[AD]!;
const after = (edit: Edit, on: JourneyMap = map) => applyEdit(on, edit).map.touchpoints[AD]!;

describe('a text of the experience', () => {
  test('is the persona’s own where there is one', () => {
    expect(textOf(ad, BEA, 'doing')).toEqual({ value: 'Taps', shared: false });
  });

  test('is shared with everyone where the persona has none', () => {
    expect(textOf(ad, BEA, 'thinking')).toEqual({ value: 'Again', shared: true });
    expect(textOf(ad, ANN, 'doing')).toEqual({ value: 'Scrolls', shared: true });
    expect(textOf(ad, ANN, 'feeling')).toEqual({ value: '', shared: true });
  });

  test('is nobody’s to share where it is everyone’s', () => {
    expect(textOf(ad, null, 'doing')).toEqual({ value: 'Scrolls', shared: false });
    expect(textOf(ad, null, 'feeling')).toEqual({ value: '', shared: false });
  });
});

describe('an emotion', () => {
  test('is the persona’s own where there is one, zero included', () => {
    expect(emotionOf(ad, BEA, 'now')).toEqual({ value: -1, shared: false });
    const calm = after(writeEmotion(AD, BEA, 'now', 0));
    expect(emotionOf(calm, BEA, 'now')).toEqual({ value: 0, shared: false });
  });

  test('is shared with everyone where the persona has none', () => {
    expect(emotionOf(ad, BEA, 'aim')).toEqual({ value: 2, shared: true });
    expect(emotionOf(ad, ANN, 'now')).toEqual({ value: 1, shared: true });
  });

  test('of everyone may be unsaid', () => {
    expect(emotionOf(ad, null, 'now')).toEqual({ value: 1, shared: false });
    const unsaid = after(writeEmotion(AD, null, 'now', null));
    expect(emotionOf(unsaid, null, 'now')).toEqual({ value: null, shared: false });
    expect(emotionOf(unsaid, ANN, 'now')).toEqual({ value: null, shared: true });
  });
});

describe('writing an experience', () => {
  test('of everyone changes that field alone', () => {
    expect(after(writeText(AD, null, 'feeling', 'Bored')).experience).toEqual({
      ...ad.experience,
      default: { ...ad.experience.default, feeling: 'Bored' },
    });
    expect(after(writeEmotion(AD, null, 'aim', -2)).experience.default.emotion).toEqual({
      now: 1,
      aim: -2,
    });
  });

  test('of a persona keeps the rest of what the persona says', () => {
    const own = ad.experience.byPersona[BEA]!;
    expect(after(writeText(AD, BEA, 'feeling', 'Bored')).experience).toEqual({
      ...ad.experience,
      byPersona: { [BEA]: { ...own, feeling: 'Bored' } },
    });
    expect(after(writeEmotion(AD, BEA, 'aim', 2)).experience.byPersona[BEA]).toEqual({
      ...own,
      emotion: { now: -1, aim: 2 },
    });
  });

  test('of a persona who said nothing yet begins one', () => {
    expect(after(writeText(AD, ANN, 'doing', 'Waits')).experience.byPersona[ANN]).toEqual({
      doing: 'Waits',
      thinking: '',
      feeling: '',
      emotion: { now: null, aim: null },
    });
  });

  test('of a persona who has nothing to say any more shares everything again', () => {
    const once = applyEdit(map, writeText(AD, BEA, 'doing', '')).map;
    expect(once.touchpoints[AD]!.experience.byPersona).toHaveProperty(BEA);
    expect(after(writeEmotion(AD, BEA, 'now', null), once).experience.byPersona).toEqual({});
    expect(after(writeText(AD, ANN, 'doing', '')).experience.byPersona).not.toHaveProperty(ANN);
  });

  test('of a touchpoint that is gone is refused', () => {
    expect(() => after(writeText('touchpoint-gone', null, 'doing', 'x'))).toThrow(EditRefused);
    expect(() => after(writeEmotion('touchpoint-gone', BEA, 'now', 1))).toThrow(EditRefused);
  });
});
