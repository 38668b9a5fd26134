import { newMap } from '../../../src/map/records';
import type { JourneyMapInput } from '../../../src/map/schema';
import { SHOP, SHOP_ID } from '../../support/shop';

export const ID = {
  ...SHOP_ID,
  bea: 'persona-of-bea',
  slow: 'pain-that-is-slow',
  own: 'lane-of-own-text',
} as const;

/** An ad in one stage; a form and a paid order in the next; a persona who doubts the form. */
export function shop(more: Partial<JourneyMapInput> = {}) {
  return newMap({
    stages: SHOP.stages,
    touchpoints: {
      [ID.ad]: {
        stage: ID.see,
        name: 'Ad',
        channel: 'social',
        experience: {
          default: { doing: 'Scrolls', feeling: 'Curious', emotion: { now: 1, aim: 2 } },
        },
      },
      [ID.form]: {
        stage: ID.buy,
        name: 'Form',
        position: { x: 40, y: 0 },
        experience: {
          default: { doing: 'Types', emotion: { now: -1, aim: null } },
          byPersona: { [ID.bea]: { thinking: 'So many fields' } },
        },
      },
      [ID.paid]: { stage: ID.buy, name: 'Paid', position: { x: 40, y: 160 }, kind: 'outcome' },
    },
    personas: { [ID.bea]: { name: 'Bea' } },
    pains: { [ID.slow]: { name: 'Slow', touchpoints: { [ID.form]: true } } },
    ...more,
  });
}
