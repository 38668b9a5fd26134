import { campaigns, id, lift, loose, people, soundMap, transition } from '../support';
import type { Cases } from './case';

const season = (from: string, to: string, repeats: string) => ({
  schedule: { [id('window')]: { from, to, repeats } },
});

export const CAMPAIGNS: Cases = {
  'campaign-without-touchpoint': {
    bad: soundMap(campaigns({ touchpoints: {}, effects: lift('finish') })),
    near: soundMap(campaigns({})),
    finds: {
      severity: 'warning',
      key: 'campaigns/mail-0:',
      values: { name: 'Mail' },
      labels: { attach: { touchpoints: 'Middle' } },
    },
    fixes: { attach: ['campaigns/mail-0/touchpoints/middle = true'] },
  },
  'campaign-unreachable': {
    bad: soundMap({ touchpoints: loose(), ...campaigns({ touchpoints: { [id('loose')]: true } }) }),
    near: soundMap({ touchpoints: loose(), ...campaigns({}) }),
    finds: {
      severity: 'warning',
      key: 'campaigns/mail-0:',
      values: { name: 'Mail', touchpoints: 'Loose', count: 1 },
      also: ['touchpoints/loose'],
    },
    fixes: { detach: ['campaigns/mail-0/touchpoints/loose = nothing'] },
  },
  'campaign-lift-out-of-reach': {
    bad: soundMap(campaigns({ effects: lift('go') })),
    near: soundMap(campaigns({ effects: lift('finish') })),
    finds: {
      severity: 'warning',
      key: 'campaigns/mail-0:lift',
      values: { name: 'Mail', transition: 'Start → Middle' },
      also: ['transitions/go'],
      labels: { attach: { from: 'Start' }, remove: { from: 'Start' } },
    },
    fixes: {
      attach: ['campaigns/mail-0/touchpoints/start = true'],
      remove: ['campaigns/mail-0/effects/lift = nothing'],
    },
  },
  'campaign-contacts-nobody': {
    bad: soundMap(campaigns({ controlShare: 1 })),
    near: soundMap(campaigns({ controlShare: 0.99 })),
    finds: {
      severity: 'warning',
      key: 'campaigns/mail-0:control',
      variant: 'control',
      values: { name: 'Mail' },
    },
    fixes: { control: ['campaigns/mail-0/controlShare = 0.1'] },
  },
  'campaign-contacts-nobody:no contact allowed': {
    bad: soundMap(campaigns({ maxContacts: 0 })),
    near: soundMap(campaigns({ maxContacts: 1 })),
    finds: {
      severity: 'warning',
      key: 'campaigns/mail-0:cap',
      variant: 'cap',
      values: { name: 'Mail' },
    },
    fixes: { cap: ['campaigns/mail-0/maxContacts = null'] },
  },
  'campaign-contacts-nobody:no variant has a share': {
    bad: soundMap(campaigns({ variants: { [id('v')]: { name: 'V', share: 0 } } })),
    near: soundMap(campaigns({ variants: { [id('v')]: { name: 'V', share: 0.1 } } })),
    finds: {
      severity: 'warning',
      key: 'campaigns/mail-0:variants',
      variant: 'variants',
      values: { name: 'Mail' },
    },
    fixes: { variants: ['campaigns/mail-0/variants/v/share = 1'] },
  },
  'campaign-collision': {
    bad: soundMap(campaigns({}, { touchpoints: { [id('start')]: true } })),
    near: soundMap({
      ...campaigns({}, { touchpoints: { [id('start')]: true } }),
      transitions: {
        [id('go')]: transition('start', 'middle', { delay: { family: 'constant', value: 2 } }),
      },
    }),
    finds: {
      severity: 'warning',
      key: 'campaigns/mail-0:mail-1',
      values: { first: 'Mail', second: 'Mail', channel: 'email', at: 'Middle' },
      also: ['campaigns/mail-1', 'touchpoints/middle'],
    },
    fixes: {},
  },
  'campaign-collision:but not in other seasons': {
    bad: soundMap(
      campaigns(
        season('2026-01-01', '2026-01-31', 'yearly'),
        season('2025-01-15', '2025-02-15', 'yearly'),
      ),
    ),
    near: soundMap(
      campaigns(
        season('2026-01-01', '2026-01-31', 'yearly'),
        season('2025-02-15', '2025-03-15', 'yearly'),
      ),
    ),
    finds: {
      severity: 'warning',
      key: 'campaigns/mail-0:mail-1',
      values: { first: 'Mail', second: 'Mail', channel: 'email', at: 'Middle' },
      also: ['campaigns/mail-1', 'touchpoints/middle'],
    },
    fixes: {},
  },
  'campaign-collision:but not of other people': {
    bad: soundMap({ ...people, ...campaigns({ segment: id('old') }, {}) }),
    near: soundMap({ ...people, ...campaigns({ segment: id('old') }, { segment: id('young') }) }),
    finds: {
      severity: 'warning',
      key: 'campaigns/mail-0:mail-1',
      values: { first: 'Mail', second: 'Mail', channel: 'email', at: 'Middle' },
      also: ['campaigns/mail-1', 'touchpoints/middle'],
    },
    fixes: {},
  },
};
