import type { JourneyMapInput } from '../../src/map/schema';

/** Ids as the schema wants them, readable. */
export const SHOP_ID = {
  see: 'stage-of-see',
  buy: 'stage-of-buy',
  ad: 'touchpoint-ad',
  form: 'touchpoint-form',
  paid: 'touchpoint-paid',
  click: 'transition-click',
  pay: 'transition-pay',
} as const;
const ID = SHOP_ID;

/** An ad leads to a form, the form to a paid order; two stages. */
export const SHOP = {
  stages: { [ID.see]: { name: 'See', order: 'a0' }, [ID.buy]: { name: 'Buy', order: 'a1' } },
  touchpoints: {
    [ID.ad]: { stage: ID.see, name: 'Ad', kind: 'entry', position: { x: 40, y: 0 } },
    [ID.form]: { stage: ID.buy, name: 'Form', position: { x: 40, y: 0 } },
    [ID.paid]: { stage: ID.buy, name: 'Paid', kind: 'outcome', position: { x: 40, y: 160 } },
  },
  transitions: {
    [ID.click]: { from: ID.ad, to: ID.form, chance: { base: 0.5 } },
    [ID.pay]: { from: ID.form, to: ID.paid, chance: { base: 0.4 } },
  },
} as const satisfies Partial<JourneyMapInput>;
